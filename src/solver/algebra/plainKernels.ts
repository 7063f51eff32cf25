import type { Kernels } from './kernels.ts'

/** Four sums at once: the processor adds them side by side, and the rounding is smaller. */
const dot: Kernels['dot'] = (a, aStart, b, bStart, length) => {
  const end = aStart + length
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = aStart
  let k = bStart
  for (; i < end - 3; i += 4, k += 4) {
    s0 += a[i] * b[k]
    s1 += a[i + 1] * b[k + 1]
    s2 += a[i + 2] * b[k + 2]
    s3 += a[i + 3] * b[k + 3]
  }
  for (; i < end; i++, k++) s0 += a[i] * b[k]
  return s0 + s1 + (s2 + s3)
}

const squares: Kernels['squares'] = (a, aStart, length) => {
  const end = aStart + length
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = aStart | 0
  for (; i < end - 3; i = (i + 4) | 0) {
    const a0 = a[i]
    const a1 = a[(i + 1) | 0]
    const a2 = a[(i + 2) | 0]
    const a3 = a[(i + 3) | 0]
    s0 += a0 * a0
    s1 += a1 * a1
    s2 += a2 * a2
    s3 += a3 * a3
  }
  for (; i < end; i++) s0 += a[i] * a[i]
  return s0 + s1 + (s2 + s3)
}

const axpy: Kernels['axpy'] = (alpha, x, xStart, y, yStart, length) => {
  for (let i = 0; i < length; i++) y[yStart + i] += alpha * x[xStart + i]
}

/** Four columns at a time, so that each entry of r is read once for all four. */
const transposeTimes: Kernels['transposeTimes'] = (X, rows, columns, r, out) => {
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
      s0 += X[(c0 + i) | 0] * ri
      s1 += X[(c1 + i) | 0] * ri
      s2 += X[(c2 + i) | 0] * ri
      s3 += X[(c3 + i) | 0] * ri
    }
    out[j] = s0
    out[j + 1] = s1
    out[j + 2] = s2
    out[j + 3] = s3
  }
  for (; j < columns; j++) out[j] = dot(X, j * rows, r, 0, rows)
}

const transposeTimesAt: Kernels['transposeTimesAt'] = (X, rows, members, count, r, out) => {
  let k = 0
  for (; k + 3 < count; k += 4) {
    const c0 = members[k] * rows
    const c1 = members[k + 1] * rows
    const c2 = members[k + 2] * rows
    const c3 = members[k + 3] * rows
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let i = 0; i < rows; i++) {
      const ri = r[i]
      s0 += X[(c0 + i) | 0] * ri
      s1 += X[(c1 + i) | 0] * ri
      s2 += X[(c2 + i) | 0] * ri
      s3 += X[(c3 + i) | 0] * ri
    }
    out[members[k]] = s0
    out[members[k + 1]] = s1
    out[members[k + 2]] = s2
    out[members[k + 3]] = s3
  }
  for (; k < count; k++) out[members[k]] = dot(X, members[k] * rows, r, 0, rows)
}

/** Four columns at a time, so that each entry of out is read and written once for all four. */
const combine: Kernels['combine'] = (X, rows, members, count, u, out) => {
  for (let i = 0; i < rows; i++) out[i] = 0
  let k = 0
  for (; k + 3 < count; k += 4) {
    const u0 = u[members[k]]
    const u1 = u[members[k + 1]]
    const u2 = u[members[k + 2]]
    const u3 = u[members[k + 3]]
    const c0 = members[k] * rows
    const c1 = members[k + 1] * rows
    const c2 = members[k + 2] * rows
    const c3 = members[k + 3] * rows
    for (let i = 0; i < rows; i++) {
      const pair = u0 * X[(c0 + i) | 0] + u1 * X[(c1 + i) | 0]
      out[i] += pair + (u2 * X[(c2 + i) | 0] + u3 * X[(c3 + i) | 0])
    }
  }
  for (; k < count; k++) axpy(u[members[k]], X, members[k] * rows, out, 0, rows)
}

/** Tiles of 2 × 2 columns: each entry read is used twice. */
const crossProducts: Kernels['crossProducts'] = (X, rows, members, count, others, out) => {
  for (let k = 0; k < count; k += 2) {
    const second = Math.min(k + 1, count - 1)
    const c0 = members[k] * rows
    const c1 = members[second] * rows
    for (let o = 0; o < others.length; o += 2) {
      const other = Math.min(o + 1, others.length - 1)
      const d0 = others[o] * rows
      const d1 = others[other] * rows
      let s00 = 0
      let s01 = 0
      let s10 = 0
      let s11 = 0
      for (let i = 0; i < rows; i++) {
        const a = X[(c0 + i) | 0]
        const b = X[(c1 + i) | 0]
        const c = X[(d0 + i) | 0]
        const d = X[(d1 + i) | 0]
        s00 += a * c
        s01 += a * d
        s10 += b * c
        s11 += b * d
      }
      out[o * count + k] = s00
      out[other * count + k] = s01
      out[o * count + second] = s10
      out[other * count + second] = s11
    }
  }
}

const solveLower: Kernels['solveLower'] = (L, capacity, size, b, start) => {
  for (let k = 0; k < size; k++) {
    const row = k * capacity
    b[start + k] = (b[start + k] - dot(L, row, b, start, k)) / L[row + k]
  }
}

const solveLowerTransposed: Kernels['solveLowerTransposed'] = (L, capacity, size, b) => {
  for (let k = size - 1; k >= 0; k--) {
    const row = k * capacity
    b[k] /= L[row + k]
    axpy(-b[k], L, row, b, 0, k)
  }
}

/** Tiles of 3 × 2 columns: each entry read is used twice or more. Rows go in blocks that stay in the cache. */
const gram: Kernels['gram'] = (X, rows, columns, out) => {
  const block = 256
  const tiled = columns - (columns % 3)
  for (let i = 0; i < columns * columns; i++) out[i] = 0
  for (let start = 0; start < rows; start += block) {
    const length = Math.min(block, rows - start)
    for (let j = 0; j < tiled; j += 3) {
      const from = j * rows + start
      let k = 0
      for (; k < j + 2; k += 2) {
        addTile(X, from, k * rows + start, rows, length, out, j * columns + k, columns)
      }
      // What tiles leave on and below the diagonal is its last entry.
      if (k === j + 2) {
        const last = k * rows + start
        out[k * columns + k] += dot(X, last, X, last, length)
      }
    }
    for (let j = tiled; j < columns; j++) {
      const from = j * rows + start
      let k = 0
      for (; k + 3 <= j; k += 4) {
        addStrip(X, from, k * rows + start, rows, length, out, j * columns + k)
      }
      for (; k <= j; k++) out[j * columns + k] += dot(X, from, X, k * rows + start, length)
    }
  }
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < j; k++) out[k * columns + j] = out[j * columns + k]
  }
}

/**
 * Adds the products of three neighbouring columns, which start at j0, with two others, at k0, to out from `at` on.
 *
 * `| 0` says that an index fits into 32 bits, so that none is checked for overflow: a third of the time.
 */
function addTile(
  X: Float64Array,
  j0: number,
  k0: number,
  rows: number,
  length: number,
  out: Float64Array,
  at: number,
  columns: number,
): void {
  const j1 = j0 + rows
  const j2 = j1 + rows
  const k1 = k0 + rows
  let s00 = 0
  let s01 = 0
  let s10 = 0
  let s11 = 0
  let s20 = 0
  let s21 = 0
  for (let i = 0; i < length; i++) {
    const d = X[(k0 + i) | 0]
    const e = X[(k1 + i) | 0]
    const a = X[(j0 + i) | 0]
    s00 += a * d
    s01 += a * e
    const b = X[(j1 + i) | 0]
    s10 += b * d
    s11 += b * e
    const c = X[(j2 + i) | 0]
    s20 += c * d
    s21 += c * e
  }
  out[at] += s00
  out[at + 1] += s01
  out[at + columns] += s10
  out[at + columns + 1] += s11
  out[at + 2 * columns] += s20
  out[at + 2 * columns + 1] += s21
}

/** Adds the products of one column, which starts at j, with four neighbouring ones, at k0, to out from `at` on. */
function addStrip(
  X: Float64Array,
  j: number,
  k0: number,
  rows: number,
  length: number,
  out: Float64Array,
  at: number,
): void {
  const k1 = k0 + rows
  const k2 = k1 + rows
  const k3 = k2 + rows
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let i = 0; i < length; i++) {
    const a = X[(j + i) | 0]
    s0 += a * X[(k0 + i) | 0]
    s1 += a * X[(k1 + i) | 0]
    s2 += a * X[(k2 + i) | 0]
    s3 += a * X[(k3 + i) | 0]
  }
  out[at] += s0
  out[at + 1] += s1
  out[at + 2] += s2
  out[at + 3] += s3
}

/** The kernels in plain TypeScript: always there, and what every other set is tested against. */
export const plainKernels: Kernels = {
  dot,
  squares,
  axpy,
  transposeTimes,
  transposeTimesAt,
  combine,
  crossProducts,
  solveLower,
  solveLowerTransposed,
  gram,
  arena: () => null,
}
