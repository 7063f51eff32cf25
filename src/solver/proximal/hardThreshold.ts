import { checkFinite, checkRange } from '../input/checks.ts'

/**
 * Hard threshold: keeps `z` as it is when |z| > t, else answers 0.
 *
 * The proximal operator of ½t²·[w ≠ 0]: it minimizes ½(w − z)² + ½t²·[w ≠ 0] over w. Best-subset selection acts so on
 * an orthonormal design; set beside the soft threshold it shows which part of the lasso's answer is shrinkage.
 * At |z| = t both 0 and z are minimizers, and the sparse one is given.
 * Source: Donoho & Johnstone (1994), "Ideal spatial adaptation by wavelet shrinkage".
 *
 * @param z the number to threshold
 * @param t the threshold, ≥ 0, in the units of z
 * @throws ShrinkageError if z is not finite or t is not a number ≥ 0
 * @example
 * hardThreshold(3, 1) // 3
 * hardThreshold(-0.5, 1) // 0
 */
export function hardThreshold(z: number, t: number): number {
  return Math.abs(checkFinite(z, 'z')) > checkRange(t, 't', 0) ? z : 0
}
