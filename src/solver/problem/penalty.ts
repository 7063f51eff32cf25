import { allocateFromPool, type Allocate } from '../algebra/workspace.ts'
import type { Setting } from '../input/options.ts'
import { correlationRounding, type Units, type Yardstick } from './units.ts'

/**
 * The penalty in the units of a {@link Problem}: Ω(u) = Σ l1_j|u_j| + ½ Σ l2_j u_j², and u ≥ 0 if `nonNegative`.
 *
 * Below, z = Xᵀr are the correlations of a residual, which belong to the subdifferential of Ω at the solution.
 */
export interface Penalty {
  l1: Float64Array
  l2: Float64Array
  nonNegative: boolean
}

/** Beyond this a feature never enters, and products must not overflow. */
const LARGEST = 1e300

/**
 * λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) in the units of a problem.
 *
 * @param units the units of the problem.
 * @param lambda λ ≥ 0.
 * @param rho ρ from 0 to 1.
 * @param setting penalty factors and the sign constraint.
 * @param penalty receives the result.
 */
export function penaltyOf(
  { scales, yScale, weight }: Units,
  lambda: number,
  rho: number,
  {
    factors,
    squareFactors,
    nonNegative,
  }: Pick<Setting, 'factors' | 'squareFactors' | 'nonNegative'>,
  penalty: Penalty = emptyPenalty(scales.length, nonNegative),
): Penalty {
  const { l1, l2 } = penalty
  for (let j = 0; j < scales.length; j++) {
    const strength = lambda * (factors === null ? 1 : factors[j])
    const squareStrength = lambda * (squareFactors === null ? 1 : squareFactors[j])
    // A share of 0 is left out, as it would be 0·∞ where the rest overflows.
    l1[j] = rho > 0 ? Math.min(LARGEST, (rho * quotient(strength, weight, scales[j])) / yScale) : 0
    l2[j] =
      rho < 1
        ? Math.min(LARGEST, ((1 - rho) * quotient(squareStrength, weight, scales[j])) / scales[j])
        : 0
  }
  return penalty
}

/** strength·weight/scale, which may be small where the product is beyond doubles. */
function quotient(strength: number, weight: number, scale: number): number {
  const product = strength * weight
  return product < Infinity ? product / scale : (strength / scale) * weight
}

/**
 * Sets coefficients to 0 whose L2 penalty was too large to be represented: what they could gain is far below rounding, but
 * the bound in its place would leave them too large.
 */
export function dropVanishing({ l2 }: Penalty, u: Float64Array): void {
  for (let j = 0; j < u.length; j++) if (l2[j] === LARGEST) u[j] = 0
}

/** No penalty at all. */
export function emptyPenalty(
  columns: number,
  nonNegative: boolean,
  allocate: Allocate = allocateFromPool,
): Penalty {
  return { l1: allocate(columns), l2: allocate(columns), nonNegative }
}

/** Ω(u). */
export function penaltyValue({ l1, l2 }: Penalty, u: Float64Array): number {
  let value = 0
  for (let j = 0; j < u.length; j++) {
    const size = Math.abs(u[j])
    value += (l1[j] + (l2[j] / 2) * size) * size
  }
  return value
}

/** By how much a correlation z_j exceeds the bound up to which u_j stays 0; negative inside. */
export function excess({ l1, nonNegative }: Penalty, z: number, j: number): number {
  return (nonNegative ? z : Math.abs(z)) - l1[j]
}

/** The distance of a correlation z_j from the subdifferential of Ω at u_j. */
export function subdifferentialDistance(penalty: Penalty, u: number, z: number, j: number): number {
  if (u === 0) return Math.max(0, excess(penalty, z, j))
  return Math.abs(z - Math.sign(u) * penalty.l1[j] - penalty.l2[j] * u)
}

/**
 * Σ Ω_j(u_j) + Ω_j*(s·z_j) − s·z_j·u_j, the penalty's share of a duality gap.
 *
 * A z_j beyond its bound by no more than rounding counts with the largest u_j that could profit: the objective of the
 * solution is below that at zero, and so is its l1_j|u_j|. Where nothing bounds u_j nothing is forgiven.
 *
 * @param s factor of the dual point.
 * @param yardstick the units of the problem, which give the rounding error of a correlation and the objective at zero.
 * @param penalty Ω.
 * @param u p numbers.
 * @param correlations z, p numbers.
 * @returns a number ≥ 0; infinite if s·z is infeasible beyond rounding.
 */
export function conjugateGap(
  s: number,
  yardstick: Yardstick,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
): number {
  const { l1, l2 } = penalty
  const rounding = correlationRounding(yardstick)
  let gap = 0
  for (let j = 0; j < u.length; j++) {
    const z = s * correlations[j]
    const value = u[j]
    const over = excess(penalty, z, j)
    if (l2[j] > 0 && over > 0) {
      const miss = over * Math.sign(z) - l2[j] * value
      gap += miss * (miss / (2 * l2[j]))
      if (z * value < 0) gap += 2 * l1[j] * Math.abs(value)
    } else if (over > rounding + 4e-16 * l1[j]) {
      return Infinity
    } else {
      if (over > 0) gap += over * (yardstick.nullObjective / l1[j])
      if (value !== 0) {
        gap += Math.max(0, l1[j] * Math.abs(value) + ((l2[j] / 2) * value - z) * value)
      }
    }
  }
  return gap
}

/** The largest s ≤ 1 for which s·z is within the bounds of the L1 part, up to the rounding error of z. */
export function feasibleShrink(
  penalty: Penalty,
  correlations: Float64Array,
  rounding: number,
): number {
  const { l1, nonNegative } = penalty
  let shrink = 1
  for (let j = 0; j < l1.length; j++) {
    if (!(excess(penalty, correlations[j], j) > rounding)) continue
    const size = nonNegative ? correlations[j] : Math.abs(correlations[j])
    if (l1[j] < shrink * size) shrink = l1[j] / size
  }
  return shrink
}

/** Whether feature j has no L1 penalty and no sign constraint, so that it never leaves the model. */
export function isFree({ l1, nonNegative }: Penalty, j: number): boolean {
  return l1[j] === 0 && !nonNegative
}

/** The features that nothing holds back at u: no penalty, and no sign constraint that binds. */
export function unpenalized({ l1, l2, nonNegative }: Penalty, u: Float64Array): number[] {
  const found: number[] = []
  for (let j = 0; j < u.length; j++) {
    if (l1[j] === 0 && l2[j] === 0 && !(nonNegative && u[j] === 0)) found.push(j)
  }
  return found
}
