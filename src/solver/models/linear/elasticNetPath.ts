import { checkLambdas, checkRho } from '../../input/checks.ts'
import type { FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solvePath } from '../../methods/chooseMethod.ts'

/**
 * Elastic net for many λ, each started from the solution of the next larger one.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param lambdas any numbers ≥ 0, in any order.
 * @param rho ρ from 0 (ridge) to 1 (lasso).
 * @param options intercept, sample weights and the like.
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * elasticNetPath([[1], [-1]], [3, -3], [2, 1], 1).fits.map((fit) => fit.coefficients[0]) // [1, 2]
 */
export function elasticNetPath(
  X: MatrixLike,
  y: VectorLike,
  lambdas: VectorLike,
  rho: number,
  options: FitOptions = {},
): Path {
  readOptions(options, FIT_OPTIONS, 'elasticNetPath')
  const list = checkLambdas(lambdas)
  checkRho(rho)
  const fits = withProblem(X, y, options, (problem) =>
    solvePath(problem, list, rho, readSetting(options, problem.columns, problem.deviations)),
  )
  return { lambdas: list.slice(), fits, exact: false }
}
