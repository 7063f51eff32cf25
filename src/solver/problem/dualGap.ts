import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'

/** A bound on how far the objective at u is above the minimum, in the units of the {@link Problem}. */
export interface DualBound {
  dualityGap: number
  /** The dual point is `shrink`·r. */
  shrink: number
  /** Xᵀr, r being the residual without what unpenalized features could still take from it. */
  correlations: Float64Array
}

/** A gap that is smaller, relative to the objective at zero, need not be bounded any better. */
const NEGLIGIBLE = 1e-13

/**
 * The duality gap at u from the correlations z = Xᵀr and ‖r‖².
 *
 * With the dual point s·r the gap is ½(1 − s)²‖r‖² + Σ Ω_j(u_j) + Ω_j*(s·z_j) − s·z_j·u_j: a sum of small terms ≥ 0, free
 * of the cancellation in "objective minus dual objective". s = 1 serves where there is an L2 part, the largest s that
 * is feasible for the L1 part alone serves always, and the better one counts.
 */
export function dualBound(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  residualSquares: number,
): DualBound {
  const rounding = roundingOf(problem)
  const unshrunk = penaltyGap(1, penalty, u, correlations, rounding)
  if (unshrunk <= NEGLIGIBLE * problem.nullObjective) {
    return { dualityGap: unshrunk, shrink: 1, correlations }
  }
  const gapAt = (s: number): number =>
    ((1 - s) ** 2 * residualSquares) / 2 + penaltyGap(s, penalty, u, correlations, rounding)
  return betterBound(gapAt, feasibleShrink(problem, penalty, correlations), correlations)
}

/** The bound by the dual point s·θ for the largest s that is feasible, or for s = 1 if that is better. */
export function betterBound(
  gapAt: (s: number) => number,
  feasible: number,
  correlations: Float64Array,
): DualBound {
  const shrunk = { dualityGap: gapAt(feasible), shrink: feasible, correlations }
  if (feasible === 1) return shrunk
  const unshrunk = { dualityGap: gapAt(1), shrink: 1, correlations }
  return unshrunk.dualityGap < shrunk.dualityGap ? unshrunk : shrunk
}

/** The largest s ≤ 1 for which s·z is within the bounds of the L1 part, up to the rounding of z. */
export function feasibleShrink(
  problem: Problem,
  { l1, nonNegative }: Penalty,
  correlations: Float64Array,
): number {
  const rounding = roundingOf(problem)
  let shrink = 1
  for (let j = 0; j < l1.length; j++) {
    const z = nonNegative ? correlations[j] : Math.abs(correlations[j])
    if (z > l1[j] + rounding && l1[j] < shrink * z) shrink = l1[j] / z
  }
  return shrink
}

/** The rounding of a correlation: no column is longer than 2√(sum of weights), and no residual than y. */
export function roundingOf({ weight, nullObjective }: Problem): number {
  return 1e-15 * Math.sqrt(2 * weight * nullObjective)
}

/**
 * The part of a duality gap that the penalty brings: Σ Ω_j(u_j) + Ω_j*(s·z_j) − s·z_j·u_j; infinite if s·z is not
 * feasible by more than the rounding of z.
 */
export function penaltyGap(
  s: number,
  { l1, l2, nonNegative }: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  rounding: number,
): number {
  let gap = 0
  for (let j = 0; j < u.length; j++) {
    const z = s * correlations[j]
    const value = u[j]
    const excess = (nonNegative ? z : Math.abs(z)) - l1[j]
    if (l2[j] > 0 && excess > 0) {
      const miss = excess * Math.sign(z) - l2[j] * value
      if (Math.abs(miss) > rounding) gap += miss * (miss / (2 * l2[j]))
      if (z * value < 0) gap += 2 * l1[j] * Math.abs(value)
    } else if (excess > rounding + 4e-16 * l1[j]) {
      return Infinity
    } else if (value !== 0) {
      gap += l1[j] * Math.abs(value) + ((l2[j] / 2) * value - z) * value
    }
  }
  return gap
}
