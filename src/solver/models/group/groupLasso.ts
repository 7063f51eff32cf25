import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import { checkLambda, checkLambdas } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import { isCertified, toFit, type Solution } from '../../problem/solution.ts'
import { orLimitAtZero } from '../../methods/leastSquares/limitAtZero.ts'
import { leastSquares } from '../linear/leastSquares.ts'
import { residualOf, withProblem, type Problem } from '../../problem/problem.ts'
import { readOptions, readSetting } from '../../input/options.ts'
import { startBlock, type Block } from './block.ts'
import { certifyGroups, objectiveAt } from './groupCertificate.ts'
import { withGroupScales } from './groupProblem.ts'
import { newtonStep } from './newtonStep.ts'
import { proximalPoint } from './proximalPoint.ts'
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

/** Passes without a gain after which rounding is all that is left. */
const PATIENCE = 5
/** Passes after which a gap that has not halved counts as one that rounding keeps open. */
const LONG_PATIENCE = 200

/**
 * Group lasso: minimizes 1/(2n)·‖y − b − Xw‖² + λ Σ_g √(size of g)·‖w_g‖: whole groups are 0 or not.
 *
 * Pass by pass the best w_g is found exactly, group by group, and Newton's method improves all groups that are in at
 * once, until the duality gap is small. Yuan and Lin (2006), "Model selection and estimation in regression with grouped
 * variables"; Roth and Fischer (2008), "The group-lasso for generalized linear models".
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
    const { tolerance, maxIterations } = readSetting(options, given.columns)
    const membersOf = readGroups(groups, given.columns)
    const problem = withGroupScales(given, membersOf)
    const fits = new Array<Fit>(lambdas.length)
    let start: Float64Array = new Float64Array(problem.columns)
    for (const k of [...lambdas.keys()].sort((a, b) => lambdas[b] - lambdas[a])) {
      const lambda = lambdas[k]
      if (lambda === 0) {
        fits[k] = { ...leastSquares(X, y, options), rho: 1 }
        continue
      }
      const blocks = membersOf.map((members) => startBlock(problem, members, lambda))
      const found = descend(problem, blocks, tolerance, maxIterations, start)
      start = found.u
      let solution: Solution = { ...found, method: 'block coordinate descent', notes: [] }
      if (!isCertified(problem.units, solution.certificate, tolerance)) {
        const bounds = blocks.map(({ bound }) => bound)
        const prove = (u: Float64Array) => certifyGroups(problem, blocks, u)
        solution = orLimitAtZero(problem, solution, bounds, prove)
      }
      fits[k] = toFit(problem.units, lambda, 1, solution, tolerance)
    }
    return fits
  })
}

/** The first length of a proximal point, for columns of unit length. */
const FIRST_LENGTH = 10
/** The longest: beyond, rounding times the length would be seen. */
const LONGEST = 1e12

/** Passes until the tolerance is met or nothing is gained any more; the best of what they found. */
function descend(
  problem: Problem,
  blocks: Block[],
  tolerance: number,
  maxIterations: number,
  start: Float64Array,
): Pick<Solution, 'u' | 'certificate' | 'iterations'> {
  const { nullObjective, weight } = problem.units
  let u = start
  let best = { u, certificate: certifyGroups(problem, blocks, u) }
  let least = best.certificate.objective
  let iterations = 0
  let idle = 0
  let halved = best.certificate.dualityGap
  let halvedAt = 0
  // Newton's steps that lower the objective a little, and the gap by less than half, get nowhere.
  let isCreeping = false
  let length = FIRST_LENGTH / weight
  while (
    !isCertified(problem.units, best.certificate, tolerance) &&
    iterations < maxIterations &&
    idle < PATIENCE &&
    iterations - halvedAt < LONG_PATIENCE
  ) {
    const swept = sweep(problem, blocks, u)
    const improved = isCreeping ? null : improve(problem, blocks, swept)
    u = improved ?? proximalPoint(problem, blocks, swept, length)
    if (improved === null) length = Math.min(10 * length, LONGEST / weight)
    iterations++
    const certificate = certifyGroups(problem, blocks, u)
    const { objective, dualityGap } = certificate
    const falls = objective < least - 1e-15 * nullObjective
    const closes = dualityGap < best.certificate.dualityGap / 2
    idle = falls || closes ? 0 : idle + 1
    isCreeping = !closes
    if (dualityGap < halved / 2) [halved, halvedAt] = [dualityGap, iterations]
    least = Math.min(least, objective)
    if (dualityGap < best.certificate.dualityGap) best = { u, certificate }
  }
  return { ...best, iterations }
}

/**
 * u after Newton's step on the groups that are in; null if there is none or it overshoots, as where groups have to leave,
 * or more are in than rows.
 */
function improve(problem: Problem, blocks: Block[], u: Float64Array): Float64Array | null {
  const target = newtonStep(problem, blocks, u)
  if (target === null) return null
  // At the end the objective is flat to rounding while the step still closes the gap.
  const bound = objectiveAt(problem, blocks, u) + 1e-15 * problem.units.nullObjective
  return objectiveAt(problem, blocks, target) <= bound ? target : null
}

/** u after setting each group in turn to its best value, the others being as they are. */
function sweep(problem: Problem, blocks: Block[], start: Float64Array): Float64Array {
  const { X, rows } = problem
  const u = start.slice()
  const r = residualOf(problem, u)
  for (const block of blocks) {
    const { members } = block
    const before = Float64Array.from(members, (j) => u[j])
    members.forEach((j, k) => kernels.axpy(before[k], X, j * rows, r, 0, rows))
    const pull = Float64Array.from(members, (j) => kernels.dot(X, j * rows, r, 0, rows))
    const isIn = norm2(pull) > block.bound * (1 + 1e-15) + block.rounding
    const best = isIn ? block.minimize(pull) : before.fill(0)
    members.forEach((j, k) => {
      u[j] = best[k]
      kernels.axpy(-best[k], X, j * rows, r, 0, rows)
    })
  }
  return u
}
