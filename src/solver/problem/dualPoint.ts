import { kernels } from '../algebra/kernels/kernels.ts'
import {
  applyQ,
  applyQTransposed,
  pivotedQr,
  solveR,
  solveRTransposed,
  type PivotedQr,
} from '../algebra/qr.ts'
import { excess, unpenalized, type Penalty } from './penalty.ts'
import { columnsOf, correlationsOf, residualOf, type Problem } from './problem.ts'
import { columnRounding, correlationRounding } from './units.ts'

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
  if (free.length === 0) return { theta: r, correlations }
  return meetTargets(problem, u, r, free, targetsOf(problem, penalty, u, r))
}

/**
 * The dual point nearest to the residual at which the active features meet their bounds, and so do those whose
 * correlation is at its bound up to rounding: nearly dependent on others, they may still explain a lot.
 */
export function activePoint(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
): DualPoint {
  const inPlay = new Set(activeFeatures(penalty, u))
  const near = 4 * correlationRounding(problem.units)
  // With an L2 part above this, an excess of rounding gains nothing.
  const strong = (near * near) / (1e-13 * problem.units.nullObjective)
  correlationsOf(problem, r).forEach((z, j) => {
    if (!(penalty.l2[j] > strong) && excess(penalty, z, j) >= -near) inPlay.add(j)
  })
  return meetTargets(problem, u, r, [...inPlay], targetsOf(problem, penalty, u, r))
}

/**
 * u after one step of iterative refinement: the part of the residual that the active features should still explain is
 * the one that keeps them from their bounds. Working with the columns themselves, not with XᵀX, loses no digits to
 * squaring.
 */
export function refined(problem: Problem, penalty: Penalty, u: Float64Array): Float64Array {
  const r = residualOf(problem, u)
  const targetOf = targetsOf(problem, penalty, u, r)
  const { qr, independent, met } = targetSystem(problem, activeFeatures(penalty, u), targetOf)
  applyQTransposed(qr, r)
  const step = met.map((value, k) => r[k] - value)
  solveR(qr, step)
  const better = u.slice()
  independent.forEach((j, k) => (better[j] += step[k]))
  return better
}

/** The correlation that a feature has at the solution if it is active: l1_j·sign(u_j) + l2_j·u_j. */
function targetsOf(
  { X, rows }: Problem,
  { l1, l2 }: Penalty,
  u: Float64Array,
  r: Float64Array,
): (j: number) => number {
  const signOf = (j: number): number =>
    Math.sign(u[j] === 0 && l1[j] > 0 ? kernels.dot(X, j * rows, r, 0, rows) : u[j])
  return (j) => signOf(j) * l1[j] + l2[j] * u[j]
}

/**
 * The point nearest to r at which the given features have their target correlations, as at the solution.
 *
 * With QR = X_A this fixes the coordinates of Qᵀθ in the range of X_A; the others are those of r. It repairs what the
 * rounding of large coefficients did to r, as a step of iterative refinement does. Here a column depends on others only
 * if what is left of it is rounding; it then has the correlation that theirs imply, which may differ from its target. Any
 * other column could still explain something, however large a coefficient that takes.
 *
 * @param problem the problem.
 * @param u p numbers.
 * @param r n numbers, the residual at u.
 * @param members the features.
 * @param targetOf x_jᵀθ for each of them.
 */
export function meetTargets(
  problem: Problem,
  u: Float64Array,
  r: Float64Array,
  members: number[],
  targetOf: (j: number) => number,
): DualPoint {
  const dust = Float64Array.from(members, (j) => columnRounding(problem.units, j))
  const { qr, targets, met } = targetSystem(problem, members, targetOf, dust)
  const theta = r.slice()
  applyQTransposed(qr, theta)
  theta.set(met)
  applyQ(qr, theta)
  const correlations = correlationsOf(problem, theta)
  const near = 4 * correlationRounding(problem.units)
  const negligible = 1e-12 * problem.units.nullObjective
  targets.forEach((target, k) => {
    const j = members[qr.pivots[k]]
    if (k < qr.rank) correlations[j] = target
    else if (Math.abs(correlations[j] - target) <= near) {
      // A difference that rounding hides in x_jᵀθ still counts if the coefficient is large.
      const implied = kernels.dot(qr.data, k * qr.rows, met, 0, qr.rank)
      const isMet = Math.abs((implied - target) * u[j]) <= negligible
      correlations[j] = isMet ? target : implied
    }
  })
  return { theta, correlations }
}

/**
 * QR of the columns of some features; in its order the targets of all, and the coordinates `met` that give the
 * `independent` ones theirs.
 */
function targetSystem(
  problem: Problem,
  members: number[],
  targetOf: (j: number) => number,
  dependent: Float64Array | null = null,
): { qr: PivotedQr; independent: number[]; targets: Float64Array; met: Float64Array } {
  const columns = columnsOf(problem, members)
  const qr = pivotedQr(columns, problem.rows, members.length, null, dependent)
  const targets = Float64Array.from(qr.pivots, (k) => targetOf(members[k]))
  const independent = Array.from(qr.pivots.subarray(0, qr.rank), (k) => members[k])
  const met = targets.slice(0, qr.rank)
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
