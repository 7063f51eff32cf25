import { checkFinite, checkRange } from '../input/checks.ts'

/**
 * Soft threshold, the proximal operator of t·|·|: pulls `z` toward zero by `t` and stops there.
 *
 * sign(z)·max(|z| − t, 0), the minimizer over w of ½(w − z)² + t·|w|.
 *
 * @param z the number to threshold
 * @param t the threshold, ≥ 0, in the units of z
 * @throws ShrinkageError if z is not finite or t is not a number ≥ 0
 * @example
 * softThreshold(3, 1) // 2
 * softThreshold(-0.5, 1) // 0
 */
export function softThreshold(z: number, t: number): number {
  checkFinite(z, 'z')
  return rawSoftThreshold(z, checkRange(t, 't', 0))
}

/** The same for the loops of the methods, whose numbers are known to be numbers and may be infinite. */
export function rawSoftThreshold(z: number, t: number): number {
  if (z > t) return z - t
  if (z < -t) return z + t
  return 0
}
