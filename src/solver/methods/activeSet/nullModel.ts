import { emptyActiveSet, solveActiveSet } from './activeSet.ts'
import { minimumNormSolution } from '../leastSquares/minimumNorm.ts'
import { emptyPenalty } from '../../problem/penalty.ts'
import { derived, type Problem } from '../../problem/problem.ts'
import { gramOf } from './gram.ts'
import type { Setting } from '../../input/options.ts'

/** The model in which all penalised coefficients are 0: the features of penalty factor 0 are fitted, alone. */
export function zeroModel(problem: Problem, { factors, nonNegative }: Setting): Float64Array {
  const u = new Float64Array(problem.columns)
  if (factors === null) return u
  const free = [...factors.keys()].filter((j) => factors[j] === 0)
  if (free.length === 0) return u
  const { rows } = problem
  const X = new Float64Array(rows * free.length)
  free.forEach((j, k) => X.set(problem.X.subarray(j * rows, (j + 1) * rows), k * rows))
  const values = nonNegative
    ? nonNegativeSolution(derived(problem, { X, columns: free.length }))
    : minimumNormSolution(X, rows, free.length, problem.y, new Float64Array(free.length).fill(1)).u
  free.forEach((j, k) => (u[j] = values[k]))
  return u
}

function nonNegativeSolution(problem: Problem): Float64Array {
  const state = emptyActiveSet(problem.columns)
  solveActiveSet(gramOf(problem), emptyPenalty(problem.columns, true), state)
  return state.u
}
