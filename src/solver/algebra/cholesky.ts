import { kernels } from './kernels/kernels.ts'
import { allocateFromPool, type Allocate } from './workspace.ts'

/**
 * The Cholesky factor L of a symmetric positive definite matrix H = LLᵀ that grows and shrinks by one row at a time.
 *
 * Row k of L starts at `data[k * capacity]`.
 */
export interface CholeskyFactor {
  size: number
  capacity: number
  data: Float64Array
  allocate: Allocate
}

/** An empty factor with room for `capacity` rows; it grows by itself when they are used up. */
export function emptyFactor(capacity: number, allocate = allocateFromPool): CholeskyFactor {
  return { size: 0, capacity, data: allocate(capacity * capacity), allocate }
}

function grow(factor: CholeskyFactor): void {
  const capacity = factor.capacity * 2
  const data = factor.allocate(capacity * capacity)
  for (let k = 0; k < factor.size; k++) {
    const start = k * factor.capacity
    data.set(factor.data.subarray(start, start + k + 1), k * capacity)
  }
  factor.capacity = capacity
  factor.data = data
}

/**
 * Appends a row and column to H: `cross` are its entries with the rows that are in, `diagonal` its own.
 *
 * Returns false, and leaves the factor as it was, if the new row depends on the others: if what is left of its diagonal
 * is below `tolerance` of it, which is rounding.
 */
export function appendRow(
  factor: CholeskyFactor,
  cross: Float64Array,
  diagonal: number,
  tolerance = 1e-13,
): boolean {
  if (factor.size === factor.capacity) grow(factor)
  const { size, capacity, data } = factor
  const start = size * capacity
  for (let k = 0; k < size; k++) data[start + k] = cross[k]
  kernels.solveLower(data, capacity, size, data, start)
  const left = diagonal - kernels.dot(data, start, data, start, size)
  if (!(left > tolerance * diagonal)) return false
  data[start + size] = Math.sqrt(left)
  factor.size = size + 1
  return true
}

/** Removes row and column `index` of H; rotations bring the rest back to triangular form. */
export function removeRow(factor: CholeskyFactor, index: number): void {
  const { size, capacity, data } = factor
  for (let k = index + 1; k < size; k++) {
    const from = k * capacity
    data.copyWithin(from - capacity, from, from + k + 1)
  }
  factor.size = size - 1
  for (let k = index; k < size - 1; k++) {
    const row = k * capacity
    const a = data[row + k]
    const b = data[row + k + 1]
    const length = Math.sqrt(a * a + b * b)
    const cos = a / length
    const sin = b / length
    data[row + k] = length
    for (let below = row + capacity; below < (size - 1) * capacity; below += capacity) {
      const left = data[below + k]
      const right = data[below + k + 1]
      data[below + k] = cos * left + sin * right
      data[below + k + 1] = cos * right - sin * left
    }
  }
}

/** Solves Hx = b in place, for the first `factor.size` entries of b. */
export function solveInPlace(factor: CholeskyFactor, b: Float64Array): void {
  const { size, capacity, data } = factor
  kernels.solveLower(data, capacity, size, b, 0)
  kernels.solveLowerTransposed(data, capacity, size, b)
}
