import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { LogisticProblem } from './logisticProblem.ts'

/** Coefficients u and intercept b in the units of the problem, and the linear predictor η = b + Xu. */
export interface LogisticState {
  u: Float64Array
  b: number
  eta: Float64Array
}

/** The state with all coefficients 0 and the intercept that fits best. */
export function nullState({ design, y, weights, intercept }: LogisticProblem): LogisticState {
  const share = y.reduce((sum, value, i) => sum + weights[i] * value, 0)
  const b = intercept ? Math.log(share / (1 - share)) : 0
  return { u: new Float64Array(design.columns), b, eta: new Float64Array(design.rows).fill(b) }
}

/** The state at given coefficients. */
export function stateAt({ design }: LogisticProblem, u: Float64Array, b: number): LogisticState {
  const eta = new Float64Array(design.rows).fill(b)
  for (let j = 0; j < u.length; j++) {
    if (u[j] !== 0) kernels.axpy(u[j], design.X, j * design.rows, eta, 0, design.rows)
  }
  return { u, b, eta }
}

/** 1/(1 + e^−η), without overflow. */
export function sigmoid(eta: number): number {
  if (eta >= 0) return 1 / (1 + Math.exp(-eta))
  const small = Math.exp(eta)
  return small / (1 + small)
}

/** log(1 + e^η), without overflow. */
export function softplus(eta: number): number {
  return Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)))
}

/** y − sigmoid(η), to full precision: what is left of the label. */
export function labelResidual(y: number, eta: number): number {
  return y === 1 ? sigmoid(-eta) : -sigmoid(eta)
}

/** Weighted mean of the logistic loss, log(1 + e^η) − yη. */
export function lossAt({ y, weights }: LogisticProblem, eta: Float64Array): number {
  let loss = 0
  for (let i = 0; i < y.length; i++) loss += weights[i] * softplus(y[i] === 1 ? -eta[i] : eta[i])
  return loss
}

/** Σ l1_j|u_j| + ½ Σ l2_j u_j². */
export function penaltyAt({ l1, l2 }: Penalty, u: Float64Array): number {
  let sum = 0
  for (let j = 0; j < u.length; j++) {
    if (u[j] !== 0) sum += (l1[j] + (l2[j] / 2) * Math.abs(u[j])) * Math.abs(u[j])
  }
  return sum
}
