import { CandidateQuadratic } from './candidateQuadratic.ts'
import { Corners } from '../knots.ts'
import { PathTracer, type Trace } from '../homotopy.ts'
import { Outsiders, type Stop } from './outsiders.ts'
import type { Penalty } from '../../../problem/penalty.ts'
import type { Problem } from '../../../problem/problem.ts'
import type { GramQuadratic } from '../../activeSet/gram.ts'
import { residualOf } from '../../../problem/residual.ts'

/** A path with the features that take part in it; all others are proven to stay out of it. */
export interface CandidateTrace extends Trace {
  members: Int32Array
  /** Of the members, in their order. */
  quadratic: GramQuadratic
}

/**
 * Follows the lasso from λmax down to τ = tauMin > 0 with the products of few features: of candidates, those that are in
 * the model or come near it.
 *
 * It goes from stop to stop. At each the correlations Xᵀr of all features are worked out, and those with the largest
 * become candidates for the way to the next, as correlations change slowly. On the way only the candidates count. At the
 * next stop, and by a bound at the corners before it, it shows whether another feature should have joined; then it becomes
 * a candidate too, and that part of the way is gone again.
 *
 * @param linear Xᵀy; ceiling the penalty at λmax.
 */
export function candidatePath(
  problem: Problem,
  linear: Float64Array,
  ceiling: Penalty,
  tauMin: number,
): CandidateTrace {
  const { columns } = problem
  const quadratic = new CandidateQuadratic(problem, linear)
  const penalty = { ...ceiling, l1: new Float64Array(columns), l2: new Float64Array(columns) }
  const outsiders = new Outsiders(problem, ceiling)
  const tracer = new PathTracer(quadratic, penalty, columns)
  const { corners, state } = tracer

  function addCandidates(features: Int32Array): void {
    quadratic.add(features)
    outsiders.remove(features)
    for (let k = 0; k < quadratic.size; k++) penalty.l1[k] = ceiling.l1[quadratic.members[k]]
  }

  /** The solution at τ, with the correlations of the outsiders. */
  function stopAt(tau: number, u: Float64Array): Stop {
    const all = new Float64Array(columns)
    for (let k = 0; k < quadratic.size; k++) all[quadratic.members[k]] = u[k]
    return { tau, u, z: outsiders.correlate(residualOf(problem, all)) }
  }

  /** Goes from a stop to τ; null if ties or rounding prevent it. */
  function proceed(from: Stop, tau: number): Stop | null {
    for (;;) {
      const isThere = tracer.restart(from.tau)
      if (corners.count === 0) corners.push(1, state.u)
      const known = corners.count
      if (isThere && tracer.follow(tau)) {
        const to = stopAt(tau, state.u.slice())
        const missed = findMissed(from, to, known, corners.count)
        if (missed.length === 0) return to
        addCandidates(missed)
        corners.count = known
      } else {
        corners.count = known
        return null
      }
    }
  }

  /**
   * Outsiders that exceed their bounds between two stops, at the later one or at a corner in between; those from `first`
   * on and before `end` lie there. If the bound leaves open whether there are any, it looks at the corner that is furthest
   * off, and again on both sides of it.
   */
  function findMissed(from: Stop, to: Stop, first: number, end: number): Int32Array {
    const missed = outsiders.exceeding(to)
    if (missed.length > 0) return missed
    let furthest = first
    let most = 0
    let isProven = true
    for (let k = first; k < end; k++) {
      const delta = differenceFromLine(corners, k, from, to)
      const tau = corners.taus[k]
      if (outsiders.stayOut(tau, from, to, quadratic.mostLength(delta))) continue
      const distance = quadratic.fittedLength(delta)
      isProven &&= outsiders.stayOut(tau, from, to, distance)
      if (distance > most) {
        most = distance
        furthest = k
      }
    }
    if (isProven) return missed
    const between = stopAt(corners.taus[furthest], corners.coefficientsOf(furthest))
    const before = findMissed(from, between, first, furthest)
    return before.length > 0 ? before : findMissed(between, to, furthest + 1, end)
  }

  let stop: Stop | null = { tau: 1, u: new Float64Array(columns), z: linear }
  while (stop !== null && stop.tau > tauMin) {
    const plan = outsiders.planStop(stop, tauMin)
    addCandidates(plan.candidates)
    stop = proceed(stop, plan.tau)
  }
  if (stop !== null) corners.push(tauMin, stop.u)
  return {
    corners: byFeature(corners, quadratic, columns),
    complete: stop !== null,
    members: quadratic.members.slice(0, quadratic.size),
    quadratic: quadratic.settle(),
  }
}

/** The difference of a corner's u from the line between two stops. */
function differenceFromLine(
  { taus, coefficients, size }: Corners,
  k: number,
  from: Stop,
  to: Stop,
): Float64Array {
  const share = (from.tau - taus[k]) / (from.tau - to.tau)
  const delta = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    delta[j] = coefficients[k * size + j] - (from.u[j] + share * (to.u[j] - from.u[j]))
  }
  return delta
}

/** Corners with the coefficients of all features, from those with the candidates'. */
function byFeature(
  corners: Corners,
  { members, size }: CandidateQuadratic,
  columns: number,
): Corners {
  const all = new Corners(columns)
  const u = new Float64Array(columns)
  for (let c = 0; c < corners.count; c++) {
    for (let k = 0; k < size; k++) u[members[k]] = corners.coefficients[c * columns + k]
    all.push(corners.taus[c], u)
  }
  return all
}
