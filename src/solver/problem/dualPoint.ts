import {
  applyQ,
  applyQTransposed,
  pivotedQr,
  solveR,
  solveRTransposed,
  type PivotedQr,
} from '../algebra/qr.ts'
import { unpenalized, type Penalty } from './penalty.ts'
import { columnsOf, correlationsOf, residualOf, type Problem } from './problem.ts'

/** A point θ of the dual problem, n numbers, with its correlations Xᵀθ. */
export interface DualPoint {
  theta: Float64Array
  correlations: Float64Array
}

/** The residual as a dual point, less what unpenalized features could still explain of it. */
export function residualPoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  correlations = correlationsOf(problem, r),
): DualPoint {
  const free = unpenalized(penalty, u)
  return free.length === 0 ? { theta: r, correlations } : meetBounds(problem, penalty, u, r, free)
}

/** The dual point nearest to the residual at which all active features meet their bounds. */
export function activePoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
): DualPoint {
  return meetBounds(problem, penalty, u, r, activeFeatures(penalty, u))
}

/**
 * u after one step of iterative refinement: the part of the residual that the active features should still explain is
 * the one that keeps them from their bounds. Working with the columns themselves, not with XᵀX, loses no digits to
 * squaring.
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
 * With QR = X_A this fixes the coordinates of Qᵀθ in the range of X_A; the others are those of r. It repairs what the
 * rounding of large coefficients did to r, as a step of iterative refinement does. Columns that depend on others meet
 * their bounds as nearly as those allow.
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
  problem: Problem,
  { l1, l2 }: Penalty,
  u: Float64Array,
  members: number[],
): { qr: PivotedQr; independent: number[]; targets: Float64Array; met: Float64Array } {
  const qr = pivotedQr(columnsOf(problem, members), problem.rows, members.length)
  const independent = Array.from(qr.pivots.subarray(0, qr.rank), (k) => members[k])
  const targets = Float64Array.from(independent, (j) => Math.sign(u[j]) * l1[j] + l2[j] * u[j])
  const met = targets.slice()
  solveRTransposed(qr, met)
  return { qr, independent, targets, met }
}

/** The features with a coefficient other than 0, and those that nothing holds back. */
function activeFeatures(penalty: Penalty, u: Float64Array): number[] {
  const active = new Set(unpenalized(penalty, u))
  u.forEach((value, j) => {
    if (value !== 0) active.add(j)
  })
  return [...active]
}
