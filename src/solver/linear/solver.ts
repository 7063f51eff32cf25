import { emptyActiveSet, refactor, solveActiveSet, violation, type ActiveSet } from './activeSet.ts'
import { certify, certifyByGram, type Certificate } from './certificate.ts'
import { coordinateDescent } from './coordinateDescent.ts'
import { DesignQuadratic } from './designQuadratic.ts'
import { isCertified, type Answer } from './fitFrom.ts'
import { emptyPenalty, penaltyOf, type Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import { gramOf, type GramQuadratic } from './quadratic.ts'
import type { Setting } from './setting.ts'
import { uniquenessNote } from './uniqueness.ts'

/** Solves for λ, from the solution for the λ before; the next call may overwrite the answer's arrays. */
export type Solver = (lambda: number) => Answer

/**
 * Chooses the method for `count` values of λ, to be asked for from the largest down.
 *
 * Storing H = XᵀX costs p²/2 products of columns and makes each λ cheap; else each λ costs at least one pass over X.
 * Whatever the method says, its answer is certified, and without a certificate coordinate descent takes over.
 */
export function startSolver(
  problem: Problem,
  rho: number,
  setting: Setting,
  count: number,
): Solver {
  const { rows, columns } = problem
  if (setting.method === 'coordinate descent') return descentSolver(problem, rho, setting)
  const stored = columns <= 64 || (columns <= rows && columns <= 20 * count)
  const solver = stored
    ? gramSolver(problem, rho, setting, count)
    : designSolver(problem, rho, setting)
  return (lambda) => {
    const answer = solver(lambda)
    return isCertified(problem, answer.certificate, setting.tolerance)
      ? answer
      : fallBack(problem, penaltyOf(problem, lambda, rho, setting), setting, answer)
  }
}

function gramSolver(problem: Problem, rho: number, setting: Setting, count: number): Solver {
  const quadratic = gramOf(problem)
  const state = emptyActiveSet(problem.columns)
  const room = new Float64Array(problem.columns)
  const penalty = emptyPenalty(problem.columns, setting.nonNegative)
  return (lambda) => {
    penaltyOf(problem, lambda, rho, setting, penalty)
    if (rho < 1) refactor(quadratic, penalty, state)
    state.iterations = 0
    solveActiveSet(quadratic, penalty, state)
    const certificate =
      count > 1
        ? certifyByGram(problem, quadratic, penalty, state.u, room)
        : certify(problem, penalty, state.u)
    return answerFrom(quadratic, penalty, state, certificate)
  }
}

function designSolver(problem: Problem, rho: number, setting: Setting): Solver {
  const quadratic = new DesignQuadratic(problem)
  const state = emptyActiveSet(problem.columns)
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

function descentSolver(problem: Problem, rho: number, setting: Setting): Solver {
  let u: Float64Array = new Float64Array(problem.columns)
  const gap = setting.tolerance * problem.nullObjective
  return (lambda) => {
    const penalty = penaltyOf(problem, lambda, rho, setting)
    const result = coordinateDescent(problem, penalty, u, gap, setting.maxIterations)
    u = result.u
    return { ...result, method: 'coordinate descent', notes: [] }
  }
}

function answerFrom(
  quadratic: GramQuadratic | DesignQuadratic,
  penalty: Penalty,
  state: ActiveSet,
  certificate: Certificate,
): Answer {
  const note = uniquenessNote(quadratic, penalty, state, certificate)
  const notes = note === null ? [] : [note]
  const { u, iterations } = state
  return { u, certificate, method: 'active set', iterations, notes }
}

/** Coordinate descent from where the exact method came to; the answer with the smaller gap counts. */
function fallBack(problem: Problem, penalty: Penalty, setting: Setting, answer: Answer): Answer {
  const gap = setting.tolerance * problem.nullObjective
  const result = coordinateDescent(problem, penalty, answer.u, gap, setting.maxIterations)
  if (!(result.certificate.dualityGap < answer.certificate.dualityGap)) return answer
  const note =
    'The exact method lost too many digits on this design, so coordinate descent took over.'
  return { ...result, method: 'coordinate descent', notes: [...answer.notes, note] }
}
