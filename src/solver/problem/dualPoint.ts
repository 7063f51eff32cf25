import {
  applyQ,
  applyQTransposed,
  pivotedQr,
  solveR,
  solveRTransposed,
  type PivotedQr,
} from '../algebra/qr.ts'
import { betterBound, feasibleShrink, penaltyGap, roundingOf, type DualBound } from './dualGap.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import { correlationsOf, residualOf } from './residual.ts'

/** A point θ of the dual problem, n numbers, with its correlations Xᵀθ. */
export interface DualPoint {
  theta: Float64Array
  correlations: Float64Array
}

/** The bound at u that a dual point gives, r being the residual at u. */
export function boundBy(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  { theta, correlations }: DualPoint,
): DualBound {
  const rounding = roundingOf(problem)
  const gapAt = (s: number): number => {
    let squares = 0
    for (let i = 0; i < r.length; i++) squares += (r[i] - s * theta[i]) ** 2
    return squares / 2 + penaltyGap(s, penalty, u, correlations, rounding)
  }
  return betterBound(gapAt, feasibleShrink(problem, penalty, correlations), correlations)
}

/** The dual point that the residual gives: what features without any penalty could still explain is taken from it. */
export function residualPoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  correlations = correlationsOf(problem, r),
): DualPoint {
  const free = unpenalised(penalty, u)
  return free.length === 0 ? { theta: r, correlations } : meetBounds(problem, penalty, u, r, free)
}

/** The dual point nearest to the residual that meets the bounds of all features that are in. */
export function activePoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
): DualPoint {
  return meetBounds(problem, penalty, u, r, activeFeatures(penalty, u))
}

/**
 * u, mended by one step of iterative refinement: what the point that meets the bounds takes from the residual is what
 * the features that are in should still explain. With the columns themselves that is exact to their rounding, where
 * XᵀX would square it.
 */
export function refined(problem: Problem, penalty: Penalty, u: Float64Array): Float64Array {
  const r = residualOf(problem, u)
  const { qr, independent, met } = boundSystem(problem, penalty, u, activeFeatures(penalty, u))
  applyQTransposed(qr, r)
  const step = met.map((value, k) => r[k] - value)
  solveR(qr, step)
  const better = u.slice()
  independent.forEach((j, k) => (better[j] += step[k]))
  return better
}

/**
 * The point nearest to r at which x_jᵀθ = l1_j·sign(u_j) + l2_j·u_j for the given features, as at the solution.
 *
 * With QR = X_A that fixes the coordinates of Qᵀθ in the range of X_A, and the others are those of r. What the rounding
 * of large coefficients did to r is mended by that, as in a step of iterative refinement. Columns that depend on others
 * meet their bounds as well as those let them.
 */
function meetBounds(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  members: number[],
): DualPoint {
  const { qr, independent, targets, met } = boundSystem(problem, penalty, u, members)
  const theta = r.slice()
  applyQTransposed(qr, theta)
  theta.set(met)
  applyQ(qr, theta)
  const correlations = correlationsOf(problem, theta)
  independent.forEach((j, k) => (correlations[j] = targets[k]))
  return { theta, correlations }
}

/** QR of the columns of some features, and the coordinates `met` that give the independent ones their targets. */
function boundSystem(
  { X, rows }: Problem,
  { l1, l2 }: Penalty,
  u: Float64Array,
  members: number[],
): { qr: PivotedQr; independent: number[]; targets: Float64Array; met: Float64Array } {
  const columns = new Float64Array(rows * members.length)
  members.forEach((j, k) => columns.set(X.subarray(j * rows, (j + 1) * rows), k * rows))
  const qr = pivotedQr(columns, rows, members.length)
  const independent = Array.from(qr.pivots.subarray(0, qr.rank), (k) => members[k])
  const targets = Float64Array.from(independent, (j) => Math.sign(u[j]) * l1[j] + l2[j] * u[j])
  const met = targets.slice()
  solveRTransposed(qr, met)
  return { qr, independent, targets, met }
}

/** The features that are in the model, and those that nothing keeps out of it. */
function activeFeatures(penalty: Penalty, u: Float64Array): number[] {
  const active = new Set(unpenalised(penalty, u))
  u.forEach((value, j) => {
    if (value !== 0) active.add(j)
  })
  return [...active]
}

/** The features that nothing holds back at u: no penalty, and no bound that binds. */
export function unpenalised({ l1, l2, nonNegative }: Penalty, u: Float64Array): number[] {
  const free: number[] = []
  for (let j = 0; j < u.length; j++) {
    if (l1[j] === 0 && l2[j] === 0 && !(nonNegative && u[j] === 0)) free.push(j)
  }
  return free
}
