import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'

/**
 * Anderson acceleration: the mean of the last vectors of a sequence, with weights that sum to 1, whose step is shortest.
 *
 * Near its limit a linearly convergent method multiplies its steps by a fixed matrix, and then this mean is far ahead of
 * the last vector. The weights solve DᵀDc = 1 up to their sum, the columns of D being the steps.
 * Anderson (1965); Bertrand and Massias (2021), "Anderson acceleration of coordinate descent".
 *
 * @returns null if the steps depend on each other.
 */
export function extrapolate(vectors: Float64Array[]): Float64Array | null {
  const size = vectors[0].length
  const count = vectors.length - 1
  const steps = vectors.slice(1).map((v, k) => v.map((value, j) => value - vectors[k][j]))
  const factor = emptyFactor(count)
  for (let k = 0; k < count; k++) {
    const cross = Float64Array.from({ length: k + 1 }, (_, i) =>
      kernels.dot(steps[k], 0, steps[i], 0, size),
    )
    if (!appendRow(factor, cross, cross[k], 0)) return null
  }
  const weights = new Float64Array(count).fill(1)
  solveInPlace(factor, weights)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const mean = new Float64Array(size)
  weights.forEach((weight, k) => kernels.axpy(weight / sum, vectors[k + 1], 0, mean, 0, size))
  return mean
}
