import { kernels } from '../algebra/kernels.ts'
import type { Certificate } from '../linear/certificate.ts'
import type { Penalty } from '../linear/penalty.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { labelResidual, lossAt, penaltyAt, softplus, type LogisticState } from './logisticState.ts'

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
  for (let j = 0; j < u.length; j++) {
    const z = correlations[j]
    const excess = (nonNegative ? z : Math.abs(z)) - l1[j]
    const off = u[j] === 0 ? excess : Math.abs(z - Math.sign(u[j]) * l1[j] - l2[j] * u[j])
    kktResidual = Math.max(kktResidual, off * design.scales[j])
    if (l2[j] === 0 && excess > 1e-15 && l1[j] > 0)
      shrink = Math.min(shrink, l1[j] / (l1[j] + excess))
  }
  let dualityGap = Math.abs(drift * b)
  for (let i = 0; i < y.length; i++) {
    if (weights[i] > 0) dualityGap += weights[i] * sampleGap(y[i], eta[i], shrink)
  }
  for (let j = 0; j < u.length; j++) {
    const z = shrink * correlations[j]
    const excess = (nonNegative ? z : Math.abs(z)) - l1[j]
    dualityGap += (l1[j] + (l2[j] / 2) * Math.abs(u[j])) * Math.abs(u[j]) - z * u[j]
    if (excess > 0 && l2[j] > 0) dualityGap += (excess * excess) / (2 * l2[j])
    // Nothing penalises u_j: by how much z misses 0 counts over the distance that u_j has come.
    else if (l1[j] === 0 && l2[j] === 0) dualityGap += Math.abs(z * u[j])
  }
  const objective = lossAt(problem, eta) + penaltyAt(penalty, u)
  return { objective, dualityGap, kktResidual, correlations, shrink }
}

/** f(η) + f*(−s·v) + s·v·η for the loss f of one label, v = y − p its residual: 0 at s = 1, where they are conjugate. */
function sampleGap(y: number, eta: number, s: number): number {
  if (s === 1) return 0
  // By symmetry the label is 0: f(η) = log(1 + e^η), −v = p, and f*(q) = q·log q + (1 − q)·log(1 − q).
  const margin = y === 1 ? -eta : eta
  const p = -labelResidual(0, margin)
  const q = s * p
  const entropy = (q > 0 ? q * Math.log(q) : 0) + (1 - q) * Math.log1p(-q)
  return softplus(margin) + entropy - q * margin
}
