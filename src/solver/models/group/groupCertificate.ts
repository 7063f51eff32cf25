import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import type { Certificate, GapBound } from '../../problem/certificate.ts'
import { meetTargets, type DualPoint } from '../../problem/dualPoint.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import { inUnitsOfLambda } from '../../problem/units.ts'
import { take, type Block } from './block.ts'

/**
 * ½‖y − Xu‖² + Σ bound·‖u_g‖, the objective in the units of the problem.
 *
 * @param problem the problem
 * @param blocks its groups
 * @param u p coefficients
 * @param r the residual y − Xu, if known
 */
export function objectiveAt(
  problem: Problem,
  blocks: Block[],
  u: Float64Array,
  r = residualOf(problem, u),
): number {
  return objectiveFrom(blocks, u, dot(r, r))
}

/** The same from ‖y − Xu‖². */
export function objectiveFrom(blocks: Block[], u: Float64Array, squares: number): number {
  return blocks.reduce(
    (sum, { members, bound }) => sum + bound * norm2(take(u, members)),
    squares / 2,
  )
}

/** Gaps above this, relative to the objective at zero, are worth a better dual point. */
export const DOUBTFUL = 1e-11

/**
 * Certifies u for the group lasso, as {@link certify} does for the lasso: a dual point s·θ is feasible when s·‖X_gᵀθ‖ ≤
 * bound for every group. The residual is one; where rounding spoils it, the nearest point at which the groups that are
 * in have the correlations of a solution is another.
 *
 * @param problem the problem, with one scale for all columns of a group
 * @param blocks its groups
 * @param u p coefficients
 */
export function certifyGroups(problem: Problem, blocks: Block[], u: Float64Array): Certificate {
  const { units } = problem
  const r = residualOf(problem, u)
  const correlations = correlationsOf(problem, r)
  let kktResidual = 0
  for (const { members, bound } of blocks) {
    if (members.length === 0) continue
    const z = take(correlations, members)
    const v = take(u, members)
    const length = norm2(v)
    const off =
      length === 0 ? norm2(z) - bound : norm2(z.map((zk, k) => zk - bound * (v[k] / length)))
    kktResidual = Math.max(kktResidual, inUnitsOfLambda(units, members[0], off))
  }
  const objective = objectiveAt(problem, blocks, u, r)
  const first = boundFrom(blocks, u, correlations, dot(r, r))
  if (first.dualityGap <= DOUBTFUL * units.nullObjective)
    return { objective, kktResidual, ...first }
  const second = boundBy(blocks, u, r, activePoint(problem, blocks, u, r))
  const best = second.dualityGap < first.dualityGap ? second : first
  return { objective, kktResidual, ...best }
}

/** The dual point nearest to the residual at which X_gᵀθ = bound·u_g/‖u_g‖ for the groups that are in. */
function activePoint(
  problem: Problem,
  blocks: Block[],
  u: Float64Array,
  r: Float64Array,
): DualPoint {
  const targets = new Map<number, number>()
  for (const { members, bound } of blocks) {
    const norm = norm2(take(u, members))
    if (norm > 0 || bound === 0)
      for (const j of members) targets.set(j, targetOf(bound, u[j], norm))
  }
  return meetTargets(problem, u, r, [...targets.keys()], (j) => targets.get(j) ?? 0)
}

/** The gap at u that a dual point gives, r being the residual at u. */
function boundBy(
  blocks: Block[],
  u: Float64Array,
  r: Float64Array,
  { theta, correlations }: DualPoint,
): GapBound {
  return bestBound(blocks, u, correlations, (s) => {
    const distance = r.map((value, i) => value - s * theta[i])
    return dot(distance, distance) / 2
  })
}

/** The gap at u with the residual as the dual point, from z = Xᵀr and ‖r‖². */
export function boundFrom(
  blocks: Block[],
  u: Float64Array,
  correlations: Float64Array,
  squares: number,
): GapBound {
  return bestBound(blocks, u, correlations, (s) => ((1 - s) ** 2 * squares) / 2)
}

/**
 * The gap ½‖r − sθ‖² + Σ bound·‖u_g‖ − s·θᵀX_g·u_g for the largest s ≤ 1 at which sθ is feasible. To be a bound, it counts
 * correlations with their rounding error, unless they are those of a solution by construction.
 *
 * @param distance ½‖r − sθ‖² for a given s.
 */
function bestBound(
  blocks: Block[],
  u: Float64Array,
  correlations: Float64Array,
  distance: (s: number) => number,
): GapBound {
  const groups = blocks.map(({ members, bound, rounding }) => {
    const z = take(correlations, members)
    const v = take(u, members)
    const norm = norm2(v)
    const isMet = z.every((value, k) => value === targetOf(bound, v[k], norm))
    return {
      inner: isMet ? bound * norm : dot(z, v),
      bound,
      norm,
      rounding: isMet ? 0 : rounding,
      pull: isMet ? 0 : norm2(z) + rounding,
    }
  })
  const shrink = groups.reduce(
    (least, { pull, bound }) => (pull > bound ? Math.min(least, bound / pull) : least),
    1,
  )
  const dualityGap = groups.reduce(
    (sum, { inner, bound, norm, rounding }) =>
      // No group's part is below 0, but for rounding.
      sum + Math.max(0, bound * norm - shrink * inner) + rounding * norm,
    distance(shrink),
  )
  return { dualityGap, shrink, correlations }
}

/** The correlation at a solution of a feature whose coefficient is v, in a group of length `norm` that is in or free. */
function targetOf(bound: number, v: number, norm: number): number {
  if (bound === 0) return 0
  return norm > 0 ? bound * (v / norm) : NaN
}

function dot(a: Float64Array, b: Float64Array): number {
  return kernels.dot(a, 0, b, 0, a.length)
}
