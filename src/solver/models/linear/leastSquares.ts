import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { withProblem } from '../../problem/problem.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { solve } from '../../methods/chooseMethod.ts'

/**
 * Least squares: minimizes 1/(2n)·‖y − b − Xw‖², by QR with column pivoting.
 *
 * If the columns depend on each other there are many solutions; this gives the one of smallest ‖w‖, and a note with the
 * rank; with `nonNegative` it gives any one of them. Golub and Van Loan, "Matrix Computations", section 5.5.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param options intercept, sample weights and the like.
 * @throws ShrinkageError if an input is empty, ragged, of another length or not finite.
 *
 * @example
 * leastSquares([[0], [1], [2]], [1, 3, 5]).coefficients // [2]
 * leastSquares([[1, 1], [2, 2]], [2, 4], { intercept: false }).coefficients // [1, 1]
 */
export function leastSquares(X: MatrixLike, y: VectorLike, options: FitOptions = {}): Fit {
  readOptions(options, FIT_OPTIONS, 'leastSquares', { rho: 'elasticNet' })
  return withProblem(X, y, options, (problem) =>
    solve(problem, 0, 0, readSetting(options, problem.columns, problem.deviations)),
  )
}
