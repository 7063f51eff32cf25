import { checkLambdas, checkRho } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { readSetting } from '../../input/options.ts'
import { solvePath } from '../../methods/chooseMethod.ts'

/**
 * Elastic net for many λ, each started from the solution of the next larger one.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param rho ρ from 0 (ridge) to 1 (lasso).
 * @param lambdas any numbers ≥ 0, in any order.
 * @param options intercept, sample weights and the like.
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * elasticNetPath([[1], [-1]], [3, -3], 1, [2, 1]).map((fit) => fit.coefficients[0]) // [1, 2]
 */
export function elasticNetPath(
  X: MatrixLike,
  y: VectorLike,
  rho: number,
  lambdas: VectorLike,
  options: FitOptions = {},
): Fit[] {
  checkRho(rho)
  const list = checkLambdas(lambdas)
  return withProblem(X, y, options, (problem) =>
    solvePath(problem, list, rho, readSetting(options, problem.columns)),
  )
}
