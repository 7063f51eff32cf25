import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Setting } from '../../input/options.ts'
import { boundBy, certify, certifyByResidual, type Certificate } from '../../problem/certificate.ts'
import { residualPoint, type DualPoint } from '../../problem/dualPoint.ts'
import { penaltyValue, type Penalty } from '../../problem/penalty.ts'
import { columnProducts, correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import type { Method } from '../../problem/solution.ts'
import { rawSoftThreshold } from '../../proximal/softThreshold.ts'
import { ImplicitGram } from '../activeSet/implicitGram.ts'
import { uniquenessNotes } from '../activeSet/uniqueness.ts'
import { extrapolate } from './anderson.ts'
import { isScreenedOut, type ProvenPoint } from './gapSafe.ts'

/** Looks in a row without progress after which only rounding is left. */
const PATIENCE = 100
/** Passes between two looks at the duality gap. */
const CHECK_EVERY = 10
/** Iterates that the extrapolation uses. */
const REMEMBERED = 6
/** A fall of the objective below this, relative to the objective at zero, is rounding. */
const OBJECTIVE_ROUNDING = 1e-15

/** Coordinate descent for one penalty after another, each started from the solution of the last. */
export function coordinateDescent(
  problem: Problem,
  { tolerance, maxIterations }: Pick<Setting, 'tolerance' | 'maxIterations'>,
): Method {
  const gap = tolerance * problem.units.nullObjective
  let u: Float64Array = new Float64Array(problem.columns)
  return (penalty) => {
    const result = descend(problem, penalty, u, gap, maxIterations)
    u = result.u
    const certified = result.certificate.dualityGap <= gap
    const notes = certified ? notesAt(problem, penalty, u, result.certificate) : []
    return { ...result, method: 'coordinate descent', notes }
  }
}

/** Notes on uniqueness: features as near to their bounds as the active ones may be active in another solution. */
function notesAt(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  { correlations }: Certificate,
): string[] {
  const nearness = u.reduce((least, value, j) => {
    const bound = penalty.l1[j]
    return value === 0 || bound === 0 ? least : Math.min(least, Math.abs(correlations[j]) / bound)
  }, 1)
  const reaching = correlations.map((z) => z / nearness)
  // The features with a coefficient may depend on each other, so none is taken to be active.
  const none = new Uint8Array(u.length)
  return uniquenessNotes(problem.units, penalty, reaching, none, () => new ImplicitGram(problem))
}

/**
 * Minimizes the objective one coefficient at a time: u_j ← S(x_jᵀr + H_jj·u_j, l1_j) / (H_jj + l2_j), S soft threshold.
 *
 * Slower than the exact methods but robust: it needs no factorization, so they fall back on it. Every few passes u leaps
 * to its extrapolated limit, if that is better; the duality gap, to the best dual point so far, decides when to stop
 * and, by the gap safe rule, which features need no more visits. Friedman, Hastie and Tibshirani (2010),
 * "Regularization paths for generalized linear models via coordinate descent".
 *
 * @param problem the problem.
 * @param penalty the penalty.
 * @param start u to start from; not changed.
 * @param gap the duality gap to reach, in the units of the problem.
 * @param maxIterations passes over the features before it gives up.
 */
export function descend(
  problem: Problem,
  penalty: Penalty,
  start: Float64Array,
  gap: number,
  maxIterations: number,
): { u: Float64Array; certificate: Certificate; iterations: number } {
  const { X, rows } = problem
  const { l1, l2, nonNegative } = penalty
  const u = start.slice()
  const { squares } = columnProducts(problem)
  let visited = Array.from(squares.keys()).filter((j) => squares[j] > 0)
  squares.forEach((square, j) => {
    if (square === 0) u[j] = 0
  })
  let r = residualOf(problem, u)
  let proof = prove(problem, penalty, u, r, null)
  let iterations = 0
  let lastGap = Infinity
  let lastObjective = Infinity
  let idle = 0
  while (proof.dualityGap > gap && iterations < maxIterations && idle < PATIENCE) {
    visited = visited.filter((j) => {
      if (!isScreenedOut(problem.units, penalty, proof, squares[j], j)) return true
      if (u[j] !== 0) kernels.axpy(u[j], X, j * rows, r, 0, rows)
      u[j] = 0
      return false
    })
    const recent: Float64Array[] = []
    for (let pass = 0; pass < CHECK_EVERY; pass++) {
      iterations++
      for (const j of visited) {
        const before = u[j]
        const correlation = kernels.dot(X, j * rows, r, 0, rows) + squares[j] * before
        const shrunk = rawSoftThreshold(correlation, l1[j]) / (squares[j] + l2[j])
        u[j] = nonNegative ? Math.max(0, shrunk) : shrunk
        if (u[j] !== before) kernels.axpy(before - u[j], X, j * rows, r, 0, rows)
      }
      if (pass >= CHECK_EVERY - REMEMBERED) recent.push(u.slice())
    }
    const next = furthest(problem, penalty, recent)
    u.set(next.u)
    r = next.r
    proof = prove(problem, penalty, u, r, proof.point)
    // The bound can stand still for long while u improves, and the other way round.
    const { objective } = next
    const fell = objective < lastObjective - OBJECTIVE_ROUNDING * problem.units.nullObjective
    if (fell || proof.dualityGap < 0.99 * lastGap) {
      lastObjective = objective
      lastGap = proof.dualityGap
      idle = 0
    } else idle++
  }
  const z = correlationsOf(problem, r)
  const certificate =
    proof.dualityGap > gap
      ? certify(problem, penalty, u, r, z)
      : certifyByResidual(problem, penalty, u, r, z)
  if (certificate.dualityGap <= proof.dualityGap) return { u, certificate, iterations }
  const { correlations } = proof.point
  const { dualityGap } = proof
  return { u, certificate: { ...certificate, dualityGap, correlations, shrink: 1 }, iterations }
}

/** The last iterate or the extrapolated limit of the recent ones, whichever has the lower objective. */
function furthest(
  problem: Problem,
  penalty: Penalty,
  recent: Float64Array[],
): { u: Float64Array; r: Float64Array; objective: number } {
  const measure = (u: Float64Array) => {
    const r = residualOf(problem, u)
    return { u, r, objective: kernels.squares(r, 0, r.length) / 2 + penaltyValue(penalty, u) }
  }
  const last = measure(recent[recent.length - 1])
  const limit = extrapolate(recent)
  if (limit === null || (penalty.nonNegative && limit.some((value) => value < 0))) return last
  const leap = measure(limit)
  return leap.objective < last.objective ? leap : last
}

/** The better of the known dual point and the one that the residual gives, with the gap between it and u. */
function prove(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  known: DualPoint | null,
): ProvenPoint {
  const fresh = residualPoint(problem, penalty, u, r)
  const { dualityGap, shrink } = boundBy(problem.units, penalty, u, r, fresh)
  if (known !== null) {
    const again = boundBy(problem.units, penalty, u, r, known)
    if (again.dualityGap <= dualityGap) return { point: known, dualityGap: again.dualityGap }
  }
  const scaled = (v: Float64Array) => v.map((value) => shrink * value)
  const point = { theta: scaled(fresh.theta), correlations: scaled(fresh.correlations) }
  return { point, dualityGap }
}
