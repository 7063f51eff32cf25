/**
 * The dense kernels in which a large fit spends its time. Matrices are column-major.
 *
 * They stand behind an interface so that faster ones (SIMD) can take their place at run time.
 */
export interface Kernels {
  /** Σ a[aStart + i]·b[bStart + i] over `length` entries. */
  dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number
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
  /** out = XᵀX, both triangles, for X of rows × columns. */
  gram(X: Float64Array, rows: number, columns: number, out: Float64Array): void
}

/** Four sums at once: the processor adds them side by side, and the rounding is smaller. */
function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = 0
  for (; i + 3 < length; i += 4) {
    s0 += a[aStart + i] * b[bStart + i]
    s1 += a[aStart + i + 1] * b[bStart + i + 1]
    s2 += a[aStart + i + 2] * b[bStart + i + 2]
    s3 += a[aStart + i + 3] * b[bStart + i + 3]
  }
  for (; i < length; i++) s0 += a[aStart + i] * b[bStart + i]
  return s0 + s1 + (s2 + s3)
}

function axpy(
  alpha: number,
  x: Float64Array,
  xStart: number,
  y: Float64Array,
  yStart: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) y[yStart + i] += alpha * x[xStart + i]
}

/** Four columns at a time, so that each entry of r is read once for all four. */
function transposeTimes(
  X: Float64Array,
  rows: number,
  columns: number,
  r: Float64Array,
  out: Float64Array,
): void {
  let j = 0
  for (; j + 3 < columns; j += 4) {
    const c0 = j * rows
    const c1 = c0 + rows
    const c2 = c1 + rows
    const c3 = c2 + rows
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let i = 0; i < rows; i++) {
      const ri = r[i]
      s0 += X[c0 + i] * ri
      s1 += X[c1 + i] * ri
      s2 += X[c2 + i] * ri
      s3 += X[c3 + i] * ri
    }
    out[j] = s0
    out[j + 1] = s1
    out[j + 2] = s2
    out[j + 3] = s3
  }
  for (; j < columns; j++) out[j] = dot(X, j * rows, r, 0, rows)
}

/** Tiles of 2 × 2 columns: each entry read is used twice. Rows go in blocks that stay in the cache. */
function gram(X: Float64Array, rows: number, columns: number, out: Float64Array): void {
  const block = 512
  out.fill(0, 0, columns * columns)
  for (let start = 0; start < rows; start += block) {
    const length = Math.min(block, rows - start)
    for (let j = 0; j < columns; j += 2) {
      const j0 = j * rows + start
      for (let k = 0; k < j; k += 2) {
        addTile(X, j0, k * rows + start, rows, length, out, j, k, columns)
      }
      out[j * columns + j] += dot(X, j0, X, j0, length)
      if (j + 1 < columns) {
        const j1 = j0 + rows
        out[(j + 1) * columns + j] += dot(X, j1, X, j0, length)
        out[(j + 1) * columns + j + 1] += dot(X, j1, X, j1, length)
      }
    }
  }
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < j; k++) out[k * columns + j] = out[j * columns + k]
  }
}

/** Adds the products of columns j, j + 1 with columns k, k + 1; k + 1 < j always exists, j + 1 may not. */
function addTile(
  X: Float64Array,
  j0: number,
  k0: number,
  rows: number,
  length: number,
  out: Float64Array,
  j: number,
  k: number,
  columns: number,
): void {
  const k1 = k0 + rows
  const row = j * columns + k
  if (j + 1 === columns) {
    out[row] += dot(X, j0, X, k0, length)
    out[row + 1] += dot(X, j0, X, k1, length)
    return
  }
  const j1 = j0 + rows
  let s00 = 0
  let s01 = 0
  let s10 = 0
  let s11 = 0
  for (let i = 0; i < length; i++) {
    const a = X[j0 + i]
    const b = X[j1 + i]
    const c = X[k0 + i]
    const d = X[k1 + i]
    s00 += a * c
    s01 += a * d
    s10 += b * c
    s11 += b * d
  }
  out[row] += s00
  out[row + 1] += s01
  out[row + columns] += s10
  out[row + columns + 1] += s11
}

/** The kernels in plain TypeScript: always there, and what every other set is tested against. */
export const plainKernels: Kernels = { dot, axpy, transposeTimes, gram }

/** The kernels in use. */
export let kernels: Kernels = plainKernels

/** Replaces the kernels in use, for the whole program. */
export function useKernels(replacement: Kernels): void {
  kernels = replacement
}
