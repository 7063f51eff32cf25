import { kernels } from '../algebra/kernels/kernels.ts'
import { norm1 } from '../algebra/norms.ts'
import { activePoint, residualPoint, type DualPoint } from './dualPoint.ts'
import {
  conjugateGap,
  feasibleShrink,
  penaltyValue,
  subdifferentialDistance,
  unpenalized,
  type Penalty,
} from './penalty.ts'
import { correlationsOf, residualOf, type Problem } from './problem.ts'
import { correlationRounding, inUnitsOfLambda, type Units } from './units.ts'

/** A bound on how far the objective at u is above the minimum, in the units of the {@link Problem}. */
export interface GapBound {
  dualityGap: number
  /** The feasible dual point is `shrink`·θ. */
  shrink: number
  /** Xᵀθ, θ being the residual without what unpenalized features could still take from it. */
  correlations: Float64Array
}

/** The proof that u is (nearly) optimal, in the units of the {@link Problem}. */
export interface Certificate extends GapBound {
  objective: number
  /** Largest distance of Xᵀr from the subdifferential of the penalty, in the units of λ. */
  kktResidual: number
}

/** Gaps below this, relative to the objective at zero, are not worth a second bound. */
const NEGLIGIBLE = 1e-13
/** Gaps above this, relative to the objective at zero, are worth a better dual point. */
const DOUBTFUL = 1e-11

/**
 * Certifies u from the data alone, whatever method found it.
 *
 * The residual gives a point of the dual problem, and by weak duality no u has an objective below the value of that
 * point. Where the bounds are small or the coefficients large, rounding spoils the point; then a second one is tried, at
 * which the active features meet their bounds.
 *
 * @param problem the problem.
 * @param penalty the penalty.
 * @param u p numbers.
 * @param r the residual y − Xu, if known.
 * @param correlations Xᵀr, if known.
 */
export function certify(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r = residualOf(problem, u),
  correlations = correlationsOf(problem, r),
): Certificate {
  const first = certifyByResidual(problem, penalty, u, r, correlations)
  if (first.dualityGap <= DOUBTFUL * problem.units.nullObjective) return first
  const second = boundBy(problem.units, penalty, u, r, activePoint(problem, penalty, u, r))
  return second.dualityGap < first.dualityGap ? { ...first, ...second } : first
}

/** The certificate for which the residual is the only dual point tried. */
export function certifyByResidual(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  correlations: Float64Array,
): Certificate {
  const squares = kernels.dot(r, 0, r, 0, r.length)
  const certificate = certifyFrom(problem.units, penalty, u, correlations, squares)
  if (unpenalized(penalty, u).length === 0) return certificate
  const point = residualPoint(problem, penalty, u, r, correlations)
  return { ...certificate, ...boundBy(problem.units, penalty, u, r, point) }
}

/**
 * The certificate from z = Xᵀr and c = Xᵀy alone: p steps, unless an unpenalized feature needs the data, or the terms of
 * Xu cancel.
 */
export function certifyByCorrelations(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  Xty: Float64Array,
  correlations: Float64Array,
): Certificate {
  if (unpenalized(penalty, u).length > 0 || cancels(problem.units, u)) {
    return certify(problem, penalty, u)
  }
  const squares = residualSquares(problem.units, u, Xty, correlations)
  return certifyFrom(problem.units, penalty, u, correlations, squares)
}

/**
 * Whether Xu is so much smaller than its terms that XᵀX, the square of X, has lost its digits: no column is longer than
 * 2√(sum of weights), so terms of K·‖y‖ leave an error of about εK²‖y‖² in the objective.
 */
export function cancels({ weight, nullObjective }: Units, u: Float64Array): boolean {
  return 4 * weight * norm1(u) ** 2 > 1e4 * (2 * nullObjective)
}

/** ‖r‖² = ‖y‖² − uᵀ(c + z), from c = Xᵀy and z = Xᵀr. */
export function residualSquares(
  { nullObjective }: Units,
  u: Float64Array,
  Xty: Float64Array,
  correlations: Float64Array,
): number {
  let explained = 0
  for (let j = 0; j < u.length; j++) explained += u[j] * (Xty[j] + correlations[j])
  return Math.max(0, 2 * nullObjective - explained)
}

/** The certificate from z = Xᵀr and ‖r‖², where every feature is penalized. */
export function certifyFrom(
  units: Units,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  squares: number,
): Certificate {
  let kktResidual = 0
  for (let j = 0; j < u.length; j++) {
    const distance = subdifferentialDistance(penalty, u[j], correlations[j], j)
    if (distance > 0) kktResidual = Math.max(kktResidual, inUnitsOfLambda(units, j, distance))
  }
  const objective = squares / 2 + penaltyValue(penalty, u)
  const { dualityGap, shrink } = boundFrom(units, penalty, u, correlations, squares)
  return { objective, dualityGap, kktResidual, correlations, shrink }
}

/** The gap at u with the residual as the dual point, from z = Xᵀr and ‖r‖². */
export function boundFrom(
  units: Units,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  squares: number,
): GapBound {
  return bestBound(units, penalty, u, correlations, (s) => ((1 - s) ** 2 * squares) / 2)
}

/** The gap at u that a dual point gives, r being the residual at u. */
export function boundBy(
  units: Units,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  { theta, correlations }: DualPoint,
): GapBound {
  return bestBound(units, penalty, u, correlations, (s) => {
    let squares = 0
    for (let i = 0; i < r.length; i++) squares += (r[i] - s * theta[i]) ** 2
    return squares / 2
  })
}

/**
 * The duality gap ½‖r − sθ‖² + Σ Ω_j(u_j) + Ω_j*(s·z_j) − s·z_j·u_j, z = Xᵀθ, by the best of three dual points s·θ.
 *
 * All terms are ≥ 0, so the cancellation of "objective minus dual objective" is avoided. s = 1 serves where there is an
 * L2 part; the largest s that is feasible for the L1 part alone always serves.
 *
 * @param distance ½‖r − sθ‖² for a given s.
 */
function bestBound(
  units: Units,
  penalty: Penalty,
  u: Float64Array,
  correlations: Float64Array,
  distance: (s: number) => number,
): GapBound {
  const dualityGap = distance(1) + conjugateGap(1, units, penalty, u, correlations)
  let best: GapBound = { dualityGap, shrink: 1, correlations }
  if (dualityGap <= NEGLIGIBLE * units.nullObjective) return best
  // An excess within rounding may be forgiven or, where that adds up over many features, be shrunk away as well.
  for (const forgiven of [correlationRounding(units), 0]) {
    const shrink = feasibleShrink(penalty, correlations, forgiven)
    if (shrink === best.shrink) continue
    const dualityGap = distance(shrink) + conjugateGap(shrink, units, penalty, u, correlations)
    if (!(best.dualityGap < dualityGap)) best = { dualityGap, shrink, correlations }
  }
  return best
}
