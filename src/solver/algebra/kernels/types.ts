import type { Workspace } from '../workspace.ts'

/**
 * The dense kernels in which a large fit spends its time. Matrices are column-major.
 *
 * They stand behind an interface so that faster ones (SIMD) can replace them at run time.
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
  /** squares[j] = ‖x_j‖² and products[j] = x_jᵀr for the columns j from `from` to before `to`, in one pass over them. */
  columnProducts(
    X: Float64Array,
    rows: number,
    from: number,
    to: number,
    r: Float64Array,
    squares: Float64Array,
    products: Float64Array,
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
  /** Solves Lx = b in place of b, which starts at `start`; L is lower triangular, row k at k·capacity. */
  solveLower(L: Float64Array, capacity: number, size: number, b: Float64Array, start: number): void
  /** Solves Lᵀx = b in place. */
  solveLowerTransposed(L: Float64Array, capacity: number, size: number, b: Float64Array): void
  /** out = XᵀX, both triangles, for X of rows × columns. */
  gram(X: Float64Array, rows: number, columns: number, out: Float64Array): void
  /** How many times as fast `gram` multiplies as a product of X with a vector, which has to wait for the memory. */
  readonly gramSpeed: number
  /** The memory for a problem of about `size` numbers, placed where these kernels work best. */
  workspace(size: number): Workspace
}
