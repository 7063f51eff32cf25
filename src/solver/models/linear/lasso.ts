import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { FIT_OPTIONS, readOptions } from '../../input/options.ts'
import { elasticNet } from './elasticNet.ts'

/**
 * Lasso: minimises 1/(2n)·‖y − b − Xw‖² + λ‖w‖₁, the elastic net with ρ = 1.
 *
 * Tibshirani (1996), "Regression shrinkage and selection via the lasso".
 *
 * @param X n rows of p numbers; y n numbers; lambda ≥ 0 in the units of Xᵀy/n.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * lasso([[1, 0], [0, 1]], [3, 0.5], 0.5, { intercept: false }).coefficients // [2, 0]
 */
export function lasso(X: MatrixLike, y: VectorLike, lambda: number, options: FitOptions = {}): Fit {
  readOptions(options, FIT_OPTIONS, 'lasso')
  return elasticNet(X, y, lambda, 1, options)
}
