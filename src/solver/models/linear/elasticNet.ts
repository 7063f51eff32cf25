import { checkLambda, checkRho } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solve } from '../../methods/chooseMethod.ts'

/**
 * Elastic net: minimizes 1/(2n)·‖y − b − Xw‖² + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²).
 *
 * Zou and Hastie (2005), "Regularization and variable selection via the elastic net".
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param lambda λ ≥ 0 in the units of Xᵀy/n.
 * @param rho ρ from 0 (ridge) to 1 (lasso).
 * @param options intercept, sample weights and the like.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * elasticNet([[1, 0], [0, 1]], [4, 1], 1, 0.5, { intercept: false }).coefficients // [1.5, 0]
 */
export function elasticNet(
  X: MatrixLike,
  y: VectorLike,
  lambda: number,
  rho: number,
  options: FitOptions = {},
): Fit {
  readOptions(options, FIT_OPTIONS, 'elasticNet')
  checkLambda(lambda)
  checkRho(rho)
  return withProblem(X, y, options, (problem) =>
    solve(problem, lambda, rho, readSetting(options, problem.columns, problem.deviations)),
  )
}
