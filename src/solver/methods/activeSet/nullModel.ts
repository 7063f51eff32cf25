import type { Setting } from '../../input/options.ts'
import { emptyPenalty } from '../../problem/penalty.ts'
import { columnsOf, type Problem } from '../../problem/problem.ts'
import { minimumNormSolution } from '../leastSquares/minimumNorm.ts'
import { emptyActiveSet, solveActiveSet } from './activeSet.ts'
import { storedGram } from './gram.ts'

/** The model in which all penalized coefficients are 0: only features of penalty factor 0 are fitted. */
export function nullModel(
  problem: Problem,
  { factors, nonNegative }: Pick<Setting, 'factors' | 'nonNegative'>,
): Float64Array {
  const u = new Float64Array(problem.columns)
  if (factors === null) return u
  const free = [...factors.keys()].filter((j) => factors[j] === 0)
  if (free.length === 0) return u
  const { rows, y } = problem
  const X = columnsOf(problem, free)
  const values = nonNegative
    ? nonNegativeSolution({ ...problem, X, products: null, columns: free.length })
    : minimumNormSolution(X, rows, free.length, y, new Float64Array(free.length).fill(1)).u
  free.forEach((j, k) => (u[j] = values[k]))
  return u
}

function nonNegativeSolution(problem: Problem): Float64Array {
  const state = emptyActiveSet(problem.columns)
  solveActiveSet(storedGram(problem), emptyPenalty(problem.columns, true), state)
  return state.u
}
