import type { Certificate } from '../../problem/certificate.ts'
import { activePoint, residualPoint, type DualPoint } from '../../problem/dualPoint.ts'
import { norm2 } from '../../algebra/norms.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import {
  conjugateGap,
  feasibleShrink,
  subdifferentialDistance,
  type Penalty,
} from '../../problem/penalty.ts'
import { correlationRounding } from '../../problem/units.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { lossAt, penaltyAt, sigmoid, softplus, type LogisticState } from './logisticState.ts'
import { scaledResidual, type QuadraticModel } from './quadraticModel.ts'

/**
 * Certifies a state of logistic regression by Fenchel duality, among all states that use only the features of `model`.
 *
 * A dual point is a θ whose correlation with each feature is within the bound of the penalty and which is orthogonal to
 * the intercept and to features without a penalty. The residual, θ_i = weight_i·(y_i − p_i), nearly is one; what it lacks
 * is taken off by least squares in the metric of the model, which moves p_i as a Newton step would. Where rounding leaves
 * that bound too weak, a second point that meets the bounds of all active features may do better, at the price of a
 * factorization. The gap is a sum over samples and one over features of terms f(x) + f*(z) − xz ≥ 0. It never exceeds the
 * objective, which is the gap to θ = 0.
 *
 * @param problem the logistic problem
 * @param model its quadratic model at `state`
 * @param penalty the penalty of the features of the model
 * @param state what to certify
 * @param isThorough whether to try the second point
 */
export function certifyLogistic(
  problem: LogisticProblem,
  model: QuadraticModel,
  penalty: Penalty,
  state: LogisticState,
  isThorough: boolean,
): Certificate {
  const { linear } = model
  const u = Float64Array.from(model.features, (j) => state.u[j])
  const objective = lossAt(problem, state.eta) + penaltyAt(penalty, u)
  const scaled = scaledResidual(model, problem.intercept)
  let best = gapTo(problem, model, penalty, state, u, residualPoint(linear, penalty, u, scaled))
  if (isThorough) {
    const point = activePoint(linear, penalty, u, scaled)
    const second = gapTo(problem, model, penalty, state, u, point)
    if (second.dualityGap < best.dualityGap) best = second
  }
  if (best.dualityGap > objective) best = { ...best, dualityGap: objective, shrink: 0 }
  return { ...best, objective, kktResidual: kktResidualOf(problem, model, penalty, u) }
}

/** The gap between a state and s·θ, for the largest s ≤ 1 that is feasible, or for s = 1 if that is better. */
function gapTo(
  problem: LogisticProblem,
  model: QuadraticModel,
  penalty: Penalty,
  state: LogisticState,
  u: Float64Array,
  { theta: scaled, correlations }: DualPoint,
): Pick<Certificate, 'dualityGap' | 'shrink' | 'correlations'> {
  const theta = scaled.map((value, i) => value * model.roots[i])
  const yardstick = { weight: 1, nullObjective: Math.max(1, norm2(scaled) ** 2) / 2 }
  const shrink = feasibleShrink(penalty, correlations, correlationRounding(yardstick))
  const gapAt = (s: number): number => {
    const gap = conjugateGap(s, yardstick, penalty, u, correlations)
    return gap === Infinity ? gap : gap + sampleGaps(problem, model, state.eta, theta, s)
  }
  const [feasible, whole] = [gapAt(shrink), shrink === 1 ? Infinity : gapAt(1)]
  return feasible <= whole
    ? { dualityGap: Math.max(0, feasible), shrink, correlations }
    : { dualityGap: Math.max(0, whole), shrink: 1, correlations }
}

/** The part of the gap that the samples bring; infinite if s·θ asks for a probability outside [0, 1]. */
function sampleGaps(
  { y, weights }: LogisticProblem,
  { residual }: QuadraticModel,
  eta: Float64Array,
  theta: Float64Array,
  s: number,
): number {
  let gap = 0
  for (let i = 0; i < y.length; i++) {
    // By symmetry the label is 0, and −θ_i/weight_i is a probability.
    const sign = y[i] === 1 ? 1 : -1
    const change = (sign * (s * theta[i] - residual[i])) / weights[i]
    gap += weights[i] * divergence(-sign * eta[i], change)
  }
  return gap
}

/** softplus(η) + q·log q + (1 − q)·log(1 − q) − qη ≥ 0 for q = p + change with p = 1/(1 + e^−η); 0 at q = p. */
function divergence(eta: number, change: number): number {
  const [p, rest] = [sigmoid(eta), sigmoid(-eta)]
  const [q, other] = [p + change, rest - change]
  if (!(q >= 0 && other >= 0)) return Infinity
  if (Math.abs(change) < Math.min(p, rest) / 2) {
    return Math.max(0, q * Math.log1p(change / p) + other * Math.log1p(-change / rest))
  }
  const entropy = (q > 0 ? q * Math.log(q) : 0) + (other > 0 ? other * Math.log(other) : 0)
  return Math.max(0, softplus(eta) + entropy - q * eta)
}

/** The largest distance of a correlation from the subdifferential, in the units of λ; the intercept's counts as one. */
function kktResidualOf(
  { design, intercept }: LogisticProblem,
  { features, residual }: QuadraticModel,
  penalty: Penalty,
  u: Float64Array,
): number {
  const { X, rows, units } = design
  let largest = intercept ? Math.abs(residual.reduce((sum, value) => sum + value, 0)) : 0
  features.forEach((j, k) => {
    const z = kernels.dot(X, j * rows, residual, 0, rows)
    largest = Math.max(largest, subdifferentialDistance(penalty, u[k], z, k) * units.scales[j])
  })
  return largest
}
