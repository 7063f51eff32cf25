import { appendRow, emptyFactor } from '../../algebra/cholesky.ts'
import { excess, type Penalty } from '../../problem/penalty.ts'
import { correlationRounding, type Units } from '../../problem/units.ts'
import type { Gram } from './gram.ts'

/** Rounding errors of a correlation within which it counts as at its bound, and the same relative to the bound. */
const ROUNDINGS = 2000
const RELATIVE = 1e-9

/**
 * A note if other coefficients are just as good; none if the solution is unique.
 *
 * Any solution uses only features whose correlation is at its bound. If these are independent, or have an L2 penalty,
 * there is one solution. Tibshirani (2013), "The lasso problem and uniqueness".
 *
 * @param units the units of the problem.
 * @param penalty the penalty.
 * @param correlations z at the solution.
 * @param isActive not 0 for the active features, which are independent.
 * @param gram gives H, if other features are at their bounds.
 */
export function uniquenessNotes(
  units: Units,
  penalty: Penalty,
  correlations: Float64Array,
  isActive: ArrayLike<number>,
  gram: () => Gram,
): string[] {
  const rounding = ROUNDINGS * correlationRounding(units)
  const { l1, l2 } = penalty
  const atBound: number[] = []
  for (let j = 0; j < l1.length; j++) {
    if (isActive[j] !== 0 || l2[j] > 0 || units.excluded?.has(j)) continue
    if (excess(penalty, correlations[j], j) >= -RELATIVE * l1[j] - rounding) atBound.push(j)
  }
  if (atBound.length === 0) return []
  const active: number[] = []
  for (let j = 0; j < l1.length; j++) if (isActive[j] !== 0) active.push(j)
  const j = findDependent(gram(), penalty, Int32Array.from([...active, ...atBound]))
  return j < 0
    ? []
    : [`The solution is not unique: column ${j} depends on others that are in play.`]
}

/** The first of some features that is a combination of those before it; −1 if none is. */
function findDependent(gram: Gram, { l2 }: Penalty, features: Int32Array): number {
  // The factor grows with the rank, which may be far below the number of features.
  const factor = emptyFactor(Math.min(features.length, 32))
  const cross = new Float64Array(features.length)
  for (const j of features) {
    gram.entries(j, features, factor.size, cross)
    if (!appendRow(factor, cross, gram.diagonal[j] + l2[j])) return j
  }
  return -1
}
