import { norm2 } from '../algebra/norms.ts'
import { checkRange, checkVector } from '../input/checks.ts'
import type { VectorLike } from '../fit.ts'

/**
 * Soft threshold of a whole group: shortens the vector `z` by `t` without turning it, down to the zero vector.
 *
 * max(1 − t/‖z‖₂, 0)·z, the proximal operator of t·‖·‖₂: the minimizer over w of ½‖w − z‖₂² + t‖w‖₂. The norm is not
 * squared, so it has a kink at the origin, and a group leaves the model as one. A group of one is {@link softThreshold}.
 * Source: Yuan & Lin (2006), "Model selection and estimation in regression with grouped variables".
 *
 * @param z the p numbers of one group
 * @param t the threshold, ≥ 0, in the units of z
 * @returns p numbers
 * @throws ShrinkageError if z is empty or not finite, or t is negative
 * @example
 * groupSoftThreshold([3, 4], 1) // [2.4, 3.2]
 * groupSoftThreshold([3, 4], 6) // [0, 0]
 */
export function groupSoftThreshold(z: VectorLike, t: number): Float64Array {
  const group = checkVector(z, 'z')
  const norm = norm2(group)
  const factor = norm > checkRange(t, 't', 0) ? 1 - t / norm : 0
  return group.map((value) => (factor === 0 ? 0 : factor * value))
}
