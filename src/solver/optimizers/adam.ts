import { checkPositive, checkRange } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import type { VectorLike } from '../fit.ts'
import type { Loss } from './loss.ts'
import { penalize, type OptimizerState } from './state.ts'

/** A state of Adam or AdamW, with the two parts of the step that leads on from it. */
export interface AdamState extends OptimizerState {
  /** −α·m̂/(√v̂ + ε): the step of the running means of gradient and squared gradient. */
  adaptiveStep: Float64Array
  /** −αλ·w with decoupled decay; 0 for Adam with L2, whose decay goes through the running means. */
  decayStep: Float64Array
}

/** The options of Adam and AdamW; defaults as in the paper and in PyTorch. */
export interface AdamOptions {
  /** λ ≥ 0: weight of ½‖w‖² for Adam, decay per unit of learning rate for AdamW. */
  lambda: number
  /** α > 0; default 0.001. */
  learningRate?: number
  /** Decay of the running mean of gradients, in [0, 1); default 0.9. */
  beta1?: number
  /** Decay of the running mean of squared gradients, in [0, 1); default 0.999. */
  beta2?: number
  /** ε > 0, added to the root; default 1e-8. */
  epsilon?: number
  /** p weights to start from; default all 0. */
  start?: VectorLike
}

/**
 * Adam on L(w) + λ/2·‖w‖², step by step: the penalty is part of the gradient.
 *
 * Each coordinate moves by its mean gradient over the root of its mean squared gradient, so the pull λw_j is divided by
 * the same root: weights with large gradients are hardly shrunk. Source: Kingma & Ba (2015), algorithm 1.
 *
 * @param loss the smooth part, such as squaredLoss(X, y)
 * @param options λ, the learning rate and the like, as {@link AdamOptions} lists them
 * @throws ShrinkageError if a number is out of range or the start has another length than p
 * @example
 * takeSteps(adamSteps(quadraticLoss([[1]], [3]), { lambda: 0, learningRate: 0.5 }), 1)[1].parameters[0] > 0.499 // true
 */
export function adamSteps(loss: Loss, options: AdamOptions): Generator<AdamState, never> {
  return steps(loss, options, 'adamSteps')
}

/**
 * AdamW, Adam with decoupled weight decay, step by step: w ← (1 − αλ)·w − α·m̂/(√v̂ + ε), as in PyTorch.
 *
 * All weights decay at the same rate, as in plain gradient descent; but what it converges to is not the minimum of
 * L(w) + λ/2·‖w‖², whose value is given as the objective all the same, so that it can be set beside Adam.
 * Source: Loshchilov & Hutter (2019), "Decoupled weight decay regularization"; their λ is αλ here.
 *
 * @param loss the smooth part, such as squaredLoss(X, y)
 * @param options λ, the learning rate and the like, as {@link AdamOptions} lists them
 * @throws ShrinkageError if a number is out of range or the start has another length than p
 * @example
 * takeSteps(adamWSteps(quadraticLoss([[1]], [0]), { lambda: 1, learningRate: 0.5, start: [2] }), 0)[0].decayStep // [-1]
 */
export function adamWSteps(loss: Loss, options: AdamOptions): Generator<AdamState, never> {
  return steps(loss, options, 'adamWSteps')
}

const ADAM_OPTIONS: readonly (keyof AdamOptions)[] = [
  'lambda',
  'learningRate',
  'beta1',
  'beta2',
  'epsilon',
  'start',
]

function* steps(
  loss: Loss,
  options: AdamOptions,
  door: 'adamSteps' | 'adamWSteps',
): Generator<AdamState, never> {
  const given = readOptions(options, ADAM_OPTIONS, door)
  const decoupled = door === 'adamWSteps'
  const { lambda, learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = given
  checkPositive(learningRate, 'learningRate')
  checkPositive(epsilon, 'epsilon')
  checkDecay(beta1, 'beta1')
  checkDecay(beta2, 'beta2')
  const { start, objective } = penalize(loss, { lambda, rho: 0, start: options.start })
  let w = start
  const means = new Float64Array(w.length)
  const squares = new Float64Array(w.length)
  const coupled = decoupled ? 0 : lambda
  for (let step = 0; ; step++) {
    const gradient = loss.gradient(w)
    // The means start from 0; dividing by these makes up for it.
    const share1 = 1 - beta1 ** (step + 1)
    const share2 = 1 - beta2 ** (step + 1)
    // Loops, as a run takes thousands of steps; each state is given away, so none of its arrays is used again.
    const adaptiveStep = new Float64Array(w.length)
    const decayStep = new Float64Array(w.length)
    const next = new Float64Array(w.length)
    for (let j = 0; j < w.length; j++) {
      const slope = gradient[j] + coupled * w[j]
      means[j] = beta1 * means[j] + (1 - beta1) * slope
      squares[j] = beta2 * squares[j] + (1 - beta2) * slope ** 2
      adaptiveStep[j] =
        (-learningRate * (means[j] / share1)) / (Math.sqrt(squares[j] / share2) + epsilon)
      decayStep[j] = decoupled ? -learningRate * lambda * w[j] : 0
      next[j] = w[j] + decayStep[j] + adaptiveStep[j]
    }
    yield { step, parameters: w, objective: objective(w), adaptiveStep, decayStep }
    w = next
  }
}

function checkDecay(beta: number, name: string): void {
  checkRange(beta, name, 0, 1 - Number.EPSILON)
}
