import { kernels } from './kernels/kernels.ts'
import { norm2 } from './norms.ts'

/** A symmetric tridiagonal matrix T. */
export interface TridiagonalMatrix {
  diagonal: Float64Array
  /** offDiagonal[k] couples k and k + 1. */
  offDiagonal: Float64Array
}

/** A symmetric matrix A = QTQᵀ with T tridiagonal and Q a product of reflections. */
export interface Tridiagonal extends TridiagonalMatrix {
  /** Column k holds, below the diagonal, the unit vector of reflection k, or zeros where none was needed. */
  reflections: Float64Array
}

/** A length that means 0 in a matrix whose largest entry is near 1, well above the numbers that lose digits. */
const NEGLIGIBLE = 1e-150

/**
 * Reflects A until it is tridiagonal: A ← RAR with R = I − 2vv', column by column.
 *
 * Works in A, and reads only what lies on and below its diagonal.
 *
 * Source: Golub & Van Loan, "Matrix Computations", section 8.3.
 */
export function tridiagonalize(A: Float64Array, size: number): Tridiagonal {
  const q = new Float64Array(size)
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

    symmetricTimes(A, size, first, v, q)
    const along = kernels.dot(v, 0, q, 0, rest)
    for (let i = 0; i < rest; i++) q[i] = 2 * (q[i] - along * v[i])
    subtractOuter(A, size, first, v, q)
  }
  return { diagonal, offDiagonal, reflections: A }
}

/**
 * out = A'v for the symmetric matrix A' that A has from row and column `first` on. The entries of v and out that count
 * stand at their front; each entry below the diagonal is read once, for its row and for its column.
 */
function symmetricTimes(
  A: Float64Array,
  size: number,
  first: number,
  v: Float64Array,
  out: Float64Array,
): void {
  const rest = size - first
  out.fill(0, 0, rest)
  for (let j = 0; j < rest; j++) {
    const column = (first + j) * size + first
    const vj = v[j]
    let sum = A[column + j] * vj
    for (let i = j + 1; i < rest; i++) {
      const entry = A[(column + i) | 0]
      sum += entry * v[i]
      out[i] += entry * vj
    }
    out[j] += sum
  }
}

/** A' ← A' − vqᵀ − qvᵀ, on and below the diagonal. */
function subtractOuter(
  A: Float64Array,
  size: number,
  first: number,
  v: Float64Array,
  q: Float64Array,
): void {
  const rest = size - first
  for (let j = 0; j < rest; j++) {
    const column = (first + j) * size + first
    const [vj, qj] = [v[j], q[j]]
    for (let i = j; i < rest; i++) A[(column + i) | 0] -= v[i] * qj + q[i] * vj
  }
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

/**
 * Solves (T + shift·I)x = b, and returns x, for T positive semidefinite and shift > 0; of T it takes as many rows as b
 * has entries.
 */
export function solveShifted(
  { diagonal, offDiagonal }: TridiagonalMatrix,
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
