import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import type { Setting } from '../../input/options.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import { isCertified, type Solution } from '../../problem/solution.ts'
import { take, type Block } from './block.ts'
import { certifyGroups, objectiveAt } from './groupCertificate.ts'
import type { NewtonStep } from './newtonStep.ts'
import { proximalPoint } from './proximalPoint.ts'

/** Passes without a gain after which rounding is all that is left. */
const PATIENCE = 5
/** Passes after which a gap that has not halved counts as one that rounding keeps open. */
const LONG_PATIENCE = 200
/** The first length of a proximal point, for columns of unit length. */
const FIRST_LENGTH = 10
/** The longest: beyond, rounding times the length would be seen. */
const LONGEST = 1e12

/** The gap to reach, relative to the objective at zero, and the most passes. */
export type Limits = Pick<Setting, 'tolerance' | 'maxIterations'>

/** The result of a descent. */
export type Descent = Pick<Solution, 'u' | 'certificate' | 'iterations'>

/**
 * Passes until the tolerance is met or nothing is gained any more; the best of what they found.
 *
 * @param problem the problem, with one scale for all columns of a group.
 * @param newtonStep Newton's step on it.
 * @param blocks its groups.
 * @param limits when to stop.
 * @param start p coefficients.
 */
export function descend(
  problem: Problem,
  newtonStep: NewtonStep,
  blocks: Block[],
  { tolerance, maxIterations }: Limits,
  start: Float64Array,
): Descent {
  const { nullObjective, weight } = problem.units
  let u = start
  let best = { u, certificate: certifyGroups(problem, blocks, u) }
  let least = best.certificate.objective
  let iterations = 0
  let idle = 0
  let halved = best.certificate.dualityGap
  let halvedAt = 0
  // Newton's steps that lower the objective a little, and the gap by less than half, get nowhere.
  let isCreeping = false
  let length = FIRST_LENGTH / weight
  while (
    !isCertified(problem.units, best.certificate, tolerance) &&
    iterations < maxIterations &&
    idle < PATIENCE &&
    iterations - halvedAt < LONG_PATIENCE
  ) {
    const swept = sweep(problem, blocks, u)
    const improved = isCreeping ? null : improve(problem, newtonStep, blocks, swept)
    u = improved ?? proximalPoint(problem, blocks, swept, length)
    if (improved === null) length = Math.min(10 * length, LONGEST / weight)
    iterations++
    const certificate = certifyGroups(problem, blocks, u)
    const { objective, dualityGap } = certificate
    const falls = objective < least - 1e-15 * nullObjective
    const closes = dualityGap < best.certificate.dualityGap / 2
    idle = falls || closes ? 0 : idle + 1
    isCreeping = !closes
    if (dualityGap < halved / 2) [halved, halvedAt] = [dualityGap, iterations]
    least = Math.min(least, objective)
    if (dualityGap < best.certificate.dualityGap) best = { u, certificate }
  }
  return { ...best, iterations }
}

/**
 * u after Newton's step on the groups that are in; null if there is none or it overshoots, as where groups have to leave,
 * or more are in than rows.
 */
function improve(
  problem: Problem,
  newtonStep: NewtonStep,
  blocks: Block[],
  u: Float64Array,
): Float64Array | null {
  const r = residualOf(problem, u)
  const target = newtonStep(blocks, u, correlationsOf(problem, r))
  if (target === null) return null
  // At the end the objective is flat to rounding while the step still closes the gap.
  const bound = objectiveAt(problem, blocks, u, r) + 1e-15 * problem.units.nullObjective
  return objectiveAt(problem, blocks, target) <= bound ? target : null
}

/** u after setting each group in turn to its best value, the others being as they are. */
function sweep(problem: Problem, blocks: Block[], start: Float64Array): Float64Array {
  const { X, rows } = problem
  const u = start.slice()
  const r = residualOf(problem, u)
  for (const block of blocks) {
    const { members } = block
    const before = take(u, members)
    members.forEach((j, k) => kernels.axpy(before[k], X, j * rows, r, 0, rows))
    const pull = Float64Array.from(members, (j) => kernels.dot(X, j * rows, r, 0, rows))
    const isIn = norm2(pull) > block.bound * (1 + 1e-15) + block.rounding
    const best = isIn ? block.minimize(pull) : before.fill(0)
    members.forEach((j, k) => {
      u[j] = best[k]
      kernels.axpy(-best[k], X, j * rows, r, 0, rows)
    })
  }
  return u
}
