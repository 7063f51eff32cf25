import { allocateFromPool } from '../algebra/pool.ts'
import type { Problem } from './problem.ts'
import type { Setting } from '../input/options.ts'

/** The penalty in the units of a {@link Problem}: Σ l1_j|u_j| + ½ Σ l2_j u_j², u ≥ 0 if `nonNegative`. */
export interface Penalty {
  l1: Float64Array
  l2: Float64Array
  nonNegative: boolean
}

/** Beyond this a feature is out for good, and products must not overflow. */
const LARGEST = 1e300

/** The penalty λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) in the units of the problem; into the arrays of `room` if given. */
export function penaltyOf(
  problem: Problem,
  lambda: number,
  rho: number,
  { factors, squareFactors, nonNegative }: Setting,
  room: Penalty = emptyPenalty(problem.columns, nonNegative),
): Penalty {
  const { columns, scales, yScale, weight } = problem
  const { l1, l2 } = room
  for (let j = 0; j < columns; j++) {
    const strength = lambda * (factors === null ? 1 : factors[j]) * weight
    const squareStrength = lambda * (squareFactors === null ? 1 : squareFactors[j]) * weight
    // A share of 0 is left out, as it would be 0·∞ where the rest overflows.
    l1[j] = rho > 0 ? Math.min(LARGEST, (rho * (strength / scales[j])) / yScale) : 0
    l2[j] = rho < 1 ? Math.min(LARGEST, ((1 - rho) * (squareStrength / scales[j])) / scales[j]) : 0
  }
  return room
}

/** No penalty at all. */
export function emptyPenalty(
  columns: number,
  nonNegative: boolean,
  allocate = allocateFromPool,
): Penalty {
  return { l1: allocate(columns), l2: allocate(columns), nonNegative }
}

/** Whether nothing holds feature j back: it is fitted as by least squares and never leaves the model. */
export function isFree(penalty: Penalty, j: number): boolean {
  return penalty.l1[j] === 0 && !penalty.nonNegative
}
