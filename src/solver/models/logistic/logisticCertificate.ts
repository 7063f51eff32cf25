import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Certificate } from '../../problem/certificate.ts'
import { conjugateGap } from '../../problem/penalty.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { labelResidual, lossAt, penaltyAt, softplus, type LogisticState } from './logisticState.ts'

/** The rounding of a correlation: columns are within ±2, weighted residuals sum to 1 at most. */
const ROUNDING = 1e-15

/**
 * Certifies a state of logistic regression by Fenchel duality.
 *
 * The dual point is θ_i = s·weight_i·(y_i − p_i), shifted to sum 0 if there is an intercept, with s ≤ 1 such that no
 * correlation exceeds its bound. The gap is a sum over samples and one over features of terms f(x) + f*(z) − xz ≥ 0.
 */
export function certifyLogistic(
  problem: LogisticProblem,
  penalty: Penalty,
  state: LogisticState,
): Certificate {
  const { design, y, weights } = problem
  const { l1, l2, nonNegative } = penalty
  const { u, b, eta } = state
  const theta = y.map((value, i) => weights[i] * labelResidual(value, eta[i]))
  const correlations = new Float64Array(u.length)
  kernels.transposeTimes(design.X, design.rows, u.length, theta, correlations)
  const drift = problem.intercept ? theta.reduce((sum, value) => sum + value, 0) : 0
  let kktResidual = Math.abs(drift)
  let shrink = 1
  // No bound holds back the intercept and features without penalty: their pull, which is 0 at the optimum, counts over
  // the distance they have come and a unit more, as if the optimum were no further off than that.
  let free = Math.abs(drift) * (1 + Math.abs(b))
  const dual = correlations.slice()
  for (let j = 0; j < u.length; j++) {
    const z = correlations[j]
    const excess = (nonNegative ? z : Math.abs(z)) - l1[j]
    const off = u[j] === 0 ? excess : Math.abs(z - Math.sign(u[j]) * l1[j] - l2[j] * u[j])
    kktResidual = Math.max(kktResidual, off * design.units.scales[j])
    if (l1[j] === 0 && l2[j] === 0) {
      free += Math.max(0, u[j] === 0 ? excess : Math.abs(z)) * (1 + Math.abs(u[j]))
      dual[j] = 0
    } else if (excess > ROUNDING) shrink = Math.min(shrink, l1[j] / (l1[j] + excess))
  }
  const gapAt = (s: number): number =>
    free + sampleGaps(problem, eta, s) + conjugateGap(s, penalty, u, dual, ROUNDING)
  const gaps = [gapAt(shrink), gapAt(1)]
  const objective = lossAt(problem, eta) + penaltyAt(penalty, u)
  const [dualityGap, best] = gaps[0] <= gaps[1] ? [gaps[0], shrink] : [gaps[1], 1]
  return { objective, dualityGap, kktResidual, correlations, shrink: best }
}

/** The part of the gap that the samples bring. */
function sampleGaps({ y, weights }: LogisticProblem, eta: Float64Array, s: number): number {
  if (s === 1) return 0
  let gap = 0
  for (let i = 0; i < y.length; i++) {
    if (weights[i] > 0) gap += weights[i] * sampleGap(y[i], eta[i], s)
  }
  return gap
}

/** f(η) + f*(−s·v) + s·v·η for the loss f of one label, v = y − p its residual: 0 at s = 1, where they are conjugate. */
function sampleGap(y: number, eta: number, s: number): number {
  // By symmetry the label is 0: f(η) = log(1 + e^η), −v = p, and f*(q) = q·log q + (1 − q)·log(1 − q).
  const margin = y === 1 ? -eta : eta
  const p = -labelResidual(0, margin)
  const q = s * p
  const entropy = (q > 0 ? q * Math.log(q) : 0) + (1 - q) * Math.log1p(-q)
  return softplus(margin) + entropy - q * margin
}
