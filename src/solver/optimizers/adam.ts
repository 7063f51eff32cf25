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
  let means = new Float64Array(w.length)
  let squares = new Float64Array(w.length)
  for (let step = 0; ; step++) {
    const coupled = decoupled ? 0 : lambda
    const gradient = loss.gradient(w).map((value, j) => value + coupled * w[j])
    means = means.map((value, j) => beta1 * value + (1 - beta1) * gradient[j])
    squares = squares.map((value, j) => beta2 * value + (1 - beta2) * gradient[j] ** 2)
    // The means start from 0; dividing by these makes up for it.
    const share1 = 1 - beta1 ** (step + 1)
    const share2 = 1 - beta2 ** (step + 1)
    const adaptiveStep = means.map(
      (value, j) => (-learningRate * (value / share1)) / (Math.sqrt(squares[j] / share2) + epsilon),
    )
    const decayStep = w.map((value) => (decoupled ? -learningRate * lambda * value : 0))
    yield {
      step,
      parameters: w.slice(),
      objective: objective(w),
      adaptiveStep: adaptiveStep.slice(),
      decayStep: decayStep.slice(),
    }
    w = w.map((value, j) => value + decayStep[j] + adaptiveStep[j])
  }
}

function checkDecay(beta: number, name: string): void {
  checkRange(beta, name, 0, 1 - Number.EPSILON)
}
