import { norm2 } from '../algebra/norms.ts'
import { checkRange, checkVector } from '../input/checks.ts'
import type { VectorLike } from '../fit.ts'

/**
 * The point of the L2 ball {w : ‖w‖₂ ≤ radius} that is nearest to `z`: the circle's projection.
 *
 * Outside the ball it is z·radius/‖z‖₂. Every coordinate shrinks by the same factor, so none becomes 0.
 *
 * @param z p numbers
 * @param radius the ball's radius, ≥ 0, in the units of z
 * @returns p numbers
 * @throws ShrinkageError if z is empty or not finite, or the radius is negative
 * @example
 * projectL2Ball([3, 4], 1) // [0.6, 0.8]
 * projectL2Ball([0.3, 0.4], 1) // [0.3, 0.4]
 */
export function projectL2Ball(z: VectorLike, radius: number): Float64Array {
  const point = checkVector(z, 'z')
  const norm = norm2(point)
  const isInside = norm <= checkRange(radius, 'radius', 0)
  return point.map((value) => (isInside ? value : radius * (value / norm)) + 0) // + 0 turns −0 into 0
}
