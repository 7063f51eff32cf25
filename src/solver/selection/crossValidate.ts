import type { Fit, FitOptions, Matrix, MatrixLike, Path, VectorLike } from '../fit.ts'
import {
  checkBoolean,
  checkHeld,
  checkLambdas,
  checkRange,
  checkRho,
  checkVector,
  checkWord,
} from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { readLabels, type Labels } from '../input/labels.ts'
import { toMatrix } from '../input/matrix.ts'
import { FIT_OPTIONS, readOptions } from '../input/options.ts'
import { elasticNetPath } from '../models/linear/elasticNetPath.ts'
import { logisticPath } from '../models/logistic/logisticRegression.ts'
import { predictions } from '../prediction/predict.ts'
import { assignFolds, splitFolds } from './folds.ts'
import { lambdaGrid } from './lambdaGrid.ts'

/** A λ that cross-validation chose. */
export interface ChosenLambda {
  /** Its place in `lambdas`. */
  index: number
  lambda: number
  /** The model at this λ, fitted to all rows. */
  fit: Fit
}

/** How well each λ predicts rows that its model has not seen. */
export interface CrossValidation {
  lambdas: Float64Array
  /** Mean error of prediction for each λ: squared, in squared units of y; for the logistic family the deviance. */
  errors: Float64Array
  /** Standard error of each of these means, from the differences between folds. */
  standardErrors: Float64Array
  /** Mean error of each fold: one row for each fold, in the order of the fold numbers. */
  foldErrors: Float64Array[]
  /** The fold number of each row. */
  folds: Int32Array
  /** The λ with the smallest error; the largest of them if several tie. */
  minimum: ChosenLambda
  /** The largest λ whose error is within one standard error of the smallest: the simplest model that is about as good. */
  oneStandardError: ChosenLambda
  /** Whether every fit reached its tolerance; otherwise the errors of some λ are those of unfinished models. */
  converged: boolean
  /** Caveats: how many fits did not. */
  notes: string[]
}

/** The options of cross-validation: those of a fit, and its own. */
export type CrossValidationOptions = Omit<FitOptions, 'standardize'> & {
  /** Whether y is a response, 'gaussian' (the default), or labels, 'logistic', of a model without option `method`. */
  family?: 'gaussian' | 'logistic'
  /** Share of the penalty that is L1. Default 1. */
  rho?: number
  /** The λ to compare, in any order. Default {@link lambdaGrid} of the whole data. */
  lambdas?: VectorLike
  /** Number of folds, or the fold number of each row. Default 10. */
  folds?: number | VectorLike
  /** The same seed gives the same folds. Default 0. */
  seed?: number
  /** Penalize coefficients in units of the deviations of what each fold learns from? Default true. */
  standardize?: boolean
}

const OWN_OPTIONS = ['family', 'rho', 'lambdas', 'folds', 'seed'] as const

/** A family of models: how one is fitted for many λ, and how far its predictions are off. */
interface Family {
  /** The response as numbers. */
  y: Float64Array
  fit(
    X: MatrixLike,
    y: Float64Array,
    lambdas: Float64Array,
    weights: Float64Array | undefined,
  ): Path
  /** The error of a prediction for one row. */
  error(y: number, prediction: number): number
}

/**
 * k-fold cross-validation of λ: each fold is predicted by models that were fitted on the others.
 *
 * The deviations by which the penalty is standardized are those of the rows that a fold learns from: taken from all rows,
 * they would let it see what it is tested on. Coefficients are those of X as it is. Errors are weighted by the sample
 * weights, and folds by the sum of theirs; the standard error of their mean is √(Σ share_k·(e_k − ē)²/(K − 1)), as in
 * glmnet. The deviance of a label is −2·log of the probability that the model gave it.
 * Source: Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", section 7.10.
 *
 * @param X n rows of p numbers
 * @param y n numbers, or n labels for the logistic family
 * @param options those of the fit, and those of {@link CrossValidationOptions}
 * @throws ShrinkageError for bad data, numbers out of range, folds that do not fit n, or errors too large for a double
 * @example
 * const { X, y } = simulateRegression({ n: 60, p: 5, relevant: 2, seed: 1 })
 * const chosen = crossValidate(X, y, { seed: 1 })
 * chosen.oneStandardError.lambda >= chosen.minimum.lambda // true
 * chosen.minimum.fit.coefficients.length // 5
 */
export function crossValidate(
  X: MatrixLike,
  y: VectorLike | Labels,
  options: CrossValidationOptions = {},
): CrossValidation {
  const isLogistic = options?.family === 'logistic'
  const fitOptionNames = FIT_OPTIONS.filter((name) => !(isLogistic && name === 'method'))
  readOptions(options, [...fitOptionNames, ...OWN_OPTIONS], 'crossValidate')
  const { family: name = 'gaussian', rho = 1, seed = 0 } = options
  const { lambdas: given, sampleWeights, ...rest } = options
  const { standardize = true } = rest
  checkWord(name, 'family', ['gaussian', 'logistic'])
  checkBoolean(standardize, 'standardize')
  checkRho(rho)
  const design = toMatrix(X)
  const fitOptions = { ...withoutOwn(rest), standardize }
  const family = isLogistic ? logistic(y as Labels, rho, fitOptions) : gaussian(y, rho, fitOptions)
  checkVector(family.y, 'y', design.rows)
  const weights = readWeights(sampleWeights, design.rows)
  const lambdas =
    given !== undefined
      ? checkLambdas(given).slice()
      : lambdaGrid(design, y, { ...fitOptions, sampleWeights: weights, family: name, rho })
  // Fits of equal weights are faster without any.
  const fitWeights = sampleWeights === undefined ? undefined : weights
  const folds = assignFolds(design.rows, options.folds, seed)
  const split = splitFolds(folds)

  let unfinished = 0
  const foldErrors = split.map(({ train, test }) => {
    const [seen, unseen] = [takeRows(design, train), takeRows(design, test)]
    const trained = fitWeights && takeValues(fitWeights, train)
    const path = family.fit(seen, takeValues(family.y, train), lambdas, trained)
    unfinished += path.fits.filter((fit) => !fit.converged).length
    const [response, shares] = [takeValues(family.y, test), sharesOf(takeValues(weights, test))]
    return Float64Array.from(path.fits, (fit) => meanError(fit, unseen, response, shares, family))
  })
  const sums = split.map(({ test }) => takeValues(weights, test).reduce((sum, v) => sum + v, 0))
  const { errors, standardErrors, minimum, oneStandardError } = summarize(lambdas, foldErrors, sums)
  const chosen = Float64Array.of(lambdas[minimum], lambdas[oneStandardError])
  const { fits } = family.fit(design, family.y, chosen, fitWeights)
  unfinished += fits.filter((fit) => !fit.converged).length
  const total = split.length * lambdas.length + fits.length
  const note = `${unfinished} of the ${total} fits did not reach the tolerance of the duality gap.`
  return {
    lambdas,
    errors,
    standardErrors,
    foldErrors,
    folds,
    minimum: { index: minimum, lambda: lambdas[minimum], fit: fits[0] },
    oneStandardError: { index: oneStandardError, lambda: lambdas[oneStandardError], fit: fits[1] },
    converged: unfinished === 0,
    notes: unfinished === 0 ? [] : [note],
  }
}

function withoutOwn(options: CrossValidationOptions): FitOptions {
  const known = Object.entries(options).filter(
    ([name, value]) => value !== undefined && !(OWN_OPTIONS as readonly string[]).includes(name),
  )
  return Object.fromEntries(known)
}

function gaussian(y: VectorLike | Labels, rho: number, options: FitOptions): Family {
  return {
    y: checkVector(y as VectorLike, 'y'),
    fit: (X, response, lambdas, sampleWeights) =>
      elasticNetPath(X, response, lambdas, rho, { ...options, sampleWeights }),
    error: (value, prediction) => (value - prediction) ** 2,
  }
}

function logistic(y: Labels, rho: number, options: FitOptions): Family {
  const { y: numbers, classes } = readLabels(y)
  return {
    y: numbers,
    fit: (X, labels, lambdas, sampleWeights) => {
      const path = logisticPath(X, labels, lambdas, rho, { ...options, sampleWeights })
      return { ...path, fits: path.fits.map((fit) => ({ ...fit, classes: [...classes] })) }
    },
    // −2·log of the probability of the label, without overflow: log(1 + e^−m) of its margin m.
    error: (label, eta) => {
      const margin = label === 1 ? eta : -eta
      return 2 * (Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))))
    },
  }
}

function readWeights(sampleWeights: VectorLike | undefined, rows: number): Float64Array {
  if (sampleWeights === undefined) return new Float64Array(rows).fill(1)
  const weights = checkVector(sampleWeights, 'sampleWeights', rows)
  let largest = 0
  weights.forEach((value, i) => {
    largest = Math.max(largest, checkRange(value, { name: 'sampleWeights', index: i }, 0))
  })
  if (largest > 0) return weights.map((value) => value / largest)
  throw new ShrinkageError('empty', 'sampleWeights are all 0; expected at least one > 0.', {
    name: 'sampleWeights',
  })
}

/** Weights as shares of their sum; all 0 if none of them counts. */
function sharesOf(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return total === 0 ? weights : weights.map((weight) => weight / total)
}

/**
 * The error of a model on rows it has not seen.
 *
 * @param shares of each row in the mean
 */
function meanError(
  { coefficients, intercept }: Fit,
  X: Matrix,
  y: Float64Array,
  shares: Float64Array,
  family: Family,
): number {
  const predicted = predictions(X, coefficients, intercept)
  let sum = 0
  for (let i = 0; i < y.length; i++) sum += shares[i] * family.error(y[i], predicted[i])
  return checkHeld(sum, 'meanErrors', 'The error of prediction')
}

function summarize(
  lambdas: Float64Array,
  foldErrors: Float64Array[],
  sums: number[],
): {
  errors: Float64Array
  standardErrors: Float64Array
  minimum: number
  oneStandardError: number
} {
  const total = sums.reduce((sum, value) => sum + value, 0)
  const shares = sums.map((value) => value / total)
  const errors = lambdas.map((_, l) =>
    shares.reduce((sum, share, k) => sum + share * foldErrors[k][l], 0),
  )
  const standardErrors = lambdas.map((_, l) => {
    // In units of the largest error, so that no square overflows or vanishes.
    const unit = foldErrors.reduce((most, fold) => Math.max(most, fold[l]), 0) || 1
    const variance = shares.reduce(
      (sum, share, k) => sum + share * ((foldErrors[k][l] - errors[l]) / unit) ** 2,
      0,
    )
    return unit * Math.sqrt(variance / (sums.length - 1))
  })
  const smallest = errors.indexOf(errors.reduce((a, b) => Math.min(a, b)))
  return {
    errors,
    standardErrors,
    minimum: largestWithin(lambdas, errors, errors[smallest]),
    oneStandardError: largestWithin(lambdas, errors, errors[smallest] + standardErrors[smallest]),
  }
}

/** The place of the largest λ whose error is within a bound. */
function largestWithin(lambdas: Float64Array, errors: Float64Array, bound: number): number {
  let index = -1
  errors.forEach((error, l) => {
    if (error <= bound && (index < 0 || lambdas[l] > lambdas[index])) index = l
  })
  return index
}

function takeRows({ rows, columns, data }: Matrix, kept: Int32Array): Matrix {
  const taken = new Float64Array(kept.length * columns)
  for (let j = 0, k = 0; j < columns; j++) {
    for (let i = 0; i < kept.length; i++) taken[k++] = data[j * rows + kept[i]]
  }
  return { rows: kept.length, columns, data: taken }
}

function takeValues(values: Float64Array, kept: Int32Array): Float64Array {
  return Float64Array.from(kept, (i) => values[i])
}
