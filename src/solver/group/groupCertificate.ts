import { kernels } from '../algebra/kernels.ts'
import { norm2 } from '../algebra/norms.ts'
import type { Certificate } from '../linear/certificate.ts'
import type { Problem } from '../linear/problem.ts'
import { correlationsOf, residualOf } from '../linear/residual.ts'
import type { Block } from './block.ts'

/**
 * Certifies u for the group lasso, as {@link certify} does for the lasso: a dual point s·r is feasible when
 * s·‖X_gᵀr‖ ≤ bound for every group.
 */
export function certifyGroups(problem: Problem, blocks: Block[], u: Float64Array): Certificate {
  const { rows, scales, yScale, weight } = problem
  const r = residualOf(problem, u)
  const correlations = correlationsOf(problem, r)
  const residualSquares = kernels.dot(r, 0, r, 0, rows)
  const rounding = 1e-14 * Math.sqrt(rows * 2 * problem.nullObjective)
  let objective = residualSquares / 2
  let shrink = 1
  let distance = 0
  for (const { members, bound } of blocks) {
    const z = Float64Array.from(members, (j) => correlations[j])
    const v = Float64Array.from(members, (j) => u[j])
    const [pull, length] = [norm2(z), norm2(v)]
    objective += bound * length
    if (pull > bound + rounding) shrink = Math.min(shrink, bound / pull)
    const off = length === 0 ? pull - bound : norm2(z.map((zk, k) => zk - (bound * v[k]) / length))
    distance = Math.max(distance, off)
  }
  let dualityGap = ((1 - shrink) ** 2 * residualSquares) / 2
  for (const { members, bound } of blocks) {
    const v = Float64Array.from(members, (j) => u[j])
    const inner = members.reduce((sum, j) => sum + correlations[j] * u[j], 0)
    dualityGap += bound * norm2(v) - shrink * inner
  }
  const kktResidual = distance * (scales[0] * (yScale / weight))
  return { objective, dualityGap, kktResidual, correlations, shrink }
}
