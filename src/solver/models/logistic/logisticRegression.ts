import { checkLambda, checkLambdas, checkRho } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import type { Labels } from '../../input/labels.ts'
import { coefficientsFrom, interceptFor } from '../../problem/units.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { FIT_OPTIONS, readOptions, readSetting, type Setting } from '../../input/options.ts'
import { prepareLogistic, type LogisticProblem } from './logisticProblem.ts'
import { nullState, type LogisticState } from './logisticState.ts'
import { isSeparated } from './separation.ts'
import { minimize } from './workingSet.ts'

/** The options of logistic regression. */
export type LogisticOptions = Omit<FitOptions, 'method'>

export const LOGISTIC_OPTIONS = FIT_OPTIONS.filter(
  (name): name is keyof LogisticOptions => name !== 'method',
)

/**
 * Logistic regression: minimizes 1/n·Σ (log(1 + e^η) − yη) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) with η = b + xᵀw.
 *
 * Newton's method: each step replaces the loss by its quadratic model and solves that with the penalty exactly, as an
 * elastic net; the step is halved while it does not lower the objective. For λ > 0 the answer is finite even if the
 * classes can be separated. Lee, Sun and Saunders (2014), "Proximal Newton-type methods".
 *
 * @param X n rows of p numbers.
 * @param y n labels: 0 and 1, −1 and 1, false and true, or two words, of which the second in alphabetical order counts as
 *   1.
 * @param lambda λ ≥ 0.
 * @param rho ρ from 0 (ridge) to 1 (lasso).
 * @param options those of {@link FitOptions} but for `method`.
 * @returns a fit in the units of the input, with the two `classes`: the probability of the second is 1/(1 + e^−η).
 * @throws ShrinkageError if an input is malformed, or y has only one label while there is an intercept.
 *
 * @example
 * logisticRegression([[-1], [1]], [0, 1], 0.25, 1).coefficients // [Math.log(3)]
 * logisticRegression([[-1], [1]], ['no', 'yes'], 0.25, 1).classes // ['no', 'yes']
 */
export function logisticRegression(
  X: MatrixLike,
  y: Labels,
  lambda: number,
  rho: number,
  options: LogisticOptions = {},
): Fit {
  readOptions(options, LOGISTIC_OPTIONS, 'logisticRegression')
  checkLambda(lambda)
  return logisticPath(X, y, [lambda], rho, options).fits[0]
}

/**
 * Logistic regression for many λ, each started from the solution of the next larger one.
 *
 * @param X n rows of p numbers.
 * @param y n labels, as for {@link logisticRegression}.
 * @param lambdas any numbers ≥ 0, in any order.
 * @param rho ρ from 0 (ridge) to 1 (lasso).
 * @param options those of {@link FitOptions} but for `method`.
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError as {@link logisticRegression} does.
 *
 * @example
 * logisticPath([[-1], [1]], [0, 1], [0.5, 0.25], 1).fits.map((fit) => fit.coefficients[0]) // [0, Math.log(3)]
 */
export function logisticPath(
  X: MatrixLike,
  y: Labels,
  lambdas: VectorLike,
  rho: number,
  options: LogisticOptions = {},
): Path {
  readOptions(options, LOGISTIC_OPTIONS, 'logisticPath')
  const list = checkLambdas(lambdas)
  checkRho(rho)
  const problem = prepareLogistic(X, y, options)
  const setting = readSetting(options, problem.design.columns, problem.design.deviations)
  const fits = new Array<Fit>(list.length)
  const order = [...list.keys()].sort((a, b) => list[b] - list[a])
  let state = nullState(problem)
  for (const k of order) {
    const result = fitAt(problem, list[k], rho, setting, state)
    fits[k] = result.fit
    if (result.fit.converged) state = result.state
  }
  return { lambdas: list.slice(), fits, exact: false }
}

/** The fit at one λ, and the state to start the next one from. */
export function fitAt(
  problem: LogisticProblem,
  lambda: number,
  rho: number,
  setting: Setting,
  start: LogisticState,
): { fit: Fit; state: LogisticState } {
  const units = { ...problem.design.units, yMean: 0, yScale: 1, weight: 1 }
  const gap = setting.tolerance * problem.nullObjective
  const { reached, iterations } = minimize(problem, { lambda, rho, setting, gap }, start)
  const { state, certificate } = reached
  const { objective, dualityGap, kktResidual } = certificate
  const coefficients = coefficientsFrom(units, state.u)
  const separated = isSeparated(problem, penaltyOf(units, lambda, rho, setting), state)
  const converged = dualityGap <= gap && !separated
  const notes: string[] = []
  if (separated) {
    notes.push(
      'The classes can be separated by features without penalty: their coefficients grow for ever, and these are where the method stopped.',
    )
  } else if (!converged) notes.push('The requested duality gap was not reached.')
  const fit: Fit = {
    coefficients,
    intercept: state.b + interceptFor(units, coefficients),
    lambda,
    rho,
    objective,
    dualityGap,
    kktResidual,
    iterations,
    converged,
    method: 'proximal Newton',
    notes,
    classes: [...problem.classes],
    ...(units.features && { features: units.features.slice() }),
  }
  return { fit, state }
}
