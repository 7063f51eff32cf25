import type { Point } from '../kit/figure.ts'

/** The penalty P(w) of J = J₀ + λP. */
export type Penalty =
  | { kind: 'l1' }
  | { kind: 'l2' }
  | { kind: 'norm' }
  | { kind: 'elastic-net'; rho: number }
  | { kind: 'lq'; q: number }

/** P(w): ‖w‖₁, ½‖w‖², ‖w‖, ρ‖w‖₁ + (1 − ρ)/2·‖w‖², or Σ|w_j|^q / q. */
export function penaltyAt(penalty: Penalty, w: Point): number {
  const sum = (q: number) => Math.abs(w[0]) ** q + Math.abs(w[1]) ** q
  switch (penalty.kind) {
    case 'l1':
      return sum(1)
    case 'l2':
      return sum(2) / 2
    case 'norm':
      return Math.hypot(w[0], w[1])
    case 'elastic-net':
      return penalty.rho * sum(1) + ((1 - penalty.rho) / 2) * sum(2)
    case 'lq':
      return sum(penalty.q) / penalty.q
  }
}

/** The budget of the constrained form of the problem: the size of the ball through w, in its usual measure. */
export function budget(penalty: Penalty, w: Point): number {
  switch (penalty.kind) {
    case 'l2':
      return Math.hypot(w[0], w[1])
    case 'lq':
      return penalty.q * penaltyAt(penalty, w)
    default:
      return penaltyAt(penalty, w)
  }
}

/** The formula of the budget. */
export function budgetSymbol(penalty: Penalty): string {
  switch (penalty.kind) {
    case 'l1':
      return 't = ‖w*‖₁'
    case 'l2':
    case 'norm':
      return 't = ‖w*‖₂'
    case 'elastic-net':
      return 't = ρ‖w*‖₁ + (1−ρ)/2·‖w*‖₂²'
    case 'lq':
      return 't = Σ|w*|^q'
  }
}

const QUARTER = 48

/** The boundary of the ball {P ≤ level} as a polygon with exact vertices on the axes. */
export function ballBoundary(penalty: Penalty, level: number): Point[] {
  if (level <= 0) return []
  const quarter: Point[] = []
  const corners = penalty.kind === 'l1' ? 1 : QUARTER
  for (let i = 0; i < corners; i++) {
    const angle = ((Math.PI / 2) * i) / corners
    quarter.push(boundaryPoint(penalty, level, i === 0 ? 1 : Math.cos(angle), Math.sin(angle)))
  }
  const turn = ([x, y]: Point): Point => [-y, x]
  const second = quarter.map(turn)
  const third = second.map(turn)
  return [...quarter, ...second, ...third, ...third.map(turn)]
}

/** The boundary point of {P ≤ level} for the direction (c, s) in the first quadrant. */
function boundaryPoint(penalty: Penalty, level: number, c: number, s: number): Point {
  if (penalty.kind === 'lq') {
    // Spaced by the power, so that the spikes of q < 1 are drawn to their tips.
    const radius = (penalty.q * level) ** (1 / penalty.q)
    return [radius * c ** (2 / penalty.q), radius * s ** (2 / penalty.q)]
  }
  if (penalty.kind === 'norm') return [level * c, level * s]
  const rho = penalty.kind === 'elastic-net' ? penalty.rho : penalty.kind === 'l1' ? 1 : 0
  // With c² + s² = 1, P(r·(c, s)) = ρ(c + s)·r + (1 − ρ)/2·r²: a quadratic in r, solved without cancellation.
  const linear = rho * (c + s)
  const radius = (2 * level) / (linear + Math.sqrt(linear * linear + 2 * (1 - rho) * level))
  return [radius * c, radius * s]
}
