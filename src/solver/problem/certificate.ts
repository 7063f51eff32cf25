import { kernels } from '../algebra/kernels/kernels.ts'
import { dualBound, type DualBound } from './dualGap.ts'
import { activePoint, boundBy, residualPoint, unpenalised } from './dualPoint.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import type { GramQuadratic } from '../methods/activeSet/gram.ts'
import { correlationsOf, residualOf } from './residual.ts'

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
 * point's. Where the bounds are small or the coefficients large, rounding makes that point a bad one; then, for a second
 * try, it is moved to where the features that are in meet their bounds.
 */
export function certify(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r = residualOf(problem, u),
  correlations = correlationsOf(problem, r),
): Certificate {
  const first = certifyByResidual(problem, penalty, u, r, correlations)
  if (first.dualityGap <= 1e-11 * problem.nullObjective) return first
  const second = boundBy(problem, penalty, u, r, activePoint(problem, penalty, u, r))
  return second.dualityGap < first.dualityGap ? { ...first, ...second } : first
}

/** The certificate of which the residual is the only dual point that is tried. */
export function certifyByResidual(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  correlations: Float64Array,
): Certificate {
  const residualSquares = kernels.dot(r, 0, r, 0, r.length)
  const certificate = certifyFrom(problem, penalty, u, correlations, residualSquares)
  if (unpenalised(penalty, u).length === 0) return certificate
  const point = residualPoint(problem, penalty, u, r, correlations)
  return { ...certificate, ...boundBy(problem, penalty, u, r, point) }
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
  quadratic.multiply(u, correlations)
  return certifyByProduct(problem, penalty, u, quadratic.linear, correlations)
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

/** The duality gap alone, from a stored H, where no feature is unpenalized. */
export function boundByGram(
  problem: Problem,
  quadratic: GramQuadratic,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
): DualBound {
  quadratic.multiply(u, correlations)
  const residualSquares = correlateByProduct(problem, quadratic.linear, u, correlations)
  return dualBound(problem, penalty, u, correlations, residualSquares)
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
  const objective = objectiveAt(penalty, u, residualSquares)
  const { dualityGap, shrink } = dualBound(problem, penalty, u, correlations, residualSquares)
  const kktResidual = kktResidualOf(problem, penalty, u, correlations)
  return { objective, dualityGap, kktResidual, correlations, shrink }
}

/** ½‖r‖² + Σ l1_j|u_j| + ½ Σ l2_j u_j². */
export function objectiveAt({ l1, l2 }: Penalty, u: Float64Array, residualSquares: number): number {
  let objective = residualSquares / 2
  for (let j = 0; j < u.length; j++) {
    const size = Math.abs(u[j])
    objective += l1[j] * size + (l2[j] / 2) * size * size
  }
  return objective
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
