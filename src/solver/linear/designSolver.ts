import { emptyActiveSet, refactor, solveActiveSet, violation } from './activeSet.ts'
import { certify, type Certificate } from './certificate.ts'
import { DesignQuadratic } from './designQuadratic.ts'
import type { Solver } from './fitFrom.ts'
import { penaltyOf, type Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import type { Setting } from './setting.ts'
import { answerFrom } from './uniqueness.ts'

/**
 * The active set without XᵀX: for many features.
 *
 * Only a few candidates are looked at while the active set settles. One pass over all of X then certifies the answer, and
 * at the same time finds the features that should have been candidates.
 */
export function designSolver(problem: Problem, rho: number, setting: Setting): Solver {
  const quadratic = new DesignQuadratic(problem)
  const state = emptyActiveSet(problem.columns, problem.allocate)
  let last: { penalty: Penalty; certificate: Certificate } | null = null
  return (lambda) => {
    const penalty = penaltyOf(problem, lambda, rho, setting)
    if (rho < 1) refactor(quadratic, penalty, state)
    state.iterations = 0
    const isCandidate = new Uint8Array(problem.columns)
    for (let k = 0; k < state.count; k++) isCandidate[state.active[k]] = 1
    if (last !== null) markStrong(penalty, last.penalty, last.certificate, isCandidate)
    for (;;) {
      const candidates = Int32Array.from(indicesOf(isCandidate))
      const ended = solveActiveSet(quadratic, penalty, state, candidates)
      const certificate = certify(problem, penalty, state.u)
      const grown = addViolators(quadratic, penalty, certificate, isCandidate)
      if (!ended || !grown) {
        last = { penalty, certificate }
        return answerFrom(quadratic, penalty, state, certificate)
      }
    }
  }
}

/**
 * The strong rule: correlations mostly change no faster than their bounds, so a feature whose correlation is below
 * 2·(new bound) − (old bound) stays out. The full check afterwards catches the exceptions. Tibshirani et al. (2012).
 */
function markStrong(
  now: Penalty,
  before: Penalty,
  { correlations }: Certificate,
  isCandidate: Uint8Array,
): void {
  for (let j = 0; j < isCandidate.length; j++) {
    const size = now.nonNegative ? correlations[j] : Math.abs(correlations[j])
    if (size >= 2 * now.l1[j] - before.l1[j]) isCandidate[j] = 1
  }
}

/** Adds the worst violators that are not candidates yet; false if there are none. */
function addViolators(
  quadratic: DesignQuadratic,
  penalty: Penalty,
  { correlations }: Certificate,
  isCandidate: Uint8Array,
): boolean {
  const found: { j: number; excess: number }[] = []
  for (let j = 0; j < isCandidate.length; j++) {
    if (isCandidate[j] === 1) continue
    const excess = violation(quadratic, penalty, correlations[j], j)
    if (excess > 0) found.push({ j, excess })
  }
  found.sort((a, b) => b.excess - a.excess)
  const room = Math.max(32, indicesOf(isCandidate).length)
  for (const { j } of found.slice(0, room)) isCandidate[j] = 1
  return found.length > 0
}

function indicesOf(flags: Uint8Array): number[] {
  const indices: number[] = []
  for (let j = 0; j < flags.length; j++) if (flags[j] === 1) indices.push(j)
  return indices
}
