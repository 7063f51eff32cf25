import type { Fit, FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import { checkLambda, checkLambdas } from '../../input/checks.ts'
import { readOptions, readSetting } from '../../input/options.ts'
import { storedGram } from '../../methods/activeSet/gram.ts'
import { ImplicitGram } from '../../methods/activeSet/implicitGram.ts'
import { orLimitAtZero } from '../../methods/leastSquares/limitAtZero.ts'
import { withProblem, type Problem } from '../../problem/problem.ts'
import { isCertified, toFit, type Solution } from '../../problem/solution.ts'
import { leastSquares } from '../linear/leastSquares.ts'
import { prepareBlock, type Block } from './block.ts'
import { descend, type Descent, type Limits } from './blockDescent.ts'
import { descendOnGram } from './gramDescent.ts'
import { certifyGroups } from './groupCertificate.ts'
import { withGroupScales } from './groupProblem.ts'
import { newtonStepOn } from './newtonStep.ts'
import { readGroups } from './readGroups.ts'

/** The options of a group lasso. */
export type GroupOptions = Pick<
  FitOptions,
  'intercept' | 'sampleWeights' | 'tolerance' | 'maxIterations' | 'features'
>

export const GROUP_OPTIONS: readonly (keyof GroupOptions)[] = [
  'intercept',
  'sampleWeights',
  'tolerance',
  'maxIterations',
  'features',
]

/**
 * Group lasso: minimizes 1/(2n)·‖y − b − Xw‖² + λ Σ_g √(size of g)·‖w_g‖: whole groups are 0 or not.
 *
 * Each pass finds the best w_g exactly, one group after the other; then Newton's method improves all active groups at
 * once, until the duality gap is small. It works on XᵀX where there are no more features than rows, and on X where that
 * loses too many digits. X itself certifies the fit. Yuan and Lin (2006), "Model selection and estimation in regression
 * with grouped variables"; Roth and Fischer (2008), "The group-lasso for generalized linear models".
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param groups p labels, equal for the features of one group.
 * @param lambda λ ≥ 0.
 * @param options intercept, sample weights, tolerance, number of passes, names of features.
 * @returns a fit whose `rho` is 1; with groups of one feature each it is the lasso's, with λ = 0 that of least squares.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * groupLasso([[1, 0], [0, 1]], [3, 4], [0, 0], 0.5, { intercept: false }).coefficients[1] // 4 * (1 - Math.SQRT2 / 5)
 * groupLasso([[1, 0], [0, 1]], [3, 4], [0, 1], 1.5, { intercept: false }).coefficients // [0, 1]
 */
export function groupLasso(
  X: MatrixLike,
  y: VectorLike,
  groups: VectorLike,
  lambda: number,
  options: GroupOptions = {},
): Fit {
  readOptions(options, GROUP_OPTIONS, 'groupLasso')
  checkLambda(lambda)
  return fitAll(X, y, groups, Float64Array.of(lambda), options)[0]
}

/**
 * Group lasso for many λ, each started from the solution of the next larger one.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param groups p numbers, equal for features of one group.
 * @param lambdas any numbers ≥ 0, in any order; {@link groupLambdaMax} and {@link logGrid} make a grid.
 * @param options those of {@link GroupOptions}.
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError as {@link groupLasso} does.
 *
 * @example
 * groupLassoPath([[1, 0], [0, 1]], [3, 4], [0, 1], [2, 1.5], { intercept: false }).fits[1].coefficients // [0, 1]
 */
export function groupLassoPath(
  X: MatrixLike,
  y: VectorLike,
  groups: VectorLike,
  lambdas: VectorLike,
  options: GroupOptions = {},
): Path {
  readOptions(options, GROUP_OPTIONS, 'groupLassoPath')
  const list = checkLambdas(lambdas)
  const fits = fitAll(X, y, groups, list, options)
  return { lambdas: list.slice(), fits, exact: false }
}

/** One fit for each λ; they are solved from the largest down. */
function fitAll(
  X: MatrixLike,
  y: VectorLike,
  groups: VectorLike,
  lambdas: Float64Array,
  options: GroupOptions,
): Fit[] {
  return withProblem(X, y, options, (given) => {
    const setting = readSetting(options, given.columns)
    const membersOf = readGroups(groups, given.columns)
    const problem = withGroupScales(given, membersOf)
    const solve = chooseDescent(problem, setting)
    const prepared = membersOf.map((members) => prepareBlock(problem, members))
    const fits = new Array<Fit>(lambdas.length)
    let start: Float64Array = new Float64Array(problem.columns)
    for (const k of [...lambdas.keys()].sort((a, b) => lambdas[b] - lambdas[a])) {
      const lambda = lambdas[k]
      if (lambda === 0) {
        fits[k] = { ...leastSquares(X, y, options), rho: 1 }
        continue
      }
      const blocks = prepared.map((blockFor) => blockFor(lambda))
      const found = solve(blocks, start)
      start = found.u
      let solution: Solution = { ...found, method: 'block coordinate descent', notes: [] }
      if (!isCertified(problem.units, solution.certificate, setting.tolerance)) {
        const bounds = blocks.map(({ bound }) => bound)
        const prove = (u: Float64Array) => certifyGroups(problem, blocks, u)
        solution = orLimitAtZero(problem, solution, bounds, prove)
      }
      fits[k] = toFit(problem.units, lambda, 1, solution, setting.tolerance)
    }
    return fits
  })
}

/** Solves a problem for one λ after another: on XᵀX, if it is no larger than X, and on X as far as that leaves a gap. */
function chooseDescent(
  problem: Problem,
  limits: Limits,
): (blocks: Block[], start: Float64Array) => Descent {
  const { rows, columns } = problem
  const stored = columns <= rows ? storedGram(problem) : null
  const newtonStep = newtonStepOn(stored ?? new ImplicitGram(problem), rows)
  if (stored === null) return (blocks, start) => descend(problem, newtonStep, blocks, limits, start)
  return (blocks, start) => {
    const { u, iterations } = descendOnGram(problem, stored, newtonStep, blocks, limits, start)
    const maxIterations = limits.maxIterations - iterations
    const found = descend(problem, newtonStep, blocks, { ...limits, maxIterations }, u)
    return { ...found, iterations: iterations + found.iterations }
  }
}
