import type { Certificate } from '../../problem/certificate.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import type { Setting } from '../../input/options.ts'
import { solve } from '../../methods/chooseMethod.ts'
import { certifyLogistic } from './logisticCertificate.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { lossAt, penaltyAt, stateAt, type LogisticState } from './logisticState.ts'
import { quadraticModel, type QuadraticModel } from './quadraticModel.ts'

/** How strong the penalty is, and how exact the answer has to be. */
export interface Goal {
  lambda: number
  rho: number
  setting: Setting
  /** The duality gap to reach. */
  gap: number
}

/** A state, its quadratic model for some features, and its certificate among states that use only those. */
export interface Certified {
  state: LogisticState
  model: QuadraticModel
  penalty: Penalty
  certificate: Certificate
}

/** Newton steps before the method gives up; it converges in about ten. */
const NEWTON_STEPS = 200
/** Passes of coordinate descent within a step, where the exact methods do not serve. */
const PASSES = 1000

/** Certifies a state among those that use only the given features; `isThorough` for the best bound there is. */
export function certifyAt(
  problem: LogisticProblem,
  { lambda, rho, setting }: Goal,
  features: Int32Array,
  state: LogisticState,
  isThorough = false,
): Certified {
  const model = quadraticModel(problem, state, features)
  const penalty = penaltyOf(model.linear.units, lambda, rho, settingOf(setting, features))
  const certificate = certifyLogistic(problem, model, penalty, state, isThorough)
  return { state, model, penalty, certificate }
}

/** The setting for some of the features. */
function settingOf(setting: Setting, features: Int32Array): Setting {
  const chosen = (factors: Float64Array | null) =>
    factors && Float64Array.from(features, (j) => factors[j])
  return {
    ...setting,
    factors: chosen(setting.factors),
    squareFactors: chosen(setting.squareFactors),
  }
}

/**
 * Newton's method on the given features, until the gap is small enough or a step gains nothing any more.
 *
 * @param problem the logistic problem
 * @param goal penalty and gap
 * @param features those that may move
 * @param start where to start from; 0 for all other features
 * @returns the last state, and how many steps it took
 */
export function proximalNewton(
  problem: LogisticProblem,
  goal: Goal,
  features: Int32Array,
  start: LogisticState,
): { reached: Certified; iterations: number } {
  const limit = Math.min(goal.setting.maxIterations, NEWTON_STEPS)
  let reached = certifyAt(problem, goal, features, start)
  for (let iterations = 0; ; iterations++) {
    const { dualityGap } = reached.certificate
    if (dualityGap <= goal.gap) return { reached, iterations }
    const next = iterations < limit ? step(problem, goal, reached) : null
    if (next === null) {
      return { reached: certifyAt(problem, goal, features, reached.state, true), iterations }
    }
    reached = certifyAt(problem, goal, features, next)
    if (reached.certificate.dualityGap > dualityGap / 2) {
      reached = certifyAt(problem, goal, features, next, true)
    }
  }
}

/**
 * One more step: as Newton's method doubles the digits, it takes the coefficients to rounding.
 *
 * @param problem the logistic problem
 * @param goal penalty and gap
 * @param reached where the method came to
 * @returns the state after the step if that is the better one, else what was given
 */
export function polish(problem: LogisticProblem, goal: Goal, reached: Certified): Certified {
  const next = step(problem, goal, reached)
  if (next === null) return reached
  const { features } = reached.model
  const polished = certifyAt(problem, goal, features, next)
  return isBetter(polished.certificate, reached.certificate, goal.gap) ? polished : reached
}

/** Whether a certificate is the better one: below the gap that counts it is the optimality conditions that tell. */
function isBetter(one: Certificate, other: Certificate, gap: number): boolean {
  return one.dualityGap <= gap && other.dualityGap <= gap
    ? one.kktResidual < other.kktResidual
    : one.dualityGap < other.dualityGap
}

/** A Newton step, halved until the objective falls; null if it does not, which is rounding. */
function step(
  problem: LogisticProblem,
  goal: Goal,
  { state, model, penalty, certificate }: Certified,
): LogisticState | null {
  if (model.features.length === 0) return null
  const target = newtonTarget(model, goal)
  const before = certificate.objective
  for (let length = 1; length > 1e-10; length /= 2) {
    const u = state.u.slice()
    model.features.forEach((j, k) => {
      u[j] = length === 1 ? target.u[k] : u[j] + length * (target.u[k] - u[j])
    })
    const b = problem.intercept ? state.b + length * (target.b - state.b) : 0
    const next = stateAt(problem, u, b)
    const moved = Float64Array.from(model.features, (j) => u[j])
    const after = lossAt(problem, next.eta) + penaltyAt(penalty, moved)
    // Near the end the objective is flat to rounding while the step still improves the certificate.
    if (after <= before + 1e-15 * before) return next
  }
  return null
}

/** The minimum of the quadratic model with the penalty as it is: a linear fit like any other. */
function newtonTarget(
  { features, linear, means, responseMean }: QuadraticModel,
  { lambda, rho, setting }: Goal,
): { u: Float64Array; b: number } {
  const exact = {
    ...settingOf(setting, features),
    tolerance: 1e-3 * setting.tolerance,
    maxIterations: PASSES,
  }
  const { coefficients } = solve(linear, lambda, rho, exact)
  const u = coefficients.map((w, k) => w * linear.units.scales[k])
  return { u, b: responseMean - means.reduce((sum, mean, k) => sum + mean * u[k], 0) }
}
