import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import type { Certificate } from '../../problem/certificate.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import { correlationUnit } from '../../problem/units.ts'
import type { Block } from './block.ts'

/**
 * ½‖y − Xu‖² + Σ bound·‖u_g‖, the objective in the units of the problem.
 *
 * @param problem the problem
 * @param blocks its groups
 * @param u p coefficients
 */
export function objectiveAt(problem: Problem, blocks: Block[], u: Float64Array): number {
  const r = residualOf(problem, u)
  const loss = kernels.dot(r, 0, r, 0, r.length) / 2
  return blocks.reduce((sum, { members, bound }) => sum + bound * norm2(take(u, members)), loss)
}

/**
 * Certifies u for the group lasso, as {@link certify} does for the lasso: a dual point s·r is feasible when
 * s·‖X_gᵀr‖ ≤ bound for every group, up to the rounding of the product.
 *
 * @param problem the problem, with one scale for all columns of a group
 * @param blocks its groups
 * @param u p coefficients
 */
export function certifyGroups(problem: Problem, blocks: Block[], u: Float64Array): Certificate {
  const { rows, units } = problem
  const r = residualOf(problem, u)
  const correlations = correlationsOf(problem, r)
  const residualSquares = kernels.dot(r, 0, r, 0, rows)
  let shrink = 1
  let kktResidual = 0
  for (const block of blocks) {
    const { members, bound } = block
    if (members.length === 0) continue
    const z = take(correlations, members)
    const v = take(u, members)
    const [pull, length] = [norm2(z), norm2(v)]
    if (pull > bound + block.rounding) shrink = Math.min(shrink, bound / pull)
    const off = length === 0 ? pull - bound : norm2(z.map((zk, k) => zk - bound * (v[k] / length)))
    kktResidual = Math.max(kktResidual, off * correlationUnit(units, members[0]))
  }
  let dualityGap = ((1 - shrink) ** 2 * residualSquares) / 2
  for (const { members, bound } of blocks) {
    const inner = members.reduce((sum, j) => sum + correlations[j] * u[j], 0)
    // No group's part is below 0, but for rounding.
    dualityGap += Math.max(0, bound * norm2(take(u, members)) - shrink * inner)
  }
  const objective = objectiveAt(problem, blocks, u)
  return { objective, dualityGap, kktResidual, correlations, shrink }
}

/** The entries of v that belong to the features of a group. */
function take(v: Float64Array, members: number[]): Float64Array {
  return Float64Array.from(members, (j) => v[j])
}
