import { checkPositive } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import type { Loss } from './loss.ts'
import { penalize, PENALIZED_OPTIONS, type OptimizerState, type PenalizedOptions } from './state.ts'

/** A state of the subgradient method. */
export interface SubgradientState extends OptimizerState {
  /** The subgradient that the next step goes against. */
  subgradient: Float64Array
  /** The lowest objective so far: the method does not go downhill at every step. */
  best: number
}

/**
 * The subgradient method on L(w) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), step by step: w ← w − α_k·g with g a subgradient.
 *
 * Where w_j = 0 the sign of w_j counts as 0. With a constant learning rate a weight whose optimum is 0 jumps across it
 * forever and is never 0: the reason for proximal and coordinate methods. Learning rates that fall as 1/√k converge,
 * slowly. Source: Shor (1985), "Minimization methods for non-differentiable functions".
 *
 * @param loss the smooth part, such as squaredLoss(X, y)
 * @param options.learningRate α > 0, or a function that gives it for steps 1, 2, …
 * @throws ShrinkageError if a number is out of range or the start has another length than p
 * @example
 * takeSteps(subgradientSteps(quadraticLoss([[1]], [3]), { lambda: 1, learningRate: 0.5 }), 2)[1].parameters // [1.5]
 * takeSteps(subgradientSteps(quadraticLoss([[1]], [3]), { lambda: 1, learningRate: 0.5 }), 2)[2].parameters // [1.75]
 */
export function* subgradientSteps(
  loss: Loss,
  options: PenalizedOptions & { learningRate: number | ((step: number) => number) },
): Generator<SubgradientState, never> {
  readOptions(options, [...PENALIZED_OPTIONS, 'learningRate'], 'subgradientSteps')
  const { start, l1, l2, objective } = penalize(loss, options)
  const { learningRate } = options
  if (typeof learningRate !== 'function') checkPositive(learningRate, 'learningRate')
  let w = start
  let best = Infinity
  for (let step = 0; ; step++) {
    const current = objective(w)
    best = Math.min(best, current)
    const subgradient = loss.gradient(w).map((value, j) => value + l1 * Math.sign(w[j]) + l2 * w[j])
    yield {
      step,
      parameters: w.slice(),
      objective: current,
      subgradient: subgradient.slice(),
      best,
    }
    const rate = typeof learningRate === 'function' ? learningRate(step + 1) : learningRate
    checkPositive(rate, 'learningRate')
    w = w.map((value, j) => value - rate * subgradient[j])
  }
}
