import { plainKernels } from './plain/plainKernels.ts'

/** Makes an array of zeros. */
export type Allocate = (length: number) => Float64Array

/** Room for the arrays of one problem. */
export interface Arena {
  allocate: Allocate
  /** Copies numbers into it. */
  copy(values: Float64Array): Float64Array
  /** Ends the use of all arrays in it, so that the next problem can have the room. */
  release(): void
}

/**
 * The dense kernels in which a large fit spends its time. Matrices are column-major.
 *
 * They stand behind an interface so that faster ones (SIMD) can take their place at run time.
 */
export interface Kernels {
  /** Σ a[aStart + i]·b[bStart + i] over `length` entries. */
  dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number
  /** Σ a[aStart + i]² over `length` entries. */
  squares(a: Float64Array, aStart: number, length: number): number
  /** y[yStart + i] += alpha·x[xStart + i] over `length` entries. */
  axpy(
    alpha: number,
    x: Float64Array,
    xStart: number,
    y: Float64Array,
    yStart: number,
    length: number,
  ): void
  /** out = Xᵀr for X of rows × columns. */
  transposeTimes(
    X: Float64Array,
    rows: number,
    columns: number,
    r: Float64Array,
    out: Float64Array,
  ): void
  /** out[j] = x_jᵀr for the first `count` columns j in `members`; the others stay. */
  transposeTimesAt(
    X: Float64Array,
    rows: number,
    members: Int32Array,
    count: number,
    r: Float64Array,
    out: Float64Array,
  ): void
  /** out = Σ u_j·x_j over the first `count` columns j in `members`. */
  combine(
    X: Float64Array,
    rows: number,
    members: Int32Array,
    count: number,
    u: Float64Array,
    out: Float64Array,
  ): void
  /** out[o·count + k] = x_iᵀx_j for i = others[o] and the first `count` columns j in `members`. */
  crossProducts(
    X: Float64Array,
    rows: number,
    members: Int32Array,
    count: number,
    others: Int32Array,
    out: Float64Array,
  ): void
  /** Solves Lx = b in place of b, which starts at `start`; L is lower triangular, row k at k·capacity. */
  solveLower(L: Float64Array, capacity: number, size: number, b: Float64Array, start: number): void
  /** Solves Lᵀx = b in place. */
  solveLowerTransposed(L: Float64Array, capacity: number, size: number, b: Float64Array): void
  /** out = XᵀX, both triangles, for X of rows × columns. */
  gram(X: Float64Array, rows: number, columns: number, out: Float64Array): void
  /**
   * Where the arrays of one large problem should lie, about `size` numbers, for these kernels to be at their best; null
   * if that is anywhere.
   */
  arena(size: number): Arena | null
}

/** The kernels in use. */
export let kernels: Kernels = plainKernels

/** Replaces the kernels in use, for the whole program. */
export function useKernels(replacement: Kernels): void {
  kernels = replacement
}
