import { allocateFromPool } from '../../algebra/pool.ts'
import type { Corners } from './knots.ts'
import { roundingOf } from '../../problem/dualGap.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { GramQuadratic } from '../activeSet/gram.ts'

/**
 * The same as `lineGaps`, of which the bounds are explained there, where the residual at each corner is a feasible dual
 * point as it is: so it is on an exact path, and one pass over its features proves a corner and the line to it.
 *
 * Returns null where that takes more care: if a correlation exceeds its bound beyond rounding, if coefficients have to be
 * non-negative, and for λ = 0, where nothing is penalised.
 */
export function gramLineGaps(
  problem: Problem,
  quadratic: GramQuadratic,
  corners: Corners,
  { l1, nonNegative }: Penalty,
): Float64Array | null {
  const { size, linear } = quadratic
  const { taus, count, coefficients } = corners
  if (nonNegative || taus[count - 1] === 0) return null
  const rounding = roundingOf(problem)
  const gaps = allocateFromPool(count)
  const u = allocateFromPool(size)
  const product = allocateFromPool(size)
  const z = allocateFromPool(size)
  let above = 0
  for (let k = 0; k < count; k++) {
    const previous = Math.max(0, k - 1)
    const change = taus[k] - taus[previous]
    corners.read(k, u)
    quadratic.multiply(u, product)
    let gap = 0
    let cross = 0
    for (let j = 0; j < size; j++) {
      const value = u[j]
      const before = coefficients[previous * size + j]
      const bound = taus[k] * l1[j]
      const correlation = linear[j] - product[j]
      if (!(Math.abs(correlation) <= bound + rounding)) return null
      if (value !== 0) gap += bound * Math.abs(value) - correlation * value
      if (value !== before) {
        cross += (correlation - z[j]) * (value - before)
        cross -= change * l1[j] * (Math.abs(value) - Math.abs(before))
      }
      z[j] = correlation
    }
    gaps[k] = k === 0 ? gap : Math.max(above, gap, (above + gap + cross) / 2)
    above = gap
  }
  return gaps
}
