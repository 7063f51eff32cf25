import type { Kernels } from '../kernels.ts'
import { axpy, dot } from './vectors.ts'

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
