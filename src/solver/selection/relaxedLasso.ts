import { toMatrix } from '../input/matrix.ts'
import { checkRange } from '../input/checks.ts'
import { FIT_OPTIONS, readOptions } from '../input/options.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { lasso } from '../models/linear/lasso.ts'
import { leastSquares } from '../models/linear/leastSquares.ts'

/** A lasso fit and the same model without its shrinkage. */
export interface RelaxedLasso {
  /** p coefficients: γ times the lasso's, 1 − γ times the refit's. */
  coefficients: Float64Array
  intercept: number
  /** The features that the lasso chose. */
  active: number[]
  /** The fit that chose them. */
  lasso: Fit
  /** Least squares on the chosen features alone; null if none was chosen. */
  refit: Fit | null
}

/**
 * The relaxed lasso: the lasso selects the features, and least squares on these removes its shrinkage bias.
 *
 * γ blends the two as in glmnet: 0, the default, is the debiased lasso, 1 is the lasso itself.
 * Source: Meinshausen (2007), "Relaxed lasso"; Hastie, Tibshirani & Tibshirani (2020).
 *
 * @param X n rows of p numbers
 * @param y n numbers
 * @param lambda λ ≥ 0 of the lasso
 * @param options those of the fit, and `gamma` from 0 (the default) to 1
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range
 * @example
 * relaxedLasso([[1, 0], [0, 1]], [4, 1], 1, { intercept: false }).coefficients // [4, 0]
 * relaxedLasso([[1, 0], [0, 1]], [4, 1], 1, { intercept: false, gamma: 0.5 }).coefficients // [3, 0]
 */
export function relaxedLasso(
  X: MatrixLike,
  y: VectorLike,
  lambda: number,
  options: FitOptions & { gamma?: number } = {},
): RelaxedLasso {
  readOptions(options, [...FIT_OPTIONS, 'gamma'], 'relaxedLasso')
  const { gamma = 0, ...fitOptions } = options
  checkRange(gamma, 'gamma', 0, 1)
  const fit = lasso(X, y, lambda, fitOptions)
  const active = [...fit.coefficients.keys()].filter((j) => fit.coefficients[j] !== 0)
  if (active.length === 0) {
    const { coefficients, intercept } = fit
    return { coefficients: coefficients.slice(), intercept, active, lasso: fit, refit: null }
  }
  const { rows, data } = toMatrix(X)
  const chosen = new Float64Array(rows * active.length)
  active.forEach((j, k) => chosen.set(data.subarray(j * rows, (j + 1) * rows), k * rows))
  const refit = leastSquares({ rows, columns: active.length, data: chosen }, y, {
    ...fitOptions,
    penaltyFactors: undefined,
  })
  const coefficients = fit.coefficients.map((value) => gamma * value)
  active.forEach((j, k) => (coefficients[j] += (1 - gamma) * refit.coefficients[k]))
  const intercept = gamma * fit.intercept + (1 - gamma) * refit.intercept
  return { coefficients, intercept, active, lasso: fit, refit }
}
