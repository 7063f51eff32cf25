import type { Kernels } from '../types.ts'

/**
 * Returns an index or a length unchanged, but lets the compiler see that it is one and drop its checks for sign and
 * overflow: up to a third of the time of a kernel. No array is longer than 2²⁹ numbers, so a sum of two indices fits too.
 */
export const asIndex = (value: number): number => value & 0x1fffffff

/** Four partial sums: the processor adds them in parallel, and the rounding error is smaller. */
export const dot: Kernels['dot'] = (a, aStart, b, bStart, length) => {
  const count = asIndex(length)
  const from = asIndex(aStart)
  const other = asIndex(bStart)
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = 0
  for (; i < count - 3; i += 4) {
    const k = from + i
    const m = other + i
    s0 += a[k] * b[m]
    s1 += a[k + 1] * b[m + 1]
    s2 += a[k + 2] * b[m + 2]
    s3 += a[k + 3] * b[m + 3]
  }
  for (; i < count; i++) s0 += a[from + i] * b[other + i]
  return s0 + s1 + (s2 + s3)
}

export const squares: Kernels['squares'] = (a, aStart, length) => {
  const end = asIndex(aStart) + asIndex(length)
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = asIndex(aStart)
  for (; i < end - 3; i += 4) {
    const a0 = a[i]
    const a1 = a[i + 1]
    const a2 = a[i + 2]
    const a3 = a[i + 3]
    s0 += a0 * a0
    s1 += a1 * a1
    s2 += a2 * a2
    s3 += a3 * a3
  }
  for (; i < end; i++) s0 += a[i] * a[i]
  return s0 + s1 + (s2 + s3)
}

export const axpy: Kernels['axpy'] = (alpha, x, xStart, y, yStart, length) => {
  const count = asIndex(length)
  const from = asIndex(xStart)
  const to = asIndex(yStart)
  for (let i = 0; i < count; i++) y[to + i] += alpha * x[from + i]
}

export const solveLower: Kernels['solveLower'] = (L, capacity, size, b, start) => {
  for (let k = 0; k < size; k++) {
    const row = k * capacity
    b[start + k] = (b[start + k] - dot(L, row, b, start, k)) / L[row + k]
  }
}

export const solveLowerTransposed: Kernels['solveLowerTransposed'] = (L, capacity, size, b) => {
  for (let k = size - 1; k >= 0; k--) {
    const row = k * capacity
    b[k] /= L[row + k]
    axpy(-b[k], L, row, b, 0, k)
  }
}
