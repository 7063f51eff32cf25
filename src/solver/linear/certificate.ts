import { appendRow, emptyFactor, solveInPlace } from '../algebra/cholesky.ts'
import { kernels } from '../algebra/kernels.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import type { GramQuadratic } from './quadratic.ts'

/** The proof that u is (nearly) optimal, in the units of the {@link Problem}. */
export interface Certificate {
  objective: number
  dualityGap: number
  /** How far Xᵀr is from the subdifferential of the penalty, feature by feature, in the units of λ; the largest. */
  kktResidual: number
  /** Xᵀr, r being the residual without what unpenalised features could still take from it. */
  correlations: Float64Array
  /** The dual point is `shrink`·r. */
  shrink: number
}

/** r = y − Xu. */
export function residualOf(problem: Problem, u: Float64Array): Float64Array {
  const r = problem.y.slice()
  for (let j = 0; j < u.length; j++) {
    if (u[j] !== 0) kernels.axpy(-u[j], problem.X, j * problem.rows, r, 0, problem.rows)
  }
  return r
}

/**
 * Certifies u from the data alone, whatever method it came from.
 *
 * The residual gives a point of the dual problem, and weak duality says that no u can have an objective below that
 * point's. Features without any penalty ask the dual point to be orthogonal to them, so it is projected first.
 */
export function certify(problem: Problem, penalty: Penalty, u: Float64Array): Certificate {
  const r = residualOf(problem, u)
  const correlations = new Float64Array(u.length)
  kernels.transposeTimes(problem.X, problem.rows, u.length, r, correlations)
  const residualSquares = kernels.dot(r, 0, r, 0, r.length)
  const free = unpenalised(penalty, u)
  if (free.length === 0) {
    return certifyFrom(problem, penalty, u, correlations, residualSquares)
  }
  const removed = projectOut(problem, free, r)
  const projected = new Float64Array(u.length)
  kernels.transposeTimes(problem.X, problem.rows, u.length, r, projected)
  for (const j of free) projected[j] = 0
  const rest = kernels.dot(r, 0, r, 0, r.length)
  const certificate = certifyFrom(problem, penalty, u, projected, rest)
  certificate.objective += removed / 2
  certificate.dualityGap += removed / 2
  certificate.kktResidual = kktResidualOf(problem, penalty, u, correlations)
  return certificate
}

/** The certificate from a stored H, for many fits of one problem: p² instead of np products each. */
export function certifyByGram(
  problem: Problem,
  quadratic: GramQuadratic,
  penalty: Penalty,
  u: Float64Array,
): Certificate {
  if (unpenalised(penalty, u).length > 0) return certify(problem, penalty, u)
  const { size, linear, gram } = quadratic
  const correlations = linear.slice()
  for (let j = 0; j < size; j++) {
    if (u[j] !== 0) kernels.axpy(-u[j], gram, j * size, correlations, 0, size)
  }
  const explained = kernels.dot(u, 0, linear, 0, size) + kernels.dot(u, 0, correlations, 0, size)
  const residualSquares = Math.max(0, 2 * problem.nullObjective - explained)
  return certifyFrom(problem, penalty, u, correlations, residualSquares)
}

/**
 * The certificate from the correlations z = Xᵀr and ‖r‖².
 *
 * With the dual point s·r the gap is ½(1 − s)²‖r‖² + Σ Ω_j(u_j) + Ω_j*(s·z_j) − s·z_j·u_j: a sum of small terms ≥ 0, free
 * of the cancellation in "objective minus dual objective". s = 1 serves where there is an L2 part, the largest s that
 * is feasible for the L1 part alone serves always, and the better one counts.
 */
export function certifyFrom(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  residualSquares: number,
): Certificate {
  const { l1, l2, nonNegative } = penalty
  let objective = residualSquares / 2
  let shrink = 1
  for (let j = 0; j < u.length; j++) {
    const size = Math.abs(u[j])
    if (size !== 0) objective += l1[j] * size + (l2[j] / 2) * size * size
    const z = nonNegative ? correlations[j] : Math.abs(correlations[j])
    if (z > l1[j] && l1[j] < shrink * z) shrink = l1[j] / z
  }
  let dualityGap = gapAt(shrink, penalty, u, correlations, residualSquares)
  if (shrink < 1) {
    const unshrunk = gapAt(1, penalty, u, correlations, residualSquares)
    if (unshrunk < dualityGap) {
      dualityGap = unshrunk
      shrink = 1
    }
  }
  const kktResidual = kktResidualOf(problem, penalty, u, correlations)
  return { objective, dualityGap, kktResidual, correlations, shrink }
}

function gapAt(
  s: number,
  { l1, l2, nonNegative }: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  residualSquares: number,
): number {
  let gap = ((1 - s) ** 2 * residualSquares) / 2
  for (let j = 0; j < u.length; j++) {
    const z = s * correlations[j]
    const value = u[j]
    const excess = (nonNegative ? z : Math.abs(z)) - l1[j]
    // A feature that is out and within its bound adds nothing; rounding may put s·z a hair above the bound.
    if (value !== 0) gap += l1[j] * Math.abs(value) + ((l2[j] / 2) * value - z) * value
    if (excess > 4e-16 * l1[j]) gap += l2[j] > 0 ? (excess * excess) / (2 * l2[j]) : Infinity
  }
  return gap
}

/** The largest distance of a correlation from the subdifferential, in the units of λ. */
function kktResidualOf(
  problem: Problem,
  { l1, l2, nonNegative }: Penalty,
  u: Float64Array,
  correlations: Float64Array,
): number {
  let largest = 0
  for (let j = 0; j < u.length; j++) {
    const z = correlations[j]
    let distance = (nonNegative ? z : Math.abs(z)) - l1[j]
    if (u[j] !== 0) distance = Math.abs(z - Math.sign(u[j]) * l1[j] - l2[j] * u[j])
    if (distance > 0) {
      largest = Math.max(
        largest,
        distance * (problem.scales[j] * (problem.yScale / problem.weight)),
      )
    }
  }
  return largest
}

/** The features that nothing holds back at u: no penalty, and no bound that binds. */
function unpenalised({ l1, l2, nonNegative }: Penalty, u: Float64Array): number[] {
  const free: number[] = []
  for (let j = 0; j < u.length; j++) {
    if (l1[j] === 0 && l2[j] === 0 && !(nonNegative && u[j] === 0)) free.push(j)
  }
  return free
}

/** Makes r orthogonal to the given columns, in place; returns by how much that lowers ‖r‖². */
function projectOut(problem: Problem, columns: number[], r: Float64Array): number {
  const { X, rows } = problem
  const factor = emptyFactor(columns.length)
  const kept: number[] = []
  const cross = new Float64Array(columns.length)
  for (const j of columns) {
    kept.forEach((k, i) => (cross[i] = kernels.dot(X, j * rows, X, k * rows, rows)))
    const square = kernels.dot(X, j * rows, X, j * rows, rows)
    if (appendRow(factor, cross, square)) kept.push(j)
  }
  let removed = 0
  for (let round = 0; round < 2; round++) {
    const z = Float64Array.from(kept, (j) => kernels.dot(X, j * rows, r, 0, rows))
    const step = z.slice()
    solveInPlace(factor, step)
    removed += Math.max(0, kernels.dot(z, 0, step, 0, z.length))
    kept.forEach((j, i) => kernels.axpy(-step[i], X, j * rows, r, 0, rows))
  }
  return removed
}
