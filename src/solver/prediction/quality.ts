import type { MatrixLike, Model, VectorLike } from '../fit.ts'
import { checkHeld, checkRange, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { readOptions } from '../input/options.ts'
import { predict } from './predict.ts'

/**
 * The residuals of a fit: y − b − Xw.
 *
 * @param fit a fit, a point of a path, or anything with `coefficients` and an `intercept`
 * @param X n rows of p numbers
 * @param y n numbers
 * @returns n numbers, in the units of y
 * @throws ShrinkageError if X or y is bad data, or they do not belong to each other and to the fit
 * @example
 * residuals({ coefficients: [2], intercept: 1 }, [[1], [2]], [4, 4]) // [1, -1]
 */
export function residuals(fit: Model, X: MatrixLike, y: VectorLike): Float64Array {
  const predictions = predict(fit, X)
  const response = checkVector(y, 'y', predictions.length)
  return response.map((value, i) =>
    checkHeld(value - predictions[i], { name: 'residuals', index: i }, 'A residual'),
  )
}

/**
 * The residual sum of squares of a fit: Σ v_i(y_i − b − x_iᵀw)² with sample weights v, all 1 by default.
 *
 * @param fit a fit, a point of a path, or anything with `coefficients` and an `intercept`
 * @param X n rows of p numbers
 * @param y n numbers
 * @param options.sampleWeights n weights ≥ 0
 * @throws ShrinkageError as {@link residuals} does, and if the sum is too large for double precision
 * @example
 * residualSumOfSquares({ coefficients: [2], intercept: 1 }, [[1], [2]], [4, 4]) // 2
 */
export function residualSumOfSquares(
  fit: Model,
  X: MatrixLike,
  y: VectorLike,
  options: { sampleWeights?: VectorLike } = {},
): number {
  readOptions(options, ['sampleWeights'], 'residualSumOfSquares')
  const left = residuals(fit, X, y)
  const weights = readWeights(options.sampleWeights, left.length)
  return checkHeld(
    weightedSquares(left, weights),
    'residualSumOfSquares',
    'The residual sum of squares',
  )
}

/**
 * The coefficient of determination of a fit: R² = 1 − Σ v_i(y_i − ŷ_i)²/Σ v_i(y_i − ȳ)².
 *
 * 1 for a perfect fit, 0 for one no better than the mean ȳ of y; negative for a worse one, as happens on rows that the
 * fit has not seen. Source: Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", section 3.2.
 *
 * @param fit a fit, a point of a path, or anything with `coefficients` and an `intercept`
 * @param X n rows of p numbers
 * @param y n numbers
 * @param options.sampleWeights n weights v ≥ 0, with which the mean is taken as well; default all 1
 * @throws ShrinkageError as {@link residuals} does, and with code 'no-solution' for a constant y
 * @example
 * rSquared({ coefficients: [2], intercept: 0 }, [[1], [2], [3]], [2, 4, 6]) // 1
 * rSquared({ coefficients: [0], intercept: 4 }, [[1], [2], [3]], [2, 4, 6]) // 0
 */
export function rSquared(
  fit: Model,
  X: MatrixLike,
  y: VectorLike,
  options: { sampleWeights?: VectorLike } = {},
): number {
  readOptions(options, ['sampleWeights'], 'rSquared')
  const left = residuals(fit, X, y)
  const weights = readWeights(options.sampleWeights, left.length)
  const response = checkVector(y, 'y', left.length)
  const origin = response[weights.findIndex((weight) => weight > 0)]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shift = response.reduce((sum, value, i) => sum + weights[i] * (value - origin), 0) / total
  const around = response.map((value) => value - origin - shift)
  // In units of the largest deviation, so that no square overflows or vanishes.
  const unit = around.reduce((most, value, i) => (weights[i] > 0 ? Math.max(most, Math.abs(value)) : most), 0) // prettier-ignore
  if (unit === 0) {
    const sentence = 'y is constant, so there is no variance to explain; expected a y that varies.'
    throw new ShrinkageError('no-solution', sentence, { name: 'y', given: origin })
  }
  const inUnits = (v: Float64Array) => v.map((value) => value / unit)
  const share = weightedSquares(inUnits(left), weights) / weightedSquares(inUnits(around), weights)
  return 1 - checkHeld(share, 'rSquared', 'R²')
}

function readWeights(sampleWeights: VectorLike | undefined, rows: number): Float64Array {
  if (sampleWeights === undefined) return new Float64Array(rows).fill(1)
  const weights = checkVector(sampleWeights, 'sampleWeights', rows)
  weights.forEach((value, i) => checkRange(value, { name: 'sampleWeights', index: i }, 0))
  const largest = weights.reduce((most, value) => Math.max(most, value), 0)
  if (largest > 0) return weights
  throw new ShrinkageError('empty', 'sampleWeights are all 0; expected at least one > 0.', {
    name: 'sampleWeights',
    given: 0,
    least: 0,
  })
}

function weightedSquares(v: Float64Array, weights: Float64Array): number {
  return v.reduce((sum, value, i) => sum + weights[i] * value * value, 0)
}
