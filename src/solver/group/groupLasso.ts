import { kernels } from '../algebra/kernels.ts'
import { norm2 } from '../algebra/norms.ts'
import { checkLambda } from '../checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { fitFrom, isCertified } from '../linear/fitFrom.ts'
import { prepare, withEqualScales, type Problem } from '../linear/problem.ts'
import { residualOf } from '../linear/residual.ts'
import { readSetting } from '../linear/setting.ts'
import { startBlock, type Block } from './block.ts'
import { certifyGroups } from './groupCertificate.ts'
import { readGroups } from './readGroups.ts'

/** What a group lasso understands. */
export type GroupOptions = Pick<
  FitOptions,
  'intercept' | 'sampleWeights' | 'tolerance' | 'maxIterations'
>

/**
 * Group lasso: minimises 1/(2n)·‖y − b − Xw‖² + λ Σ_g √(size of g)·‖w_g‖: whole groups are 0 or not.
 *
 * Group by group the best w_g is found exactly, until the duality gap is small. Yuan and Lin (2006), "Model selection
 * and estimation in regression with grouped variables".
 *
 * @param X n rows of p numbers; y n numbers; groups p labels, equal for features of one group; lambda ≥ 0.
 * @returns a fit whose `rho` is 1; with groups of one feature each it is the lasso's.
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
  checkLambda(lambda)
  const problem = withEqualScales(prepare(X, y, options))
  const { tolerance, maxIterations } = readSetting(options, problem.columns)
  const strength = ((lambda * problem.weight) / problem.scales[0]) * (1 / problem.yScale)
  const blocks = readGroups(groups, problem.columns).map((members) =>
    startBlock(problem, members, strength * Math.sqrt(members.length)),
  )
  const u = new Float64Array(problem.columns)
  let certificate = certifyGroups(problem, blocks, u)
  let iterations = 0
  while (!isCertified(problem, certificate, tolerance) && iterations < maxIterations) {
    sweep(problem, blocks, u)
    iterations++
    certificate = certifyGroups(problem, blocks, u)
  }
  const answer = { u, certificate, method: 'block coordinate descent', iterations, notes: [] }
  return fitFrom(problem, lambda, 1, answer, tolerance)
}

/** Sets each group in turn to its best value, the others being as they are. */
function sweep(problem: Problem, blocks: Block[], u: Float64Array): void {
  const { X, rows } = problem
  const r = residualOf(problem, u)
  for (const block of blocks) {
    const { members } = block
    const before = Float64Array.from(members, (j) => u[j])
    members.forEach((j, k) => kernels.axpy(before[k], X, j * rows, r, 0, rows))
    const pull = Float64Array.from(members, (j) => kernels.dot(X, j * rows, r, 0, rows))
    const best = norm2(pull) > block.bound ? block.minimise(pull) : before.fill(0)
    members.forEach((j, k) => {
      u[j] = best[k]
      kernels.axpy(-best[k], X, j * rows, r, 0, rows)
    })
  }
}
