import type { Kernels } from '../kernels.ts'
import { asIndex } from './arrayIndex.ts'
import { dot } from './vectors.ts'

/** Rows of a block of X that stays in the cache. */
const BLOCK = 256

/** Three columns at a time, first with themselves, then with the others in twos: each entry read is used twice or more. */
export const gram: Kernels['gram'] = (X, rows, columns, out) => {
  for (let i = 0; i < columns * columns; i++) out[i] = 0
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start)
    let k = 0
    for (; k + 2 < columns; k += 3) {
      const from = k * rows + start
      const at = k * columns
      addTriangle(X, from, rows, length, out, at + k, columns)
      let j = k + 3
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

/** Adds the products of three neighbouring columns, which start at `k`, with one another, on and above the diagonal. */
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
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s11 = 0
  let s12 = 0
  let s22 = 0
  for (let i = 0; i < count; i++) {
    const a = X[k0 + i]
    const b = X[k1 + i]
    const c = X[k2 + i]
    s00 += a * a
    s01 += a * b
    s02 += a * c
    s11 += b * b
    s12 += b * c
    s22 += c * c
  }
  out[at] += s00
  out[at + 1] += s01
  out[at + 2] += s02
  out[at + columns + 1] += s11
  out[at + columns + 2] += s12
  out[at + 2 * columns + 2] += s22
}

/** Adds the products of three neighbouring columns, from `k` on, with two others, from `j` on. */
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
  const j0 = asIndex(j)
  const j1 = asIndex(j + rows)
  let s00 = 0
  let s01 = 0
  let s10 = 0
  let s11 = 0
  let s20 = 0
  let s21 = 0
  for (let i = 0; i < count; i++) {
    const a = X[k0 + i]
    const b = X[k1 + i]
    const c = X[k2 + i]
    const d = X[j0 + i]
    const e = X[j1 + i]
    s00 += a * d
    s01 += a * e
    s10 += b * d
    s11 += b * e
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

/** Adds the products of three neighbouring columns, from `k` on, with one other, from `j` on. */
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
  const j0 = asIndex(j)
  let s0 = 0
  let s1 = 0
  let s2 = 0
  for (let i = 0; i < count; i++) {
    const d = X[j0 + i]
    s0 += X[k0 + i] * d
    s1 += X[k1 + i] * d
    s2 += X[k2 + i] * d
  }
  out[at] += s0
  out[at + columns] += s1
  out[at + 2 * columns] += s2
}
