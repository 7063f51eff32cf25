import { norm2 } from '../../algebra/norms.ts'
import { checkHeld } from '../../input/checks.ts'
import { readOptions, readSetting } from '../../input/options.ts'
import type { MatrixLike, VectorLike } from '../../fit.ts'
import { responseProducts, withProblem } from '../../problem/problem.ts'
import { inUnitsOfLambda } from '../../problem/units.ts'
import { GROUP_OPTIONS, type GroupOptions } from './groupLasso.ts'
import { take } from './block.ts'
import { withGroupScales } from './groupProblem.ts'
import { readGroups } from './readGroups.ts'

/**
 * The smallest λ at which every coefficient of the group lasso is exactly 0: max_g ‖X_gᵀ(y − ȳ)‖/(n·√(size of g)).
 *
 * Yuan and Lin (2006), "Model selection and estimation in regression with grouped variables".
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param groups p numbers, equal for features of one group.
 * @param options those of the fit.
 * @throws ShrinkageError if an input is malformed, or λmax is too large for double precision.
 *
 * @example
 * groupLambdaMax([[1, 0], [0, 1]], [3, 4], [0, 0], { intercept: false }) // 2.5 / Math.SQRT2
 */
export function groupLambdaMax(
  X: MatrixLike,
  y: VectorLike,
  groups: VectorLike,
  options: GroupOptions = {},
): number {
  readOptions(options, GROUP_OPTIONS, 'groupLambdaMax')
  return withProblem(X, y, options, (given) => {
    readSetting(options, given.columns)
    const membersOf = readGroups(groups, given.columns)
    const problem = withGroupScales(given, membersOf)
    const z = responseProducts(problem)
    const bounds = membersOf.map((members) => {
      const size = norm2(take(z, members))
      return inUnitsOfLambda(problem.units, members[0], size / Math.sqrt(members.length))
    })
    return checkHeld(
      bounds.reduce((most, bound) => Math.max(most, bound)),
      'lambdaMax',
      'λmax',
    )
  })
}
