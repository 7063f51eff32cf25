import { kernels } from './kernels.ts'
import { norm2 } from './norms.ts'

/** A symmetric matrix A = QTQᵀ with T tridiagonal and Q a product of reflections. */
export interface Tridiagonal {
  diagonal: Float64Array
  /** offDiagonal[k] couples k and k + 1; the last entry is 0. */
  offDiagonal: Float64Array
  /** Column k holds, below the diagonal, the unit vector of reflection k, or zeros where none was needed. */
  reflections: Float64Array
}

/** A length that means 0 in a matrix whose largest entry is near 1, well above the numbers that lose digits. */
const NEGLIGIBLE = 1e-150

/**
 * Reflects A until it is tridiagonal: A ← RAR with R = I − 2vv', column by column.
 *
 * Works in A, of which it reads what lies on and below the diagonal, and in q of its size.
 *
 * Source: Golub & Van Loan, "Matrix Computations", section 8.3.
 */
export function tridiagonalise(
  A: Float64Array,
  size: number,
  q: Float64Array = new Float64Array(size),
): Tridiagonal {
  const diagonal = new Float64Array(size)
  const offDiagonal = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    diagonal[k] = A[k * size + k]
    const first = k + 1
    const rest = size - first
    if (rest === 0) break
    const v = A.subarray(k * size + first, first * size)
    const length = norm2(v)
    if (length < NEGLIGIBLE || rest === 1) {
      offDiagonal[k] = rest === 1 ? v[0] : 0
      v.fill(0)
      continue
    }
    offDiagonal[k] = v[0] > 0 ? -length : length
    v[0] -= offDiagonal[k]
    const norm = norm2(v)
    for (let i = 0; i < rest; i++) v[i] /= norm

    kernels.symmetricTimes(A, size, first, v, q)
    const along = kernels.dot(v, 0, q, 0, rest)
    for (let i = 0; i < rest; i++) q[i] = 2 * (q[i] - along * v[i])
    kernels.subtractOuter(A, size, first, v, q)
  }
  return { diagonal, offDiagonal, reflections: A }
}

/** x ← Qᵀx. */
export function applyTransposed(tridiagonal: Tridiagonal, x: Float64Array): void {
  for (let k = 0; k < x.length - 1; k++) reflectAt(tridiagonal, k, x)
}

/** x ← Qx. */
export function apply(tridiagonal: Tridiagonal, x: Float64Array): void {
  for (let k = x.length - 2; k >= 0; k--) reflectAt(tridiagonal, k, x)
}

function reflectAt({ reflections }: Tridiagonal, k: number, x: Float64Array): void {
  const size = x.length
  const start = k * size + k + 1
  const rest = size - k - 1
  const twice = 2 * kernels.dot(reflections, start, x, k + 1, rest)
  if (twice !== 0) kernels.axpy(-twice, reflections, start, x, k + 1, rest)
}

/** Solves (T + shift·I)x = b, and returns x, for T positive semidefinite and shift > 0. */
export function solveShifted(
  { diagonal, offDiagonal }: Tridiagonal,
  shift: number,
  b: Float64Array,
  x: Float64Array = new Float64Array(b.length),
): Float64Array {
  const size = b.length
  x.set(b)
  const pivots = new Float64Array(size)
  pivots[0] = diagonal[0] + shift
  for (let k = 1; k < size; k++) {
    const factor = offDiagonal[k - 1] / pivots[k - 1]
    // Rounding must not take a pivot below what the shift alone gives.
    pivots[k] = Math.max(shift, diagonal[k] + shift - factor * offDiagonal[k - 1])
    x[k] -= factor * x[k - 1]
  }
  for (let k = size - 1; k >= 0; k--) {
    const next = k + 1 < size ? offDiagonal[k] * x[k + 1] : 0
    x[k] = (x[k] - next) / pivots[k]
  }
  return x
}
