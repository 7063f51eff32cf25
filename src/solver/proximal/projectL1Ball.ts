import { checkRange, checkVector } from '../checks.ts'
import type { VectorLike } from '../fit.ts'
import { softThreshold } from './softThreshold.ts'

/**
 * The point of the L1 ball {w : ‖w‖₁ ≤ radius} that is nearest to `z`: the diamond's projection.
 *
 * Outside the ball it is a soft threshold: softThreshold(z_j, t) for the one t with Σ softThreshold(|z_j|, t) = radius.
 * That sum is piecewise linear in t, so t follows exactly once the sizes |z_j| are sorted; no search is needed.
 * Source: Held, Wolfe & Crowder (1974); Duchi et al. (2008), "Efficient projections onto the ℓ1-ball".
 *
 * @param z p numbers
 * @param radius the ball's radius, ≥ 0, in the units of z
 * @returns p numbers; those that fall under the threshold are exactly 0
 * @throws ShrinkageError if z is empty or not finite, or the radius is negative
 * @example
 * projectL1Ball([3, 1], 2) // [2, 0]
 * projectL1Ball([2, -1], 2) // [1.5, -0.5]
 * projectL1Ball([0.5, 1], 2) // [0.5, 1]
 */
export function projectL1Ball(z: VectorLike, radius: number): Float64Array {
  const point = checkVector(z, 'z')
  const sizes = point.map(Math.abs).sort().reverse()
  const t = thresholdFor(sizes, checkRange(radius, 'radius', 0))
  return point.map((value) => softThreshold(value, t))
}

/** The least t ≥ 0 at which the sizes, given in falling order, add up to no more than the radius once each has lost t. */
function thresholdFor(sizes: Float64Array, radius: number): number {
  let t = sizes[0]
  let sum = 0
  for (let k = 0; k < sizes.length; k++) {
    sum += sizes[k]
    const candidate = (sum - radius) / (k + 1)
    if (candidate >= sizes[k]) break // this size and all smaller ones fall to 0
    t = candidate
  }
  return Math.max(t, 0)
}
