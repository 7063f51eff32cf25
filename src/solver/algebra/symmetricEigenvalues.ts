import type { Matrix } from '../fit.ts'
import { kernels } from './kernels.ts'
import { norm2 } from './norms.ts'

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
  const { diagonal, offDiagonal } = tridiagonalise(scaled, size)
  diagonalise(diagonal, offDiagonal)
  return diagonal
    .map((value) => value * largest)
    .sort()
    .reverse()
}

/** A length that means 0 in a matrix whose largest entry is 1, well above the numbers that lose digits. */
const NEGLIGIBLE = 1e-150

interface Tridiagonal {
  diagonal: Float64Array
  /** offDiagonal[k] couples k and k + 1; the last entry is 0. */
  offDiagonal: Float64Array
}

/** Reflects A until it is tridiagonal: A ← HAH with H = I − 2vv', column by column. Works in A. */
function tridiagonalise(A: Float64Array, size: number): Tridiagonal {
  const diagonal = new Float64Array(size)
  const offDiagonal = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    diagonal[k] = A[k * size + k]
    const rest = size - k - 1
    if (rest === 0) break
    const first = k + 1
    const v = A.slice(k * size + first, first * size)
    const length = norm2(v)
    if (length < NEGLIGIBLE) continue
    offDiagonal[k] = v[0] > 0 ? -length : length
    if (rest === 1) continue
    v[0] -= offDiagonal[k]
    const norm = norm2(v)
    for (let i = 0; i < rest; i++) v[i] /= norm

    const q = new Float64Array(rest)
    for (let j = 0; j < rest; j++) kernels.axpy(2 * v[j], A, (first + j) * size + first, q, 0, rest)
    kernels.axpy(-kernels.dot(v, 0, q, 0, rest), v, 0, q, 0, rest)
    for (let j = 0; j < rest; j++) {
      const column = (first + j) * size + first
      kernels.axpy(-q[j], v, 0, A, column, rest)
      kernels.axpy(-v[j], q, 0, A, column, rest)
    }
  }
  return { diagonal, offDiagonal }
}

/** QL steps with Wilkinson's shift; each eigenvalue takes two or three. */
function diagonalise(d: Float64Array, e: Float64Array): void {
  for (let low = 0; low < d.length; low++) {
    for (;;) {
      let high = low
      while (high < d.length - 1 && !isNegligible(d, e, high)) high++
      if (high === low) break
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

function isNegligible(d: Float64Array, e: Float64Array, k: number): boolean {
  return Math.abs(e[k]) <= Number.EPSILON * (Math.abs(d[k]) + Math.abs(d[k + 1]))
}
