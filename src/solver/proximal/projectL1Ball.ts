import { norm1 } from '../algebra/norms.ts'
import { checkRange, checkVector } from '../input/checks.ts'
import type { VectorLike } from '../fit.ts'

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
  checkRange(radius, 'radius', 0)
  if (norm1(point) <= radius) return point.map((value) => value + 0) // + 0 turns −0 into 0
  const falling = point.map(Math.abs).sort().reverse()
  const kept = largestAfter(falling, radius)
  return point.map((value) => {
    const left = kept - (falling[0] - Math.abs(value))
    if (left <= 0) return 0
    return value < 0 ? -left : left
  })
}

/**
 * The largest size after the projection, from the sizes in falling order. If k sizes stay above 0, it is the mean of k
 * numbers: the radius, and how far each of the others lies below the largest. These differences keep all digits even if
 * the ball is tiny beside z, and a mean cannot overflow.
 */
function largestAfter(falling: Float64Array, radius: number): number {
  let mean = radius
  for (let k = 1; k < falling.length; k++) {
    const below = falling[0] - falling[k]
    if (below >= mean) break // this size and all smaller ones fall to 0
    mean -= (mean - below) / (k + 1)
  }
  return mean
}
