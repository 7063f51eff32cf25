import type { Problem } from './problem.ts'
import type { Setting } from './setting.ts'

/** The penalty in the units of a {@link Problem}: Σ l1_j|u_j| + ½ Σ l2_j u_j², u ≥ 0 if `nonNegative`. */
export interface Penalty {
  l1: Float64Array
  l2: Float64Array
  nonNegative: boolean
}

/** Beyond this a feature is out for good, and products must not overflow. */
const LARGEST = 1e200

/** The penalty λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) in the units of the problem. */
export function penaltyOf(
  problem: Problem,
  lambda: number,
  rho: number,
  { factors, nonNegative }: Setting,
): Penalty {
  const { columns, scales, yScale, weight } = problem
  const l1 = new Float64Array(columns)
  const l2 = new Float64Array(columns)
  for (let j = 0; j < columns; j++) {
    const strength = lambda * (factors === null ? 1 : factors[j]) * weight
    if (strength === 0) continue
    const scale = scales[j]
    if (rho > 0) l1[j] = Math.min(LARGEST, (rho * (strength / scale)) / yScale)
    if (rho < 1) l2[j] = Math.min(LARGEST, ((1 - rho) * (strength / scale)) / scale)
  }
  return { l1, l2, nonNegative }
}

/** Whether nothing holds feature j back: it is fitted as by least squares and never leaves the model. */
export function isFree(penalty: Penalty, j: number): boolean {
  return penalty.l1[j] === 0 && !penalty.nonNegative
}
