import { toMatrix } from '../input/matrix.ts'
import { checkFinite, checkHeld, checkVector, checkWord } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import { ShrinkageError } from '../input/errors.ts'
import type { Matrix, MatrixLike, VectorLike } from '../fit.ts'

/** A design whose columns have mean 0 and deviation 1, and the map back. */
export interface Standardized {
  X: Matrix
  /** p means that were subtracted. */
  means: Float64Array
  /** p deviations that were divided by; 1 for a column that is constant, which becomes 0. */
  deviations: Float64Array
  /** Standardizes other rows, such as test data, by the same means and deviations. */
  apply(X: MatrixLike): Matrix
  /** Coefficients and intercept on the original scale, for a model that was fitted on the standardized one. */
  toOriginal(
    coefficients: VectorLike,
    intercept: number,
  ): { coefficients: Float64Array; intercept: number }
}

/**
 * Standardizes the columns of a design: x ← (x − mean) / deviation.
 *
 * @param X n rows of p numbers
 * @param options.deviation 'population' divides the squares by n (the default, as scikit-learn and glmnet do), 'sample'
 *   by n − 1 (as R's scale does).
 * @throws ShrinkageError for bad data, a sample deviation of a single row, and numbers whose differences overflow.
 *
 * @example
 * standardize([[1], [3]]).X.data // [-1, 1]
 * standardize([[1], [3]], { deviation: 'sample' }).deviations // [Math.SQRT2]
 * standardize([[1], [3]]).toOriginal([2], 0) // { coefficients: new Float64Array([2]), intercept: -4 }
 */
export function standardize(
  X: MatrixLike,
  options: { deviation?: 'population' | 'sample' } = {},
): Standardized {
  const { deviation = 'population' } = readOptions(options, ['deviation'], 'standardize')
  checkWord(deviation, 'deviation', ['population', 'sample'])
  const matrix = toMatrix(X)
  const { rows, columns, data } = matrix
  if (deviation === 'sample' && rows < 2) {
    throw new ShrinkageError(
      'out-of-range',
      'X has 1 row; expected at least 2 for a sample deviation.',
      { name: 'X', given: 1, least: 2 },
    )
  }
  const means = new Float64Array(columns)
  const deviations = new Float64Array(columns)
  for (let j = 0; j < columns; j++) {
    const column = data.subarray(j * rows, (j + 1) * rows)
    means[j] = meanOf(column)
    deviations[j] = deviationOf(column, means[j], deviation === 'sample' ? rows - 1 : rows)
  }
  const shift = (given: Matrix): Matrix => scaleColumns(given, means, deviations)
  return {
    X: shift(matrix),
    means,
    deviations,
    apply(other) {
      const copy = toMatrix(other)
      if (copy.columns !== columns) {
        throw new ShrinkageError(
          'length-mismatch',
          `X has ${copy.columns} columns; expected ${columns}, as in the design that was standardized.`,
          { name: 'X', given: copy.columns, expected: columns },
        )
      }
      return shift(copy)
    },
    toOriginal(coefficients, intercept) {
      const original = checkVector(coefficients, 'coefficients', columns)
      let constant = checkFinite(intercept, 'intercept')
      for (let j = 0; j < columns; j++) {
        original[j] /= deviations[j]
        constant -= original[j] * means[j]
      }
      return {
        coefficients: original,
        intercept: checkHeld(constant, 'intercept', 'The intercept'),
      }
    },
  }
}

/** The mean, taken from the smallest value on so that a constant column gives its value exactly. */
function meanOf(column: Float64Array): number {
  const low = column.reduce((least, value) => Math.min(least, value), Infinity)
  return low + column.reduce((sum, value) => sum + (value - low), 0) / column.length
}

/** The deviation; scaled by the largest difference so that no square overflows. */
function deviationOf(column: Float64Array, mean: number, divisor: number): number {
  const range = column.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0)
  if (range === 0) return 1
  const squares = column.reduce((sum, value) => sum + ((value - mean) / range) ** 2, 0)
  return range * Math.sqrt(squares / divisor)
}

/** Changes the matrix, which is a copy of the caller's. */
function scaleColumns(X: Matrix, means: Float64Array, deviations: Float64Array): Matrix {
  for (let j = 0; j < X.columns; j++) {
    for (let i = j * X.rows; i < (j + 1) * X.rows; i++) {
      X.data[i] = checkHeld(
        (X.data[i] - means[j]) / deviations[j],
        { name: 'X', column: j },
        `Column ${j} of X`,
      )
    }
  }
  return X
}
