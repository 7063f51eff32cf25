import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import { columnsOf, residualOf, type Problem } from '../../problem/problem.ts'
import type { Block } from './block.ts'

/**
 * Newton's step from u on the groups that are in, where ½‖y − Xu‖² + Σ bound·‖u_g‖ is smooth; null if the second
 * derivative is singular there, as it is with more groups in than rows.
 *
 * It is X'X + bound/‖u_g‖·(I − vv') with v = u_g/‖u_g‖, group by group. Sweeps find out which groups are in, but creep
 * where these are correlated; the step doubles the digits.
 */
export function newtonStep(
  problem: Problem,
  blocks: Block[],
  u: Float64Array,
): Float64Array | null {
  const { rows } = problem
  const inside = blocks.filter(({ members }) => members.some((j) => u[j] !== 0))
  if (inside.length > rows) return null
  const features = inside.flatMap(({ members }) => members)
  const size = features.length
  const columns = columnsOf(problem, features)
  const hessian = new Float64Array(size * size)
  kernels.gram(columns, rows, size, hessian)
  const step = new Float64Array(size)
  kernels.transposeTimes(columns, rows, size, residualOf(problem, u), step)
  let first = 0
  for (const { members, bound } of inside) {
    const v = Float64Array.from(members, (j) => u[j])
    const length = norm2(v)
    v.forEach((value, k) => {
      step[first + k] -= (bound * value) / length
      const row = (first + k) * size + first
      hessian[row + k] += bound / length
      v.forEach(
        (other, l) => (hessian[row + l] -= (bound / length) * (value / length) * (other / length)),
      )
    })
    first += members.length
  }

  const factor = emptyFactor(size)
  for (let k = 0; k < size; k++) {
    const start = k * size
    if (!appendRow(factor, hessian.subarray(start, start + k), hessian[start + k])) return null
  }
  solveInPlace(factor, step)
  const target = u.slice()
  features.forEach((j, k) => (target[j] += step[k]))
  return target
}
