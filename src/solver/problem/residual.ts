import { kernels } from '../algebra/kernels/kernels.ts'
import { allocateFromPool } from '../algebra/pool.ts'
import type { Problem } from './problem.ts'

/** Room for Xu, made when it is first asked for. */
export function roomForFitted(problem: Problem): Float64Array {
  return (problem.fitted ??= problem.allocate(problem.rows))
}

/** r = y − Xu. */
export function residualOf(problem: Problem, u: Float64Array): Float64Array {
  const { X, y, rows } = problem
  const fitted = roomForFitted(problem)
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
