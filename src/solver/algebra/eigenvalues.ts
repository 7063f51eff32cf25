import { ShrinkageError } from '../input/errors.ts'
import type { Matrix } from '../fit.ts'
import { tridiagonalize } from './tridiagonal.ts'

/**
 * The eigenvalues of a symmetric matrix, the largest first, accurate to rounding of the largest.
 *
 * Householder reflections make the matrix tridiagonal, then implicit QL steps make it diagonal.
 * Source: Golub & Van Loan, "Matrix Computations", section 8.3.
 */
export function symmetricEigenvalues({ rows: size, data }: Matrix): Float64Array {
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return new Float64Array(size)
  const scaled = data.map((value) => value / largest)
  const { diagonal, offDiagonal } = tridiagonalize(scaled, size)
  diagonalise(diagonal, offDiagonal)
  return diagonal
    .map((value) => value * largest)
    .sort()
    .reverse()
}

/** Many more than the two or three that an eigenvalue takes. */
const MOST_STEPS = 100

/** QL steps with Wilkinson's shift; each eigenvalue takes two or three. */
function diagonalise(d: Float64Array, e: Float64Array): void {
  for (let low = 0; low < d.length; low++) {
    for (let step = 0; ; step++) {
      let high = low
      while (high < d.length - 1 && !isNegligible(d, e, high)) high++
      if (high === low) break
      if (step === MOST_STEPS) {
        throw new ShrinkageError('no-solution', 'The eigenvalues of this matrix cannot be found.')
      }
      const half = (d[low + 1] - d[low]) / (2 * e[low])
      const root = Math.hypot(half, 1)
      let g = d[high] - d[low] + e[low] / (half + (half < 0 ? -root : root))
      let [sine, cosine, p] = [1, 1, 0]
      for (let i = high - 1; i >= low; i--) {
        const f = sine * e[i]
        const b = cosine * e[i]
        const r = Math.hypot(f, g)
        e[i + 1] = r
        sine = r === 0 ? 0 : f / r
        cosine = r === 0 ? 1 : g / r
        const shifted = d[i + 1] - p
        const t = (d[i] - shifted) * sine + 2 * cosine * b
        p = sine * t
        d[i + 1] = shifted + p
        g = cosine * t - b
      }
      d[low] -= p
      e[low] = g
      e[high] = 0
    }
  }
}

/** The largest entry is 1. Measured by it, as beside two tiny entries nothing else would ever be small. */
function isNegligible(d: Float64Array, e: Float64Array, k: number): boolean {
  return Math.abs(e[k]) <= Number.EPSILON * Math.max(1, Math.abs(d[k]) + Math.abs(d[k + 1]))
}
