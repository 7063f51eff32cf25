import { kernels } from '../algebra/kernels/kernels.ts'
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
  const gapAt = (s: number): number => {
    let squares = 0
    for (let i = 0; i < r.length; i++) squares += (r[i] - s * theta[i]) ** 2
    return squares / 2 + penaltyGap(s, problem, penalty, u, correlations)
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

/**
 * The dual point nearest to the residual that meets the bounds of all features that are in, and of those whose correlation
 * is at its bound as far as rounding lets tell: they may be nearly dependent on others, and still explain a lot.
 */
export function activePoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
): DualPoint {
  const inPlay = new Set(activeFeatures(penalty, u))
  const near = 4 * roundingOf(problem)
  // An L2 part above this makes nothing of what is exceeded by rounding.
  const strong = (near * near) / (1e-13 * problem.nullObjective)
  correlationsOf(problem, r).forEach((z, j) => {
    const size = penalty.nonNegative ? z : Math.abs(z)
    if (!(penalty.l2[j] > strong) && size >= penalty.l1[j] - near) inPlay.add(j)
  })
  return meetBounds(problem, penalty, u, r, [...inPlay])
}

/**
 * u, mended by one step of iterative refinement: what the point that meets the bounds takes from the residual is what
 * the features that are in should still explain. With the columns themselves that is exact to their rounding, where
 * XᵀX would square it.
 */
export function refined(problem: Problem, penalty: Penalty, u: Float64Array): Float64Array {
  const r = residualOf(problem, u)
  const { qr, independent, met } = boundSystem(problem, penalty, u, r, activeFeatures(penalty, u))
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
 * of large coefficients did to r is mended by that, as in a step of iterative refinement. Here a column depends on others
 * only if what is left of it is rounding: then it meets its bound as they let it, and else it could still explain
 * something, however large its coefficient would have to be.
 */
function meetBounds(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  members: number[],
): DualPoint {
  const dust = Float64Array.from(members, (j) => dustOf(problem, j))
  const { qr, targets, met } = boundSystem(problem, penalty, u, r, members, dust)
  const theta = r.slice()
  applyQTransposed(qr, theta)
  theta.set(met)
  applyQ(qr, theta)
  const correlations = correlationsOf(problem, theta)
  const near = 4 * roundingOf(problem)
  targets.forEach((target, k) => {
    const j = members[qr.pivots[k]]
    if (k < qr.rank || Math.abs(correlations[j] - target) <= near) correlations[j] = target
  })
  return { theta, correlations }
}

/** The share of a column that is rounding: that of its numbers beside their deviation, and that of some reflections. */
export function dustOf({ means, scales }: Problem, j: number): number {
  return 32 * Number.EPSILON * (1 + Math.abs(means[j] / scales[j]))
}

/**
 * QR of the columns of some features, in its order the targets of all, and the coordinates `met` that give the
 * `independent` ones theirs.
 */
function boundSystem(
  { X, rows }: Problem,
  { l1, l2 }: Penalty,
  u: Float64Array,
  r: Float64Array,
  members: number[],
  dependent: Float64Array | null = null,
): { qr: PivotedQr; independent: number[]; targets: Float64Array; met: Float64Array } {
  const columns = new Float64Array(rows * members.length)
  members.forEach((j, k) => columns.set(X.subarray(j * rows, (j + 1) * rows), k * rows))
  const qr = pivotedQr(columns, rows, members.length, null, dependent)
  const signOf = (j: number): number =>
    Math.sign(u[j] === 0 && l1[j] > 0 ? kernels.dot(X, j * rows, r, 0, rows) : u[j])
  const targets = Float64Array.from(qr.pivots, (k) => {
    const j = members[k]
    return signOf(j) * l1[j] + l2[j] * u[j]
  })
  const independent = Array.from(qr.pivots.subarray(0, qr.rank), (k) => members[k])
  const met = targets.slice(0, qr.rank)
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
