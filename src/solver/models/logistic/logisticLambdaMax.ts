import { kernels } from '../../algebra/kernels/kernels.ts'
import { checkHeld, checkLambda, checkRange } from '../../input/checks.ts'
import { inputError } from '../../input/errors.ts'
import type { Labels } from '../../input/labels.ts'
import type { MatrixLike } from '../../fit.ts'
import { readOptions, readSetting } from '../../input/options.ts'
import { fitAt, LOGISTIC_OPTIONS, type LogisticOptions } from './logisticRegression.ts'
import { prepareLogistic } from './logisticProblem.ts'
import { labelResidual, nullState, type LogisticState } from './logisticState.ts'

/**
 * The smallest λ at which every penalized coefficient of logistic regression is exactly 0: max_j |x_jᵀ(y − p)|/(nρ),
 * where p are the probabilities of the null model.
 *
 * The null model has the intercept and the features of penalty factor 0. With penalty factors each correlation is divided
 * by its own.
 *
 * @param X n rows of p numbers
 * @param y n labels, as for {@link logisticRegression}
 * @param options those of the fit, and `rho` from above 0 to 1 (default 1)
 * @throws ShrinkageError for bad data, and for ρ outside (0, 1]
 *
 * @example
 * logisticLambdaMax([[-1], [1]], [0, 1]) // 0.5
 * logisticLambdaMax([[-1], [1]], [0, 1], { penaltyFactors: [2] }) // 0.25
 */
export function logisticLambdaMax(
  X: MatrixLike,
  y: Labels,
  options: LogisticOptions & { rho?: number } = {},
): number {
  readOptions(options, [...LOGISTIC_OPTIONS, 'rho'], 'logisticLambdaMax')
  const { rho = 1, ...fitOptions } = options
  checkRange(rho, 'rho', 0, 1)
  if (rho === 0) {
    throw inputError(
      'out-of-range',
      'rho',
      rho,
      'a number > 0, as no λ of ridge makes coefficients 0',
      { least: 0 },
    )
  }
  const problem = prepareLogistic(X, y, fitOptions)
  const { X: data, rows, columns, units, deviations } = problem.design
  const { factors, nonNegative } = readSetting(fitOptions, columns, deviations)
  const { eta } =
    factors?.includes(0) === true ? nullModel(X, y, fitOptions, factors) : nullState(problem)
  const residual = problem.y.map((label, i) => problem.weights[i] * labelResidual(label, eta[i]))
  const z = new Float64Array(columns)
  kernels.transposeTimes(data, rows, columns, residual, z)
  const largest = z.reduce((most, value, j) => {
    const factor = factors === null ? 1 : factors[j]
    if (factor === 0) return most
    return Math.max(most, ((nonNegative ? value : Math.abs(value)) / factor) * units.scales[j])
  }, 0)
  return checkLambda(checkHeld(largest / rho, 'lambdaMax', 'λmax'))
}

/** The fit of the features without penalty alone. */
function nullModel(
  X: MatrixLike,
  y: Labels,
  options: LogisticOptions,
  factors: Float64Array,
): LogisticState {
  const alone = { ...options, penaltyFactors: factors.map((value) => (value === 0 ? 0 : Infinity)) }
  const problem = prepareLogistic(X, y, alone)
  const setting = readSetting(alone, factors.length, problem.design.deviations)
  return fitAt(problem, 0, 1, setting, nullState(problem)).state
}
