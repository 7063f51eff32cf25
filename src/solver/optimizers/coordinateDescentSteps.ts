import { toMatrix } from '../input/matrix.ts'
import { checkVector } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import { rawSoftThreshold } from '../proximal/softThreshold.ts'
import type { QuadraticLoss } from './loss.ts'
import { penalize, PENALIZED_OPTIONS, type OptimizerState, type PenalizedOptions } from './state.ts'

/** A state of coordinate descent. */
export interface CoordinateDescentState extends OptimizerState {
  /** The coordinate that was just set; null at the start. */
  coordinate: number | null
}

/**
 * Cyclic coordinate descent on L(w) + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), one coordinate a step.
 *
 * Each step minimizes the objective exactly over one weight, the others held:
 * w_j ← softThreshold(c_j − Σ_{k≠j} H_jk·w_k, λρ)/(H_jj + λ(1 − ρ)). The objective never rises and zeros are exact.
 * Source: Fu (1998); Friedman, Hastie & Tibshirani (2010), "Regularization paths via coordinate descent".
 *
 * @param loss a quadratic, such as squaredLoss(X, y); a coordinate without curvature or penalty is set to 0
 * @param options λ, ρ and the start
 * @throws ShrinkageError if the loss is no quadratic, a number is out of range or the start has another length than p
 * @example
 * takeSteps(coordinateDescentSteps(quadraticLoss([[1, 0], [0, 2]], [3, 1]), { lambda: 1 }), 2)[2].parameters // [2, 0]
 */
export function* coordinateDescentSteps(
  loss: QuadraticLoss,
  options: PenalizedOptions,
): Generator<CoordinateDescentState, never> {
  readOptions(options, PENALIZED_OPTIONS, 'coordinateDescentSteps')
  const { start: w, l1, l2, objective } = penalize(loss, options)
  const { dimension } = loss
  const hessian = toMatrix(loss.hessian, 'loss.hessian')
  const linear = checkVector(loss.linear, 'loss.linear', dimension)
  yield { step: 0, parameters: w.slice(), objective: objective(w), coordinate: null }
  for (let step = 1; ; step++) {
    const j = (step - 1) % dimension
    const column = hessian.data.subarray(j * dimension, (j + 1) * dimension)
    const others = column.reduce((sum, value, k) => (k === j ? sum : sum + value * w[k]), 0)
    const curvature = column[j] + l2
    w[j] = curvature > 0 ? rawSoftThreshold(linear[j] - others, l1) / curvature : 0
    yield { step, parameters: w.slice(), objective: objective(w), coordinate: j }
  }
}
