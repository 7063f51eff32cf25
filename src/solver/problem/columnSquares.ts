import { kernels } from '../algebra/kernels/kernels.ts'
import { allocateFromPool } from '../algebra/pool.ts'
import type { Problem } from './problem.ts'

/** ‖x_j‖² of a problem, worked out when they are first asked for; not to be changed. */
export function columnSquares(problem: Problem): Float64Array {
  const { X, rows, columns } = problem
  if (problem.squares === null) {
    const squares = allocateFromPool(columns)
    for (let j = 0; j < columns; j++) squares[j] = kernels.squares(X, j * rows, rows)
    problem.squares = squares
  }
  return problem.squares
}
