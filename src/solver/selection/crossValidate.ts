import { kernels } from '../algebra/kernels/kernels.ts'
import { toMatrix } from '../input/matrix.ts'
import { checkHeld, checkOptions, checkRho, checkVector } from '../input/checks.ts'
import type { Fit, FitOptions, Matrix, MatrixLike, VectorLike } from '../fit.ts'
import { elasticNetPath } from '../models/linear/elasticNetPath.ts'
import { standardize } from '../data/standardize.ts'
import { assignFolds, splitFolds, type Fold } from './folds.ts'
import { lambdaGrid } from './lambdaGrid.ts'

/** A λ that cross-validation chose. */
export interface ChosenLambda {
  /** Its place in `lambdas`. */
  index: number
  lambda: number
}

/** How well each λ predicts rows that its model has not seen. */
export interface CrossValidation {
  lambdas: Float64Array
  /** Mean squared error of prediction for each λ, in squared units of y. */
  errors: Float64Array
  /** Standard error of each of these means, from the differences between folds. */
  standardErrors: Float64Array
  /** Mean squared error of each fold: one row for each fold, in the order of the fold numbers. */
  foldErrors: Float64Array[]
  /** The fold number of each row. */
  folds: Int32Array
  /** The λ with the smallest error; the largest of them if several tie. */
  minimum: ChosenLambda
  /** The largest λ whose error is within one standard error of the smallest: the simplest model that is about as good. */
  oneStandardError: ChosenLambda
  /** Did every fit reach its tolerance? Else the errors of some λ are those of unfinished models. */
  converged: boolean
  /** What to know: how many fits did not. */
  notes: string[]
}

/** What cross-validation understands: the options of a fit but for sample weights, and its own. */
export type CrossValidationOptions = Omit<FitOptions, 'sampleWeights'> & {
  /** Share of the penalty that is L1. Default 1. */
  rho?: number
  /** The λ to compare, in any order. Default {@link lambdaGrid} of the whole data. */
  lambdas?: VectorLike
  /** Number of folds, or the fold number of each row. Default 10. */
  folds?: number | VectorLike
  /** The same seed gives the same folds. Default 0. */
  seed?: number
  /** Standardize each fold's design by what the fold learns from? Default true. */
  standardize?: boolean
}

/**
 * k-fold cross-validation of λ: each fold is predicted by models that were fitted on the others.
 *
 * Means and deviations for the standardization are those of the rows that a fold learns from: taken from all rows, they
 * would let it see what it is tested on. λ then belongs to the standardized design (population deviation). Without an
 * intercept columns are divided by their deviations but not centred, as in glmnet: a shift of X would need one. Errors are
 * weighted by the size of the folds; the standard error of their mean is √(Σ share_k·(e_k − ē)²/(K − 1)), as in glmnet.
 * Source: Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", section 7.10.
 *
 * @param X n rows of p numbers
 * @param y n numbers
 * @throws ShrinkageError for bad data, numbers out of range, folds that do not fit n, or errors too large for a double
 * @example
 * const { X, y } = dummyData({ n: 60, p: 5, relevant: 2, seed: 1 })
 * const chosen = crossValidate(X, y, { seed: 1 })
 * chosen.oneStandardError.lambda >= chosen.minimum.lambda // true
 */
export function crossValidate(
  X: MatrixLike,
  y: VectorLike,
  options: CrossValidationOptions = {},
): CrossValidation {
  const design = toMatrix(X)
  const response = checkVector(y, 'y', design.rows)
  const given = checkOptions(options, ['sampleWeights'])
  const { rho = 1, lambdas: wantedLambdas, folds: foldOption = 10, seed = 0, ...rest } = given
  const { standardize: scaled = true, ...fitOptions } = rest
  checkRho(rho)
  const centred = fitOptions.intercept !== false
  const scalingFor = (rows: Matrix) => (scaled ? scalingBy(rows, centred) : (X: Matrix) => X)
  const whole = scalingFor(design)(design)
  const lambdas = wantedLambdas
    ? checkVector(wantedLambdas, 'lambdas')
    : lambdaGrid(whole, response, { ...fitOptions, rho })
  const folds = assignFolds(design.rows, foldOption, seed)
  const split = splitFolds(folds)
  let unfinished = 0
  const foldErrors = split.map((fold) => {
    const train = takeRows(design, fold.train)
    const scale = scalingFor(train)
    const test = scale(takeRows(design, fold.test))
    const fits = elasticNetPath(
      scale(train),
      takeValues(response, fold.train),
      rho,
      lambdas,
      fitOptions,
    )
    unfinished += fits.filter((fit) => !fit.converged).length
    const wanted = takeValues(response, fold.test)
    return Float64Array.from(fits, (fit) => meanSquaredError(test, wanted, fit))
  })
  const total = split.length * lambdas.length
  const note = `${unfinished} of the ${total} fits did not reach the wanted duality gap.`
  return {
    lambdas,
    foldErrors,
    folds,
    converged: unfinished === 0,
    notes: unfinished === 0 ? [] : [note],
    ...summarise(lambdas, foldErrors, split),
  }
}

function summarise(
  lambdas: Float64Array,
  foldErrors: Float64Array[],
  split: Fold[],
): Pick<CrossValidation, 'errors' | 'standardErrors' | 'minimum' | 'oneStandardError'> {
  const total = split.reduce((sum, { test }) => sum + test.length, 0)
  const shares = split.map(({ test }) => test.length / total)
  const errors = lambdas.map((_, l) =>
    shares.reduce((sum, share, k) => sum + share * foldErrors[k][l], 0),
  )
  const standardErrors = lambdas.map((_, l) => {
    // Divided by the largest error, so that no square overflows or vanishes.
    const unit = foldErrors.reduce((most, fold) => Math.max(most, fold[l]), 0) || 1
    const variance = shares.reduce(
      (sum, share, k) => sum + share * ((foldErrors[k][l] - errors[l]) / unit) ** 2,
      0,
    )
    return unit * Math.sqrt(variance / (split.length - 1))
  })
  const smallest = errors.indexOf(errors.reduce((a, b) => Math.min(a, b)))
  return {
    errors,
    standardErrors,
    minimum: largestWithin(lambdas, errors, errors[smallest]),
    oneStandardError: largestWithin(lambdas, errors, errors[smallest] + standardErrors[smallest]),
  }
}

function largestWithin(lambdas: Float64Array, errors: Float64Array, bound: number): ChosenLambda {
  let index = -1
  errors.forEach((error, l) => {
    if (error <= bound && (index < 0 || lambdas[l] > lambdas[index])) index = l
  })
  return { index, lambda: lambdas[index] }
}

function meanSquaredError(X: Matrix, y: Float64Array, { coefficients, intercept }: Fit): number {
  const { rows, columns, data } = X
  const residual = y.slice()
  for (let j = 0; j < columns; j++) {
    if (coefficients[j] !== 0) kernels.axpy(-coefficients[j], data, j * rows, residual, 0, rows)
  }
  let squares = 0
  for (let i = 0; i < rows; i++) squares += (residual[i] - intercept) ** 2
  return checkHeld(squares / rows, 'The error of prediction')
}

/**
 * Standardizes rows by the means and deviations of others; without `centred` by the deviations alone, as a model through
 * the origin is none any more once X is shifted.
 */
function scalingBy(rows: Matrix, centred: boolean): (X: Matrix) => Matrix {
  const { apply, deviations } = standardize(rows)
  if (centred) return apply
  return ({ rows, columns, data }) => ({
    rows,
    columns,
    data: data.map((value, k) => {
      const j = Math.floor(k / rows)
      return checkHeld(value / deviations[j], `Column ${j} of X`)
    }),
  })
}

function takeRows({ rows, columns, data }: Matrix, kept: Int32Array): Matrix {
  const taken = new Float64Array(kept.length * columns)
  for (let j = 0, k = 0; j < columns; j++) {
    for (let i = 0; i < kept.length; i++) taken[k++] = data[j * rows + kept[i]]
  }
  return { rows: kept.length, columns, data: taken }
}

function takeValues(values: Float64Array, kept: Int32Array): Float64Array {
  const taken = new Float64Array(kept.length)
  for (let i = 0; i < kept.length; i++) taken[i] = values[kept[i]]
  return taken
}
