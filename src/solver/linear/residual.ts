import { kernels } from '../algebra/kernels.ts'
import { allocateFromPool } from '../algebra/pool.ts'
import type { Problem } from './problem.ts'

/** r = y − Xu. */
export function residualOf({ X, y, rows, fitted }: Problem, u: Float64Array): Float64Array {
  const support = new Int32Array(u.length)
  kernels.combine(X, rows, support, findSupport(u, support), u, fitted)
  const r = new Float64Array(rows)
  for (let i = 0; i < rows; i++) r[i] = y[i] - fitted[i]
  return r
}

/** z = Xᵀr. */
export function correlationsOf({ X, rows, columns }: Problem, r: Float64Array): Float64Array {
  const z = allocateFromPool(columns)
  kernels.transposeTimes(X, rows, columns, r, z)
  return z
}

/** Writes down where u is not 0, and returns in how many places. */
export function findSupport(u: Float64Array, members: Int32Array): number {
  let count = 0
  for (let j = 0; j < u.length; j++) if (u[j] !== 0) members[count++] = j
  return count
}
