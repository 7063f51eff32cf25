import { checkLambdas, checkOptions, checkRho } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { coefficientsFrom, interceptFor } from '../../problem/units.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import { readSetting, type Setting } from '../../input/options.ts'
import { certifyLogistic } from './logisticCertificate.ts'
import { prepareLogistic, type LogisticProblem } from './logisticProblem.ts'
import { lossAt, nullState, penaltyAt, stateAt, type LogisticState } from './logisticState.ts'
import { newtonTarget } from './newtonStep.ts'
import { isSeparated } from './separation.ts'

/** What logistic regression understands. */
export type LogisticOptions = Omit<FitOptions, 'method'>

/** Newton steps before the method gives up; it converges in about ten. */
const NEWTON_STEPS = 200

/**
 * Logistic regression: minimises 1/n·Σ (log(1 + e^η) − yη) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) with η = b + xᵀw.
 *
 * Newton's method: each step replaces the loss by its quadratic model and solves that with the penalty exactly, as an
 * elastic net; the step is halved while it does not lower the objective. For λ > 0 the answer is finite even if the
 * classes can be separated. Lee, Sun and Saunders (2014), "Proximal Newton-type methods".
 *
 * @param X n rows of p numbers; y n labels, 0 or 1; lambda ≥ 0; rho from 0 (ridge) to 1 (lasso).
 * @returns a fit in the units of the input: the probability of label 1 is 1/(1 + e^−η).
 * @throws ShrinkageError if an input is malformed, or y has only one label while there is an intercept.
 *
 * @example
 * logisticRegression([[-1], [1]], [0, 1], 0.25, 1).coefficients // [Math.log(3)]
 */
export function logisticRegression(
  X: MatrixLike,
  y: VectorLike,
  lambda: number,
  rho: number,
  options: LogisticOptions = {},
): Fit {
  return logisticPath(X, y, rho, [lambda], options)[0]
}

/**
 * Logistic regression for many λ, each started from the solution of the next larger one.
 *
 * @returns one fit for each λ, in the order of `lambdas`.
 * @throws ShrinkageError as {@link logisticRegression} does.
 *
 * @example
 * logisticPath([[-1], [1]], [0, 1], 1, [0.5, 0.25]).map((fit) => fit.coefficients[0]) // [0, Math.log(3)]
 */
export function logisticPath(
  X: MatrixLike,
  y: VectorLike,
  rho: number,
  lambdas: VectorLike,
  options: LogisticOptions = {},
): Fit[] {
  checkRho(rho)
  const list = checkLambdas(lambdas)
  checkOptions(options, ['method'])
  const problem = prepareLogistic(X, y, options)
  const setting = readSetting(options, problem.design.columns)
  const fits = new Array<Fit>(list.length)
  const order = [...list.keys()].sort((a, b) => list[b] - list[a])
  let state = nullState(problem)
  for (const k of order) {
    const result = minimise(problem, list[k], rho, setting, state)
    fits[k] = result.fit
    if (result.fit.converged) state = result.state
  }
  return fits
}

function minimise(
  problem: LogisticProblem,
  lambda: number,
  rho: number,
  setting: Setting,
  start: LogisticState,
): { fit: Fit; state: LogisticState } {
  const units = { ...problem.design.units, yMean: 0, yScale: 1, weight: 1 }
  const penalty = penaltyOf(units, lambda, rho, setting)
  const gap = setting.tolerance * problem.nullObjective
  const limit = Math.min(setting.maxIterations, NEWTON_STEPS)
  let state = start
  let certificate = certifyLogistic(problem, penalty, state)
  let iterations = 0
  while (certificate.dualityGap > gap && iterations < limit) {
    const next = step(problem, penalty, state)
    if (next === null) break
    state = next
    iterations++
    certificate = certifyLogistic(problem, penalty, state)
  }
  // Newton's method doubles the digits with each step: one more takes the coefficients to rounding.
  const last = step(problem, penalty, state)
  const polished = last && certifyLogistic(problem, penalty, last)
  if (last && polished && polished.kktResidual < certificate.kktResidual) {
    state = last
    certificate = polished
  }
  const coefficients = coefficientsFrom(units, state.u)
  const separated = isSeparated(problem, penalty, state)
  const converged = certificate.dualityGap <= gap && !separated
  const notes: string[] = []
  if (separated) {
    notes.push(
      'The classes can be separated by features without penalty: their coefficients grow for ever, and these are where the method stopped.',
    )
  } else if (!converged) notes.push('The wanted duality gap was not reached.')
  const fit: Fit = {
    coefficients,
    intercept: state.b + interceptFor(units, coefficients),
    lambda,
    rho,
    objective: certificate.objective,
    dualityGap: certificate.dualityGap,
    kktResidual: certificate.kktResidual,
    iterations,
    converged,
    method: 'proximal Newton',
    notes,
  }
  return { fit, state }
}

/** A Newton step, halved until the objective falls; null if it does not, which is rounding. */
function step(
  problem: LogisticProblem,
  penalty: Penalty,
  state: LogisticState,
): LogisticState | null {
  const target = newtonTarget(problem, penalty, state)
  const before = objectiveAt(problem, penalty, state)
  for (let length = 1; length > 1e-10; length /= 2) {
    const u = state.u.map((value, j) =>
      length === 1 ? target.u[j] : value + length * (target.u[j] - value),
    )
    const next = stateAt(problem, u, state.b + length * (target.b - state.b))
    const after = objectiveAt(problem, penalty, next)
    // Near the end the objective is flat to rounding while the step still improves the certificate.
    if (after <= before + 1e-15 * Math.abs(before)) return next
  }
  return null
}

function objectiveAt(problem: LogisticProblem, penalty: Penalty, state: LogisticState): number {
  return lossAt(problem, state.eta) + penaltyAt(penalty, state.u)
}
