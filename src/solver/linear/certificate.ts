import { kernels } from '../algebra/kernels.ts'
import { applyQ, applyQTransposed, pivotedQr } from '../algebra/qr.ts'
import { dualBound, type DualBound } from './dualBound.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import type { GramQuadratic } from './quadratic.ts'
import { correlationsOf, findSupport, residualOf } from './residual.ts'

/** The proof that u is (nearly) optimal, in the units of the {@link Problem}. */
export interface Certificate extends DualBound {
  objective: number
  /** How far Xᵀr is from the subdifferential of the penalty, feature by feature, in the units of λ; the largest. */
  kktResidual: number
}

/**
 * Certifies u from the data alone, whatever method it came from.
 *
 * The residual gives a point of the dual problem, and weak duality says that no u can have an objective below that
 * point's. Features without any penalty ask the dual point to be orthogonal to them, so it is projected first. So it is,
 * for a second try, against features whose penalty is all but 0: their bounds are below the rounding of Xᵀr.
 */
export function certify(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r = residualOf(problem, u),
  correlations = correlationsOf(problem, r),
): Certificate {
  const first = certifyAgainst(problem, penalty, u, r, correlations, unpenalised(penalty, u))
  if (first.dualityGap <= 1e-11 * problem.nullObjective) return first
  const cheap = nearlyUnpenalised(problem, penalty, u)
  if (cheap.length === 0) return first
  const second = certifyAgainst(problem, penalty, u, r, correlations, cheap)
  return second.dualityGap < first.dualityGap ? second : first
}

/** The certificate whose dual point is the residual made orthogonal to the columns in `free`. */
function certifyAgainst(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  correlations: Float64Array,
  free: number[],
): Certificate {
  const { rows } = problem
  const residualSquares = kernels.dot(r, 0, r, 0, rows)
  if (free.length === 0) return certifyFrom(problem, penalty, u, correlations, residualSquares)
  const { rest, removed } = projectOut(problem, free, r)
  const projected = correlationsOf(problem, rest)
  for (const j of free) projected[j] = 0
  const restSquares = kernels.dot(rest, 0, rest, 0, rows)
  const certificate = certifyFrom(problem, penalty, u, projected, restSquares)
  certificate.objective += (residualSquares - restSquares) / 2
  certificate.dualityGap += removed / 2
  certificate.kktResidual = kktResidualOf(problem, penalty, u, correlations)
  return certificate
}

/**
 * The certificate from a stored H, for many fits of one problem: p² instead of np products each.
 *
 * The correlations go into `correlations`, which may serve again.
 */
export function certifyByGram(
  problem: Problem,
  quadratic: GramQuadratic,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
): Certificate {
  if (unpenalised(penalty, u).length > 0) return certify(problem, penalty, u)
  const residualSquares = correlateByGram(problem, quadratic, u, correlations)
  return certifyFrom(problem, penalty, u, correlations, residualSquares)
}

/** The certificate from c = Xᵀy and a product XᵀXu that is at hand; the correlations take its place. */
export function certifyByProduct(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  linear: Float64Array,
  product: Float64Array,
): Certificate {
  if (unpenalised(penalty, u).length > 0) return certify(problem, penalty, u)
  const residualSquares = correlateByProduct(problem, linear, u, product)
  return certifyFrom(problem, penalty, u, product, residualSquares)
}

/** The duality gap alone, from a stored H. */
export function boundByGram(
  problem: Problem,
  quadratic: GramQuadratic,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
): DualBound {
  if (unpenalised(penalty, u).length > 0) return certify(problem, penalty, u)
  const residualSquares = correlateByGram(problem, quadratic, u, correlations)
  return dualBound(problem, penalty, u, correlations, residualSquares)
}

/** Writes z = c − Hu into `correlations`, and returns ‖r‖². */
function correlateByGram(
  problem: Problem,
  { size, linear, gram, support }: GramQuadratic,
  u: Float64Array,
  correlations: Float64Array,
): number {
  kernels.combine(gram, size, support, findSupport(u, support), u, correlations)
  return correlateByProduct(problem, linear, u, correlations)
}

/** Writes z = c − Hu in place of Hu, and returns ‖r‖² = ‖y‖² − u'(c + z). */
function correlateByProduct(
  { nullObjective }: Problem,
  linear: Float64Array,
  u: Float64Array,
  product: Float64Array,
): number {
  let explained = 0
  for (let j = 0; j < u.length; j++) {
    product[j] = linear[j] - product[j]
    explained += u[j] * (linear[j] + product[j])
  }
  return Math.max(0, 2 * nullObjective - explained)
}

/** The certificate from the correlations z = Xᵀr and ‖r‖². */
export function certifyFrom(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  residualSquares: number,
): Certificate {
  const { l1, l2 } = penalty
  let objective = residualSquares / 2
  for (let j = 0; j < u.length; j++) {
    const size = Math.abs(u[j])
    objective += l1[j] * size + (l2[j] / 2) * size * size
  }
  const { dualityGap, shrink } = dualBound(problem, penalty, u, correlations, residualSquares)
  const kktResidual = kktResidualOf(problem, penalty, u, correlations)
  return { objective, dualityGap, kktResidual, correlations, shrink }
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

/** The features whose bounds are below 1e-8 of their reach, and whose whole penalty at u may well be missed. */
function nearlyUnpenalised(
  { X, rows, nullObjective }: Problem,
  { l1, l2, nonNegative }: Penalty,
  u: Float64Array,
): number[] {
  const cheap: number[] = []
  for (let j = 0; j < u.length; j++) {
    const size = Math.abs(u[j])
    if (nonNegative && size === 0) continue
    const square = kernels.dot(X, j * rows, X, j * rows, rows)
    const small = l1[j] <= 1e-8 * Math.sqrt(square * 2 * nullObjective) && l2[j] <= 1e-8 * square
    const cost = (l1[j] + (l2[j] / 2) * size) * size
    if (small && cost <= (1e-11 / u.length) * nullObjective) cheap.push(j)
  }
  return cheap
}

/** r made orthogonal to the given columns, and by how much that lowers ‖r‖². */
function projectOut(
  { X, rows }: Problem,
  columns: number[],
  r: Float64Array,
): { rest: Float64Array; removed: number } {
  const some = new Float64Array(rows * columns.length)
  columns.forEach((j, k) => some.set(X.subarray(j * rows, (j + 1) * rows), k * rows))
  const qr = pivotedQr(some, rows, columns.length)
  const rest = r.slice()
  applyQTransposed(qr, rest)
  const removed = kernels.dot(rest, 0, rest, 0, qr.rank)
  rest.fill(0, 0, qr.rank)
  applyQ(qr, rest)
  return { rest, removed }
}
