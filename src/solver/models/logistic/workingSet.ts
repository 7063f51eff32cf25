import type { LogisticProblem } from './logisticProblem.ts'
import type { LogisticState } from './logisticState.ts'
import { certifyAt, polish, proximalNewton, type Certified, type Goal } from './proximalNewton.ts'

/** Up to this many features it costs nothing to have all of them in the working set. */
const FEW = 64
/** How many features enter the working set at least. */
const BATCH = 16
/** By how much a working set is solved better than the gap to all features, before others enter. */
const ROUGHLY = 0.01
/** A correlation exceeds its bound if it does so by more than this share of it. */
const ROUNDING = 1e-12

/**
 * Minimizes with a working set: Newton's method on the features that matter, then a look at all others, of which the worst
 * enter, until none is beyond its bound.
 *
 * With each look the gap safe rule drops features that are 0 in every solution: the dual objective is strongly concave,
 * so the optimal θ is within √(gap/2) of the dual point, in the norm √Σ θ_i²/weight_i, and a correlation within that times
 * √Σ weight_i·x_ij². Ndiaye, Fercoq, Gramfort and Salmon (2017), "Gap safe screening rules for sparsity enforcing
 * penalties".
 *
 * @param problem the logistic problem
 * @param goal penalty and gap
 * @param start the solution for another λ, or the null state
 * @returns the state, certified among all features, and how many Newton steps it took
 */
export function minimize(
  problem: LogisticProblem,
  goal: Goal,
  start: LogisticState,
): { reached: Certified; iterations: number } {
  const { columns } = problem.design
  let features = Int32Array.from({ length: columns }, (_, j) => j)
  if (columns <= FEW) {
    const { reached, iterations } = proximalNewton(problem, goal, features, start)
    return { reached: polish(problem, goal, reached), iterations }
  }
  let reached = certifyAt(problem, goal, features, start)
  let iterations = 0
  const working = new Set(
    features.filter((j, k) => start.u[j] !== 0 || reached.penalty.l1[k] === 0),
  )
  for (;;) {
    const entering = worstViolators(reached, working)
    for (const j of entering) working.add(j)
    const isLast = entering.length === 0
    const gap = isLast ? goal.gap : Math.max(goal.gap, ROUGHLY * reached.certificate.dualityGap)
    const members = Int32Array.from(working).sort()
    const rough = proximalNewton(problem, { ...goal, gap }, members, reached.state)
    iterations += rough.iterations
    features = features.filter((j, k) => working.has(j) || !isOutOfPlay(problem, reached, j, k))
    const best = isLast ? polish(problem, goal, rough.reached) : rough.reached
    const isThorough = rough.reached.certificate.dualityGap > gap
    reached = certifyAt(problem, goal, features, best.state, isThorough)
    if (isLast && worstViolators(reached, working).length === 0) return { reached, iterations }
  }
}

/** Whether the gap safe rule proves that feature j, number k of the model, is 0 in every solution. */
function isOutOfPlay(
  { design: { X, rows }, weights }: LogisticProblem,
  { penalty, certificate }: Certified,
  j: number,
  k: number,
): boolean {
  const { shrink, correlations, dualityGap } = certificate
  const z = shrink * correlations[k]
  const room = penalty.l1[k] * (1 - ROUNDING) - (penalty.nonNegative ? z : Math.abs(z))
  if (room <= 0) return false
  let squares = 0
  for (let i = 0; i < rows; i++) squares += weights[i] * X[j * rows + i] ** 2
  return squares * (dualityGap / 2) < room * room
}

/** The features outside of the working set that are furthest beyond their bounds, as many as would double it. */
function worstViolators(
  { model, penalty, certificate }: Certified,
  working: Set<number>,
): number[] {
  const excess = certificate.correlations.map(
    (z, k) => (penalty.nonNegative ? z : Math.abs(z)) - penalty.l1[k] * (1 + ROUNDING),
  )
  const beyond = [...excess.keys()].filter((k) => excess[k] > 0 && !working.has(model.features[k]))
  beyond.sort((k, l) => excess[l] - excess[k])
  return beyond.slice(0, Math.max(BATCH, working.size)).map((k) => model.features[k])
}
