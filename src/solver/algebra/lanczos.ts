import { kernels } from './kernels/kernels.ts'
import type { TridiagonalMatrix } from './tridiagonal.ts'
import type { Allocate } from './workspace.ts'

/** out = Sv for a symmetric matrix S. */
export type Product = (v: Float64Array, out: Float64Array) => void

/**
 * An orthonormal basis q₁, …, qₖ of b, Sb, …, Sᵏ⁻¹b, in which a symmetric S is tridiagonal.
 *
 * With these vectors as the columns of Q, T = QᵀSQ is tridiagonal, b = ‖b‖q₁ and SQ = QT + βqₖ₊₁eₖᵀ.
 */
export interface KrylovBasis extends TridiagonalMatrix {
  /** The length of the vectors, and their number k; there are at most as many as T has room for. */
  size: number
  count: number
  /** ‖b‖. */
  startLength: number
  /** offDiagonal[k − 1] is β. */
  offDiagonal: Float64Array
  /** Q and SQ, column by column. */
  vectors: Float64Array
  products: Float64Array
  /** βqₖ₊₁; b at the start. */
  next: Float64Array
  /** Room for a coefficient of each vector, and for a sum of vectors. */
  coefficients: Float64Array
  sum: Float64Array
  /** 0, 1, …: the columns of Q. */
  members: Int32Array
  allocate: Allocate
}

/** How many vectors there is room for at first. */
const FIRST_CAPACITY = 32

/** The empty basis that starts from b, for at most `most` vectors. */
export function startKrylov(b: Float64Array, most: number, allocate: Allocate): KrylovBasis {
  const size = b.length
  const next = allocate(size)
  next.set(b)
  const capacity = size * Math.min(FIRST_CAPACITY, most)
  return {
    size,
    count: 0,
    startLength: lengthOf(b),
    diagonal: new Float64Array(most),
    offDiagonal: new Float64Array(most),
    vectors: allocate(capacity),
    products: allocate(capacity),
    next,
    coefficients: allocate(most),
    sum: allocate(size),
    members: Int32Array.from({ length: most }, (_, k) => k),
    allocate,
  }
}

/**
 * One step of the Lanczos process, for b ≠ 0: the next vector, and the next row of T.
 *
 * In exact arithmetic Sqₖ is orthogonal to all vectors but the last two as it comes. Rounding undoes that, so it is made
 * orthogonal to all of them.
 *
 * Source: Golub & Van Loan, "Matrix Computations", sections 10.1 and 10.3.
 */
export function extendKrylov(basis: KrylovBasis, times: Product): void {
  const { size, count, diagonal, offDiagonal, next } = basis
  if (count * size === basis.vectors.length) enlarge(basis)
  const { vectors, products } = basis
  const start = count * size
  const q = vectors.subarray(start, start + size)
  const product = products.subarray(start, start + size)
  const length = count === 0 ? basis.startLength : offDiagonal[count - 1]
  for (let i = 0; i < size; i++) q[i] = next[i] / length
  times(q, product)

  next.set(product)
  if (count > 0) kernels.axpy(-length, vectors, start - size, next, 0, size)
  diagonal[count] = kernels.dot(q, 0, next, 0, size)
  kernels.axpy(-diagonal[count], q, 0, next, 0, size)
  basis.count++
  orthogonalize(basis, next)
  offDiagonal[count] = lengthOf(next)
}

/** Doubles the room for vectors. */
function enlarge(basis: KrylovBasis): void {
  const { size, count, vectors, products, diagonal, allocate } = basis
  const capacity = size * Math.min(2 * count, diagonal.length)
  basis.vectors = allocate(capacity)
  basis.vectors.set(vectors)
  basis.products = allocate(capacity)
  basis.products.set(products)
}

/**
 * v ← v − QQᵀv. If little of v is left, the rounding of what was taken away counts, and a second time removes it: "twice
 * is enough" (Parlett, "The Symmetric Eigenvalue Problem", section 6.9).
 */
function orthogonalize(
  { size, count, vectors, coefficients, members, sum }: KrylovBasis,
  v: Float64Array,
): void {
  for (let pass = 0; pass < 2; pass++) {
    const before = lengthOf(v)
    kernels.transposeTimes(vectors, size, count, v, coefficients)
    kernels.combine(vectors, size, members, count, coefficients, sum)
    kernels.axpy(-1, sum, 0, v, 0, size)
    if (lengthOf(v) > before / 2) return
  }
}

/** Writes Qz into `vector` and SQz into `product`, by the first `count` entries of z. */
export function combineKrylov(
  { size, vectors, products, members }: KrylovBasis,
  z: Float64Array,
  count: number,
  vector: Float64Array,
  product: Float64Array,
): void {
  kernels.combine(vectors, size, members, count, z, vector)
  kernels.combine(products, size, members, count, z, product)
}

function lengthOf(v: Float64Array): number {
  return Math.sqrt(kernels.dot(v, 0, v, 0, v.length))
}
