import { kernels } from '../algebra/kernels/kernels.ts'
import type { Label, Matrix, MatrixLike, Model } from '../fit.ts'
import { checkHeld, checkObject } from '../input/checks.ts'
import { inputError } from '../input/errors.ts'
import { readModel } from './readModel.ts'

/**
 * Predicts: ŷ = b + Xw. For a logistic fit these are the log-odds of its second class.
 *
 * @param fit a fit, a point of a path, or anything with `coefficients` and an `intercept`, such as a fit back from JSON
 * @param X rows of p numbers, in the units of the design of the fit
 * @returns one number for each row
 * @throws ShrinkageError if X is bad data or has another number of columns than the fit has coefficients, or a
 *   prediction is too large for double precision
 * @example
 * predict({ coefficients: [2, -1], intercept: 1 }, [[1, 0], [3, 2]]) // [3, 5]
 * predict(lasso([[1], [2], [3]], [2, 4, 6], 0), [[10]]) // [20]
 */
export function predict(fit: Model, X: MatrixLike): Float64Array {
  const { design, coefficients, intercept } = readModel(fit, X)
  return predictions(design, coefficients, intercept)
}

/** The same for a design and a model that are known to be sound and to fit each other. */
export function predictions(
  { rows, data }: Matrix,
  coefficients: Float64Array,
  intercept: number,
): Float64Array {
  const values = new Float64Array(rows).fill(intercept)
  for (let j = 0; j < coefficients.length; j++) {
    if (coefficients[j] !== 0) kernels.axpy(coefficients[j], data, j * rows, values, 0, rows)
  }
  for (let i = 0; i < rows; i++) {
    if (Number.isFinite(values[i])) continue
    checkHeld(values[i], { name: 'predictions', index: i }, 'A prediction')
  }
  return values
}

/**
 * Predicts probabilities of a logistic fit: 1/(1 + e^−η) with η = b + Xw.
 *
 * @param fit a fit of logisticRegression, or a point of its path
 * @param X rows of p numbers
 * @returns for each row the probability of the second class, which is label 1 for labels 0 and 1
 * @throws ShrinkageError as {@link predict} does, and if the fit is not of a classification
 * @example
 * const fit = logisticRegression([[-1], [1]], [0, 1], 0.25, 1)
 * predictProbabilities(fit, [[0], [1]]) // [0.5, 0.75]
 */
export function predictProbabilities(fit: Model, X: MatrixLike): Float64Array {
  classesOf(fit)
  return predict(fit, X).map((eta) => 1 / (1 + Math.exp(-eta)))
}

/**
 * Predicts the class of each row by a logistic fit: the second class where its probability is above ½.
 *
 * @param fit a fit of logisticRegression, or a point of its path
 * @param X rows of p numbers
 * @returns one label for each row, as they were in the y of the fit
 * @throws ShrinkageError as {@link predictProbabilities} does
 * @example
 * const fit = logisticRegression([[-1], [1]], ['no', 'yes'], 0.25, 1)
 * predictClasses(fit, [[-3], [2]]) // ['no', 'yes']
 */
export function predictClasses(fit: Model, X: MatrixLike): Label[] {
  const [first, second] = classesOf(fit)
  return Array.from(predict(fit, X), (eta) => (eta > 0 ? second : first))
}

function classesOf(fit: Model): readonly [Label, Label] {
  const { classes } = checkObject(fit, 'fit')
  if (Array.isArray(classes) && classes.length === 2) return classes as [Label, Label]
  throw inputError('malformed', 'fit.classes', classes, 'the two classes of a logistic fit')
}
