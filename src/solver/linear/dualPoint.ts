import { applyQ, applyQTransposed, pivotedQr, solveRTransposed } from '../algebra/qr.ts'
import { betterBound, feasibleShrink, penaltyGap, roundingOf, type DualBound } from './dualBound.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import { correlationsOf } from './residual.ts'

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
  const active = new Set(unpenalised(penalty, u))
  u.forEach((value, j) => {
    if (value !== 0) active.add(j)
  })
  return meetBounds(problem, penalty, u, r, [...active])
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
  { l1, l2 }: Penalty,
  u: Float64Array,
  r: Float64Array,
  members: number[],
): DualPoint {
  const { X, rows } = problem
  const columns = new Float64Array(rows * members.length)
  members.forEach((j, k) => columns.set(X.subarray(j * rows, (j + 1) * rows), k * rows))
  const qr = pivotedQr(columns, rows, members.length)
  const theta = r.slice()
  applyQTransposed(qr, theta)
  const independent = Array.from(qr.pivots.subarray(0, qr.rank), (k) => members[k])
  const targets = Float64Array.from(independent, (j) => Math.sign(u[j]) * l1[j] + l2[j] * u[j])
  const met = targets.slice()
  solveRTransposed(qr, met)
  theta.set(met)
  applyQ(qr, theta)
  const correlations = correlationsOf(problem, theta)
  independent.forEach((j, k) => (correlations[j] = targets[k]))
  return { theta, correlations }
}

/** The features that nothing holds back at u: no penalty, and no bound that binds. */
export function unpenalised({ l1, l2, nonNegative }: Penalty, u: Float64Array): number[] {
  const free: number[] = []
  for (let j = 0; j < u.length; j++) {
    if (l1[j] === 0 && l2[j] === 0 && !(nonNegative && u[j] === 0)) free.push(j)
  }
  return free
}
