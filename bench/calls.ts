import {
  elasticNetPath,
  groupLassoPath,
  lasso,
  lassoPath,
  ridgePath,
  type Fit,
  type Matrix,
} from '../src/solver/index.ts'
import type { Problem } from './problems.ts'

/** Coefficients for each strength: as fits, or as a matrix with a column for each. */
type Answer = Fit[] | Matrix

/** With more features than this the README advises a grid of λ rather than the exact path. */
const MANY = 100

/**
 * The calls by which a user of the package would solve a problem, by their text: first the plain one, then, if there is
 * one, that of a user who knows how to be quicker.
 */
export function callsFor(problem: Problem): Record<string, () => Answer> {
  const { X, y, lambdas, kind } = problem
  const options = { intercept: false }
  if (kind === 'ridge')
    return { 'ridgePath(X, y, λs)': () => ridgePath(X, y, lambdas, options).fits }
  if (kind === 'group') {
    const groups = Array.from({ length: X.columns }, (_, j) => Math.floor(j / problem.groupSize))
    return {
      'groupLassoPath(X, y, groups, λs)': () => groupLassoPath(X, y, groups, lambdas, options).fits,
    }
  }
  if (lambdas.length === 1) return { 'lasso(X, y, λ)': () => [lasso(X, y, lambdas[0], options)] }
  if (X.columns > MANY) {
    return { 'elasticNetPath(X, y, λs, 1)': () => elasticNetPath(X, y, lambdas, 1, options).fits }
  }
  const lambdaMin = lambdas[lambdas.length - 1]
  const to = { ...options, lambdaMin }
  return {
    'lassoPath(X, y).coefficientsAt(λs)': () =>
      lassoPath(X, y, options).coefficientsAt(lambdas).coefficients,
    'lassoPath(X, y, { lambdaMin }).coefficientsAt(λs)': () =>
      lassoPath(X, y, to).coefficientsAt(lambdas).coefficients,
  }
}

/** The coefficients of an answer, one vector for each strength. */
export function coefficientsOf(answer: Answer): Float64Array[] {
  if (Array.isArray(answer)) return answer.map((fit) => fit.coefficients)
  const { rows, columns, data } = answer
  return Array.from({ length: columns }, (_, k) => data.subarray(k * rows, (k + 1) * rows))
}
