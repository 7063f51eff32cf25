import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { checkLambda } from '../../input/checks.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solve } from '../../methods/chooseMethod.ts'
import { withProblem } from '../../problem/problem.ts'

/**
 * Lasso: minimizes 1/(2n)·‖y − b − Xw‖² + λ‖w‖₁, the elastic net with ρ = 1.
 *
 * Tibshirani (1996), "Regression shrinkage and selection via the lasso".
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param lambda λ ≥ 0 in the units of Xᵀy/n.
 * @param options intercept, sample weights and the like.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * lasso([[1, 0], [0, 1]], [3, 0.5], 0.5, { intercept: false }).coefficients // [2, 0]
 */
export function lasso(X: MatrixLike, y: VectorLike, lambda: number, options: FitOptions = {}): Fit {
  readOptions(options, FIT_OPTIONS, 'lasso', { rho: 'elasticNet' })
  checkLambda(lambda)
  return withProblem(X, y, options, (problem) =>
    solve(problem, lambda, 1, readSetting(options, problem.columns, problem.deviations)),
  )
}
