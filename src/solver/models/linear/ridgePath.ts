import { checkLambdas } from '../../input/checks.ts'
import type { FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solveRidgePath } from '../../methods/chooseMethod.ts'

/**
 * Ridge regression for many λ, from one factorization by the Lanczos process, which goes as far as the smallest λ needs.
 * Where that costs too many digits a λ is solved by itself.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param lambdas any numbers ≥ 0, in any order.
 * @param options intercept, sample weights and the like.
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * ridgePath([[1], [-1]], [3, -3], [0, 1, 2]).fits.map((fit) => fit.coefficients[0]) // [3, 1.5, 1]
 */
export function ridgePath(
  X: MatrixLike,
  y: VectorLike,
  lambdas: VectorLike,
  options: FitOptions = {},
): Path {
  readOptions(options, FIT_OPTIONS, 'ridgePath', { rho: 'elasticNetPath' })
  const list = checkLambdas(lambdas)
  const fits = withProblem(X, y, options, (problem) =>
    solveRidgePath(problem, list, readSetting(options, problem.columns, problem.deviations)),
  )
  return { lambdas: list.slice(), fits, exact: false }
}
