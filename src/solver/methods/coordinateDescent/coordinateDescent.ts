import { kernels } from '../../algebra/kernels/kernels.ts'
import { rawSoftThreshold } from '../../proximal/softThreshold.ts'
import {
  certify,
  certifyByResidual,
  objectiveAt,
  type Certificate,
} from '../../problem/certificate.ts'
import { columnSquares } from '../../problem/columnSquares.ts'
import { boundBy, residualPoint, type DualPoint } from '../../problem/dualPoint.ts'
import { extrapolate } from './anderson.ts'
import { isOutOfPlay, type DualProof } from './gapSafe.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { correlationsOf, residualOf } from '../../problem/residual.ts'

/** Looks in a row without progress after which rounding is all that is left. */
const PATIENCE = 100
/** Passes between two looks at the duality gap. */
const CHECK_EVERY = 10
/** Vectors that show where the passes are heading. */
const REMEMBERED = 6
/** How much of the objective at zero is lost in rounding. */
const ROUNDING = 1e-15

/**
 * Minimises the objective one coefficient at a time: u_j ← S(x_jᵀr + H_jj·u_j, l1_j) / (H_jj + l2_j), S soft threshold.
 *
 * Slower than the exact methods and hard to upset: it needs no factorisation, so it is the one they fall back on. Every
 * few passes u leaps to where it is heading, if that is better, and the duality gap, to the best dual point so far, tells
 * when to stop and, by the gap safe rule, which features need no more visits. Friedman, Hastie and Tibshirani (2010),
 * "Regularization paths for generalized linear models via coordinate descent".
 *
 * @param start u to start from; it is not changed. `gap` is the duality gap to reach, in the units of the problem.
 */
export function coordinateDescent(
  problem: Problem,
  penalty: Penalty,
  start: Float64Array,
  gap: number,
  maxIterations: number,
): { u: Float64Array; certificate: Certificate; iterations: number } {
  const { X, rows } = problem
  const { l1, l2, nonNegative } = penalty
  const u = start.slice()
  const squares = columnSquares(problem)
  let visited = Array.from(squares.keys()).filter((j) => squares[j] > 0)
  squares.forEach((square, j) => {
    if (square === 0) u[j] = 0 // a column of zeros explains nothing
  })
  let r = residualOf(problem, u)
  let proof = prove(problem, penalty, u, r, null)
  let iterations = 0
  let lastGap = Infinity
  let lastObjective = Infinity
  let idle = 0
  while (proof.dualityGap > gap && iterations < maxIterations && idle < PATIENCE) {
    visited = visited.filter((j) => {
      if (!isOutOfPlay(problem, penalty, proof, squares[j], j)) return true
      if (u[j] !== 0) kernels.axpy(u[j], X, j * rows, r, 0, rows)
      u[j] = 0
      return false
    })
    const recent: Float64Array[] = []
    for (let pass = 0; pass < CHECK_EVERY; pass++) {
      iterations++
      for (const j of visited) {
        const before = u[j]
        const pull = kernels.dot(X, j * rows, r, 0, rows) + squares[j] * before
        const shrunk = rawSoftThreshold(pull, l1[j]) / (squares[j] + l2[j])
        u[j] = nonNegative ? Math.max(0, shrunk) : shrunk
        if (u[j] !== before) kernels.axpy(before - u[j], X, j * rows, r, 0, rows)
      }
      if (pass >= CHECK_EVERY - REMEMBERED) recent.push(u.slice())
    }
    const next = furthest(problem, penalty, recent)
    u.set(next.u)
    r = next.r
    proof = prove(problem, penalty, u, r, proof.point)
    // The bound can stand still for long while u gets better, and the other way round.
    const { objective } = next
    const fell = objective < lastObjective - ROUNDING * problem.nullObjective
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

/** Of the last vector and of where the recent ones are heading, that with the lower objective. */
function furthest(
  problem: Problem,
  penalty: Penalty,
  recent: Float64Array[],
): { u: Float64Array; r: Float64Array; objective: number } {
  const measure = (u: Float64Array) => {
    const r = residualOf(problem, u)
    return { u, r, objective: objectiveAt(penalty, u, kernels.dot(r, 0, r, 0, r.length)) }
  }
  const last = measure(recent[recent.length - 1])
  const limit = extrapolate(recent)
  if (limit === null || (penalty.nonNegative && limit.some((value) => value < 0))) return last
  const leap = measure(limit)
  return leap.objective < last.objective ? leap : last
}

/** The better one of the dual points that is known and that the residual gives, with the gap between it and u. */
function prove(
  problem: Problem,
  penalty: Penalty,
  u: Float64Array,
  r: Float64Array,
  known: DualPoint | null,
): DualProof {
  const fresh = residualPoint(problem, penalty, u, r)
  const { dualityGap, shrink } = boundBy(problem, penalty, u, r, fresh)
  if (known !== null) {
    const again = boundBy(problem, penalty, u, r, known)
    if (again.dualityGap <= dualityGap) return { point: known, dualityGap: again.dualityGap }
  }
  const scaled = (v: Float64Array) => v.map((value) => shrink * value)
  const point = { theta: scaled(fresh.theta), correlations: scaled(fresh.correlations) }
  return { point, dualityGap }
}
