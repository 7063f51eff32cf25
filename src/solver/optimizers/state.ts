import {
  checkFunction,
  checkInteger,
  checkLambda,
  checkObject,
  checkPositive,
  checkRange,
  checkRho,
  checkVector,
} from '../input/checks.ts'
import { inputError } from '../input/errors.ts'
import type { VectorLike } from '../fit.ts'
import type { Loss } from './loss.ts'

/** The state of an optimizer after some steps. Each state is a separate copy, safe to keep. */
export interface OptimizerState {
  /** Steps taken; 0 is the start. */
  step: number
  parameters: Float64Array
  /** The penalized objective at the parameters. */
  objective: number
}

/** The options of the optimizers of the elastic net objective. */
export interface PenalizedOptions {
  /** λ ≥ 0, in the units of the loss's gradient. */
  lambda: number
  /** Share of the penalty that is L1: 1 is the lasso (default), 0 is ridge. */
  rho?: number
  /** p weights to start from; default all 0. */
  start?: VectorLike
}

export const PENALIZED_OPTIONS = ['lambda', 'rho', 'start'] as const

/** The objective L(w) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), its numbers checked. */
export interface PenalizedLoss {
  start: Float64Array
  /** λρ, the weight of ‖w‖₁. */
  l1: number
  /** λ(1 − ρ), the weight of ½‖w‖². */
  l2: number
  objective(w: Float64Array): number
}

/** Checks the options of a penalized optimizer and puts loss and penalty together. */
export function penalize(loss: Loss, options: PenalizedOptions): PenalizedLoss {
  checkInteger(checkObject(loss, 'loss').dimension, 'loss.dimension', 1)
  checkFunction(loss.value, 'loss.value')
  checkFunction(loss.gradient, 'loss.gradient')
  const { lambda, rho = 1, start = new Float64Array(loss.dimension) } = options
  checkLambda(lambda)
  checkRho(rho)
  const l1 = lambda * rho
  const l2 = lambda * (1 - rho)
  const penalty = (w: Float64Array) => {
    let sum = 0
    for (const value of w) sum += l1 * Math.abs(value) + (l2 / 2) * value * value
    return sum
  }
  return {
    start: checkVector(start, 'start', loss.dimension),
    l1,
    l2,
    objective: (w) => loss.value(w) + penalty(w),
  }
}

/** Checks a learning rate; without one, 1/curvature is the longest step that is sure to go downhill. */
export function learningRateFor(loss: Loss, learningRate: number | undefined): number {
  if (learningRate !== undefined) return checkPositive(learningRate, 'learningRate')
  const curvature = checkRange(loss.curvature, 'loss.curvature', 0)
  return curvature > 0 ? 1 / curvature : 1
}

/**
 * The states of an optimizer from its start to step `count`, as a list of count + 1.
 *
 * The optimizers are endless generators; this takes as many states as are needed.
 *
 * @param steps an optimizer, such as `istaSteps(…)`
 * @param count number of steps, a whole number ≥ 0
 * @throws ShrinkageError if count is no whole number ≥ 0, or steps cannot be gone through
 * @example
 * takeSteps(istaSteps(quadraticLoss([[1]], [3]), { lambda: 1 }), 5).length // 6
 */
export function takeSteps<State>(steps: Iterable<State>, count: number): State[] {
  checkInteger(count, 'count', 0)
  if (typeof Object(steps)[Symbol.iterator] !== 'function') {
    throw inputError('malformed', 'steps', steps, 'an iterable, such as one of the optimizers')
  }
  const states: State[] = []
  for (const state of steps) {
    states.push(state)
    if (states.length > count) break
  }
  return states
}
