import { rawSoftThreshold } from '../proximal/softThreshold.ts'
import { readOptions } from '../input/options.ts'
import type { Loss } from './loss.ts'
import {
  learningRateFor,
  penalize,
  PENALIZED_OPTIONS,
  type OptimizerState,
  type PenalizedLoss,
  type PenalizedOptions,
} from './state.ts'

/** A state of ISTA. */
export interface IstaState extends OptimizerState {
  /** The gradient step before it is shrunk: w − α∇L(w). */
  gradientPoint: Float64Array
}

/** A state of FISTA. */
export interface FistaState extends IstaState {
  /** The point from which the next step starts: the parameters, carried on along their last move. */
  lookahead: Float64Array
}

/** The options of the proximal gradient methods. */
export type ProximalOptions = PenalizedOptions & {
  /** α > 0; default 1/curvature of the loss. Beyond 2/curvature ISTA may diverge, beyond 1/curvature FISTA may. */
  learningRate?: number
}

const PROXIMAL_OPTIONS = [...PENALIZED_OPTIONS, 'learningRate'] as const

/**
 * ISTA, the proximal gradient method, on L(w) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), step by step.
 *
 * A gradient step on the loss, then the shrinkage that the penalty asks for:
 * w ← softThreshold(w − α∇L(w), αλρ)/(1 + αλ(1 − ρ)). Zeros are exact. The objective falls at every step for
 * α ≤ 1/curvature, and is above its minimum by at most curvature·‖w₀ − w*‖²/(2k) after k steps.
 * Source: Daubechies, Defrise & De Mol (2004); Beck & Teboulle (2009).
 *
 * @param loss the smooth part, such as squaredLoss(X, y)
 * @param options λ, ρ, the start and the learning rate α; by default 1/curvature
 * @throws ShrinkageError if a number is out of range or the start has another length than p
 * @example
 * takeSteps(istaSteps(quadraticLoss([[1]], [3]), { lambda: 1 }), 1)[1].parameters // [2]
 */
export function* istaSteps(loss: Loss, options: ProximalOptions): Generator<IstaState, never> {
  readOptions(options, PROXIMAL_OPTIONS, 'istaSteps')
  const penalized = penalize(loss, options)
  const rate = learningRateFor(loss, options.learningRate)
  let w = penalized.start
  for (let step = 0; ; step++) {
    const gradientPoint = gradientStep(loss, w, rate)
    const objective = penalized.objective(w)
    yield { step, parameters: w.slice(), objective, gradientPoint: gradientPoint.slice() }
    w = shrink(gradientPoint, rate, penalized)
  }
}

/**
 * FISTA, the proximal gradient method with momentum, on the objective of {@link istaSteps}, step by step.
 *
 * The same step as ISTA, from a point ahead: v = w_k + (t_k − 1)/t_{k+1}·(w_k − w_{k−1}) with
 * t_{k+1} = (1 + √(1 + 4t_k²))/2. The objective may rise now and then, yet is above its minimum by at most
 * 2·curvature·‖w₀ − w*‖²/(k + 1)². Source: Beck & Teboulle (2009), "A fast iterative shrinkage-thresholding algorithm".
 *
 * @param loss the smooth part, such as squaredLoss(X, y)
 * @param options λ, ρ, the start and the learning rate α; by default 1/curvature
 * @throws ShrinkageError if a number is out of range or the start has another length than p
 * @example
 * takeSteps(fistaSteps(quadraticLoss([[1]], [3]), { lambda: 1 }), 1)[1].parameters // [2]
 */
export function* fistaSteps(loss: Loss, options: ProximalOptions): Generator<FistaState, never> {
  readOptions(options, PROXIMAL_OPTIONS, 'fistaSteps')
  const penalized = penalize(loss, options)
  const rate = learningRateFor(loss, options.learningRate)
  let w = penalized.start
  let lookahead = w.slice()
  let t = 1
  for (let step = 0; ; step++) {
    const gradientPoint = gradientStep(loss, lookahead, rate)
    const objective = penalized.objective(w)
    yield {
      step,
      parameters: w.slice(),
      objective,
      gradientPoint: gradientPoint.slice(),
      lookahead: lookahead.slice(),
    }
    const previous = w
    w = shrink(gradientPoint, rate, penalized)
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2
    lookahead = w.map((value, j) => value + ((t - 1) / next) * (value - previous[j]))
    t = next
  }
}

function gradientStep(loss: Loss, w: Float64Array, rate: number): Float64Array {
  const gradient = loss.gradient(w)
  return w.map((value, j) => value - rate * gradient[j])
}

/** The proximal operator of α times the penalty. */
function shrink(z: Float64Array, rate: number, { l1, l2 }: PenalizedLoss): Float64Array {
  return z.map((value) => rawSoftThreshold(value, rate * l1) / (1 + rate * l2))
}
