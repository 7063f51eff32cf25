/**
 * Soft threshold, the proximal operator of t·|·|: pulls `z` toward zero by `t` and stops there.
 *
 * sign(z)·max(|z| − t, 0), the minimiser over w of ½(w − z)² + t·|w|.
 *
 * @example
 * softThreshold(3, 1) // 2
 * softThreshold(-0.5, 1) // 0
 */
export function softThreshold(z: number, t: number): number {
  if (z > t) return z - t
  if (z < -t) return z + t
  return 0
}
