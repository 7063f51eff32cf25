import type { Kernels } from '../kernels.ts'
import { asIndex } from './arrayIndex.ts'
import { axpy, dot } from './vectors.ts'

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

/** Tiles of 2 × 2 columns: each entry read is used twice. */
export const crossProducts: Kernels['crossProducts'] = (X, rows, members, count, others, out) => {
  const length = asIndex(rows)
  for (let k = 0; k < count; k += 2) {
    const second = Math.min(k + 1, count - 1)
    const c0 = asIndex(members[k] * rows)
    const c1 = asIndex(members[second] * rows)
    for (let o = 0; o < others.length; o += 2) {
      const other = Math.min(o + 1, others.length - 1)
      const d0 = asIndex(others[o] * rows)
      const d1 = asIndex(others[other] * rows)
      let s00 = 0
      let s01 = 0
      let s10 = 0
      let s11 = 0
      for (let i = 0; i < length; i++) {
        const a = X[c0 + i]
        const b = X[c1 + i]
        const c = X[d0 + i]
        const d = X[d1 + i]
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
