import { kernels } from '../../algebra/kernels/kernels.ts'
import { checkHeld, checkOptions, checkRange } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import type { MatrixLike, VectorLike } from '../../fit.ts'
import type { LogisticOptions } from './logisticRegression.ts'
import { prepareLogistic } from './logisticProblem.ts'
import { labelResidual, nullState } from './logisticState.ts'

/**
 * The smallest λ at which every coefficient of logistic regression is exactly 0: max_j |x_jᵀ(y − ȳ)|/(nρ).
 *
 * @param X n rows of p numbers; y n labels, 0 or 1; options.rho from above 0 to 1 (default 1).
 * @throws ShrinkageError for bad data, and for ρ outside (0, 1].
 *
 * @example
 * logisticLambdaMax([[-1], [1]], [0, 1]) // 0.5
 */
export function logisticLambdaMax(
  X: MatrixLike,
  y: VectorLike,
  options: Pick<LogisticOptions, 'intercept' | 'sampleWeights'> & { rho?: number } = {},
): number {
  checkOptions(options, ['penaltyFactors', 'nonNegative'])
  const rho = checkRange(options.rho ?? 1, 'rho', 0, 1)
  if (rho === 0) {
    throw new ShrinkageError('out-of-range', 'rho is 0: ridge has no λ that makes coefficients 0.')
  }
  const problem = prepareLogistic(X, y, options)
  const { X: data, rows, columns, units } = problem.design
  const { eta } = nullState(problem)
  const residual = problem.y.map((label, i) => problem.weights[i] * labelResidual(label, eta[i]))
  const z = new Float64Array(columns)
  kernels.transposeTimes(data, rows, columns, residual, z)
  const largest = z.reduce((most, value, j) => Math.max(most, Math.abs(value) * units.scales[j]), 0)
  return checkHeld(largest / rho, 'λmax')
}
