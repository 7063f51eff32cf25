import type { Kernels } from '../types.ts'
import { asIndex, axpy, dot, squares } from './vectors.ts'

/** Rows of a block of X that stays in the cache. */
const BLOCK = 256

/** Four columns at a time, so that each entry of r is read once for all four. */
export const transposeTimes: Kernels['transposeTimes'] = (X, rows, columns, r, out) => {
  const length = asIndex(rows)
  let j = 0
  for (; j + 3 < columns; j += 4) {
    const c0 = asIndex(j * rows)
    const c1 = asIndex((j + 1) * rows)
    const c2 = asIndex((j + 2) * rows)
    const c3 = asIndex((j + 3) * rows)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let i = 0; i < length; i++) {
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

/** Four columns at a time, each entry of which is read once for both. */
export const columnProducts: Kernels['columnProducts'] = (X, rows, from, to, r, out, products) => {
  const length = asIndex(rows)
  let j = from
  for (; j + 3 < to; j += 4) {
    const c0 = asIndex(j * rows)
    const c1 = asIndex((j + 1) * rows)
    const c2 = asIndex((j + 2) * rows)
    const c3 = asIndex((j + 3) * rows)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let p0 = 0
    let p1 = 0
    let p2 = 0
    let p3 = 0
    for (let i = 0; i < length; i++) {
      const ri = r[i]
      const a = X[c0 + i]
      const b = X[c1 + i]
      const c = X[c2 + i]
      const d = X[c3 + i]
      s0 += a * a
      p0 += a * ri
      s1 += b * b
      p1 += b * ri
      s2 += c * c
      p2 += c * ri
      s3 += d * d
      p3 += d * ri
    }
    out[j] = s0
    out[j + 1] = s1
    out[j + 2] = s2
    out[j + 3] = s3
    products[j] = p0
    products[j + 1] = p1
    products[j + 2] = p2
    products[j + 3] = p3
  }
  for (; j < to; j++) {
    out[j] = squares(X, j * rows, rows)
    products[j] = dot(X, j * rows, r, 0, rows)
  }
}

export const transposeTimesAt: Kernels['transposeTimesAt'] = (X, rows, members, count, r, out) => {
  const length = asIndex(rows)
  let k = 0
  for (; k + 3 < count; k += 4) {
    const c0 = asIndex(members[k] * rows)
    const c1 = asIndex(members[k + 1] * rows)
    const c2 = asIndex(members[k + 2] * rows)
    const c3 = asIndex(members[k + 3] * rows)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let i = 0; i < length; i++) {
      const ri = r[i]
      s0 += X[c0 + i] * ri
      s1 += X[c1 + i] * ri
      s2 += X[c2 + i] * ri
      s3 += X[c3 + i] * ri
    }
    out[members[k]] = s0
    out[members[k + 1]] = s1
    out[members[k + 2]] = s2
    out[members[k + 3]] = s3
  }
  for (; k < count; k++) out[members[k]] = dot(X, members[k] * rows, r, 0, rows)
}

/** Four columns at a time, so that each entry of out is read and written once for all four. */
export const combine: Kernels['combine'] = (X, rows, members, count, u, out) => {
  const length = asIndex(rows)
  for (let i = 0; i < rows; i++) out[i] = 0
  let k = 0
  for (; k + 3 < count; k += 4) {
    const u0 = u[members[k]]
    const u1 = u[members[k + 1]]
    const u2 = u[members[k + 2]]
    const u3 = u[members[k + 3]]
    const c0 = asIndex(members[k] * rows)
    const c1 = asIndex(members[k + 1] * rows)
    const c2 = asIndex(members[k + 2] * rows)
    const c3 = asIndex(members[k + 3] * rows)
    for (let i = 0; i < length; i++) {
      const pair = u0 * X[c0 + i] + u1 * X[c1 + i]
      out[i] += pair + (u2 * X[c2 + i] + u3 * X[c3 + i])
    }
  }
  for (; k < count; k++) axpy(u[members[k]], X, members[k] * rows, out, 0, rows)
}

/** Blocks of four columns, first with themselves, then with two others at a time: each entry read is used at least twice. */
export const gram: Kernels['gram'] = (X, rows, columns, out) => {
  for (let i = 0; i < columns * columns; i++) out[i] = 0
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start)
    let k = 0
    for (; k + 3 < columns; k += 4) {
      const from = k * rows + start
      const at = k * columns
      addTriangle(X, from, rows, length, out, at + k, columns)
      let j = k + 4
      for (; j + 1 < columns; j += 2) {
        addTile(X, from, j * rows + start, rows, length, out, at + j, columns)
      }
      if (j < columns) addStrip(X, from, j * rows + start, rows, length, out, at + j, columns)
    }
    for (; k < columns; k++) {
      const from = k * rows + start
      for (let j = k; j < columns; j++) {
        out[k * columns + j] += dot(X, from, X, j * rows + start, length)
      }
    }
  }
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < j; k++) out[j * columns + k] = out[k * columns + j]
  }
}

/** Adds the products of four neighbouring columns, which start at `k`, with one another, on and above the diagonal. */
function addTriangle(
  X: Float64Array,
  k: number,
  rows: number,
  length: number,
  out: Float64Array,
  at: number,
  columns: number,
): void {
  const count = asIndex(length)
  const k0 = asIndex(k)
  const k1 = asIndex(k + rows)
  const k2 = asIndex(k + 2 * rows)
  const k3 = asIndex(k + 3 * rows)
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s03 = 0
  let s11 = 0
  let s12 = 0
  let s13 = 0
  let s22 = 0
  let s23 = 0
  let s33 = 0
  for (let i = 0; i < count; i++) {
    const a = X[k0 + i]
    const b = X[k1 + i]
    const c = X[k2 + i]
    const d = X[k3 + i]
    s00 += a * a
    s01 += a * b
    s02 += a * c
    s03 += a * d
    s11 += b * b
    s12 += b * c
    s13 += b * d
    s22 += c * c
    s23 += c * d
    s33 += d * d
  }
  const next = columns + 1
  out[at] += s00
  out[at + 1] += s01
  out[at + 2] += s02
  out[at + 3] += s03
  out[at + next] += s11
  out[at + next + 1] += s12
  out[at + next + 2] += s13
  out[at + 2 * next] += s22
  out[at + 2 * next + 1] += s23
  out[at + 3 * next] += s33
}

/** Adds the products of four neighbouring columns, from `k` on, with two others, from `j` on. */
function addTile(
  X: Float64Array,
  k: number,
  j: number,
  rows: number,
  length: number,
  out: Float64Array,
  at: number,
  columns: number,
): void {
  const count = asIndex(length)
  const k0 = asIndex(k)
  const k1 = asIndex(k + rows)
  const k2 = asIndex(k + 2 * rows)
  const k3 = asIndex(k + 3 * rows)
  const j0 = asIndex(j)
  const j1 = asIndex(j + rows)
  let s00 = 0
  let s01 = 0
  let s10 = 0
  let s11 = 0
  let s20 = 0
  let s21 = 0
  let s30 = 0
  let s31 = 0
  for (let i = 0; i < count; i++) {
    const left = X[j0 + i]
    const right = X[j1 + i]
    const a = X[k0 + i]
    s00 += a * left
    s01 += a * right
    const b = X[k1 + i]
    s10 += b * left
    s11 += b * right
    const c = X[k2 + i]
    s20 += c * left
    s21 += c * right
    const d = X[k3 + i]
    s30 += d * left
    s31 += d * right
  }
  out[at] += s00
  out[at + 1] += s01
  out[at + columns] += s10
  out[at + columns + 1] += s11
  out[at + 2 * columns] += s20
  out[at + 2 * columns + 1] += s21
  out[at + 3 * columns] += s30
  out[at + 3 * columns + 1] += s31
}

/** Adds the products of four neighbouring columns, from `k` on, with one other, from `j` on. */
function addStrip(
  X: Float64Array,
  k: number,
  j: number,
  rows: number,
  length: number,
  out: Float64Array,
  at: number,
  columns: number,
): void {
  const count = asIndex(length)
  const k0 = asIndex(k)
  const k1 = asIndex(k + rows)
  const k2 = asIndex(k + 2 * rows)
  const k3 = asIndex(k + 3 * rows)
  const j0 = asIndex(j)
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let i = 0; i < count; i++) {
    const value = X[j0 + i]
    s0 += X[k0 + i] * value
    s1 += X[k1 + i] * value
    s2 += X[k2 + i] * value
    s3 += X[k3 + i] * value
  }
  out[at] += s0
  out[at + columns] += s1
  out[at + 2 * columns] += s2
  out[at + 3 * columns] += s3
}
