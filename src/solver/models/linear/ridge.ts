import { checkLambda } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solve } from '../../methods/chooseMethod.ts'

/**
 * Ridge regression: minimizes 1/(2n)·‖y − b − Xw‖² + λ/2·‖w‖².
 *
 * Solved as (XᵀX + nλI)w = Xᵀy if n ≥ p and as w = Xᵀ(XXᵀ + nλI)⁻¹y, the dual, if p > n. Where squaring X costs too many
 * digits, QR of X with √(nλ)·I below it takes over. Hoerl and Kennard (1970), "Ridge regression".
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param lambda λ ≥ 0 in the units of XᵀX/n.
 * @param options intercept, sample weights and the like.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * ridge([[1, 0], [0, 2]], [3, 4], 0.5, { intercept: false }).coefficients // [1.5, 1.6]
 */
export function ridge(X: MatrixLike, y: VectorLike, lambda: number, options: FitOptions = {}): Fit {
  readOptions(options, FIT_OPTIONS, 'ridge', { rho: 'elasticNet' })
  checkLambda(lambda)
  return withProblem(X, y, options, (problem) =>
    solve(problem, lambda, 0, readSetting(options, problem.columns, problem.deviations)),
  )
}
