import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { norm2 } from '../../algebra/norms.ts'
import type { Gram } from '../../methods/activeSet/gram.ts'
import { take, type Block } from './block.ts'

/** Newton's step from u, given z = Xᵀ(y − Xu); null if there is none. */
export type NewtonStep = (blocks: Block[], u: Float64Array, z: Float64Array) => Float64Array | null

/**
 * Newton's step on the groups that are in, where ½‖y − Xu‖² + Σ bound·‖u_g‖ is smooth; null if the second derivative is
 * singular there, as it is with more groups in than rows.
 *
 * It is XᵀX + bound/‖u_g‖·(I − vvᵀ) with v = u_g/‖u_g‖, group by group. Sweeps find out which groups are in, but creep
 * where these are correlated; the step doubles the digits.
 *
 * @param gram XᵀX, stored or not.
 * @param rows n.
 */
export function newtonStepOn(gram: Gram, rows: number): NewtonStep {
  const factor = emptyFactor(Math.min(gram.size, 32), gram.allocate)
  const cross = gram.allocate(gram.size)
  const step = gram.allocate(gram.size)
  return (blocks, u, z) => {
    const inside = blocks.filter(({ members }) => members.some((j) => u[j] !== 0))
    if (inside.length > rows) return null
    const features = Int32Array.from(inside.flatMap(({ members }) => members))
    factor.size = 0
    for (const { members, bound } of inside) {
      const first = factor.size
      const length = norm2(take(u, members))
      const curvature = bound / length
      for (const [k, j] of members.entries()) {
        gram.entries(j, features, first + k, cross)
        const share = u[j] / length
        for (let l = 0; l < k; l++) cross[first + l] -= curvature * share * (u[members[l]] / length)
        const diagonal = gram.diagonal[j] + curvature * (1 - share * share)
        if (!appendRow(factor, cross, diagonal)) return null
        step[first + k] = z[j] - bound * share
      }
    }
    solveInPlace(factor, step)
    const target = u.slice()
    features.forEach((j, k) => (target[j] += step[k]))
    return target
  }
}
