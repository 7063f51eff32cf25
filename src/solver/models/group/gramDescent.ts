import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import type { StoredGram } from '../../methods/activeSet/gram.ts'
import { residualSquares } from '../../problem/certificate.ts'
import type { Problem } from '../../problem/problem.ts'
import { take, type Block } from './block.ts'
import type { Limits } from './blockDescent.ts'
import { boundFrom, DOUBTFUL, objectiveFrom } from './groupCertificate.ts'
import type { NewtonStep } from './newtonStep.ts'

/** Rounding errors of the objective from XᵀX, relative to that at zero. */
const ROUNDING = 1e-14
/** Passes in which the gap has to halve. */
const PATIENCE = 10

/** Coefficients with their correlations z = Xᵀ(y − Xu), the objective, and the gap that the residual proves. */
interface Point {
  u: Float64Array
  z: Float64Array
  objective: number
  gap: number
}

/**
 * The descent of {@link descend} on XᵀX in place of X: a pass costs p² steps at most, not several n·p.
 *
 * It ends where the tolerance is met or a pass no longer helps; the caller certifies what it found from X itself.
 *
 * @param problem the problem, with one scale for all columns of a group.
 * @param gram its XᵀX and Xᵀy.
 * @param newtonStep Newton's step on them.
 * @param blocks its groups.
 * @param limits when to stop.
 * @param start p coefficients.
 */
export function descendOnGram(
  problem: Problem,
  gram: StoredGram,
  newtonStep: NewtonStep,
  blocks: Block[],
  { tolerance, maxIterations }: Limits,
  start: Float64Array,
): { u: Float64Array; iterations: number } {
  const { units } = problem
  const pointAt = (u: Float64Array): Point => {
    const z = new Float64Array(u.length)
    gram.correlations(u, z)
    const squares = residualSquares(units, u, gram.Xty, z)
    const objective = objectiveFrom(blocks, u, squares)
    return { u, z, objective, gap: boundFrom(blocks, u, z, squares).dualityGap }
  }
  // A smaller gap spares the certificate its second dual point.
  const aim = Math.min(tolerance, DOUBTFUL) * units.nullObjective
  const rounding = ROUNDING * units.nullObjective
  let best = pointAt(start)
  let point = best
  let iterations = 0
  let idle = 0
  while (!(best.gap <= aim) && iterations < maxIterations && idle < PATIENCE) {
    iterations++
    point = pointAt(sweep(gram, blocks, point))
    const target = newtonStep(blocks, point.u, point.z)
    const reached = target && pointAt(target)
    if (reached && reached.objective <= point.objective + rounding) point = reached
    idle = point.gap < best.gap / 2 ? 0 : idle + 1
    if (point.gap < best.gap) best = point
  }
  return { u: best.u, iterations }
}

/** u after setting each group in turn to its best value, the others being as they are. */
function sweep(gram: StoredGram, blocks: Block[], start: Point): Float64Array {
  const { H, size } = gram
  const u = start.u.slice()
  const z = start.z.slice()
  for (const { members, bound, rounding, minimize } of blocks) {
    const before = take(u, members)
    const pull = Float64Array.from(members, (j) =>
      members.reduce((sum, m, l) => sum + H[j * size + m] * before[l], z[j]),
    )
    const isIn = norm2(pull) > bound * (1 + 1e-15) + rounding
    const best = isIn ? minimize(pull) : new Float64Array(members.length)
    members.forEach((j, k) => {
      u[j] = best[k]
      const change = best[k] - before[k]
      if (change !== 0) kernels.axpy(-change, H, j * size, z, 0, size)
    })
  }
  return u
}
