import { emptyFactor, appendRow } from '../../algebra/cholesky.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Quadratic } from './gram.ts'

/**
 * Notes what there is to say if other coefficients are just as good; nothing if the solution is the only one.
 *
 * The features that any solution may use are those whose correlation is at its bound. If they are independent, or held
 * by an L2 part, there is one solution. Tibshirani (2013), "The lasso problem and uniqueness".
 *
 * @param inModel not 0 for the features of the model, which are independent; `quadratic` is asked for when others are at
 *   their bounds; `members` says which columns its features are, if it has not got all.
 */
export function uniquenessNotes(
  { weight, nullObjective }: Problem,
  penalty: Penalty,
  correlations: Float64Array,
  inModel: ArrayLike<number>,
  quadratic: () => Quadratic,
  members?: Int32Array,
): string[] {
  // No column is longer than 2√(sum of weights).
  const rounding = 2e-12 * Math.sqrt(weight * 2 * nullObjective)
  const { l1, l2, nonNegative } = penalty
  const atBound: number[] = []
  for (let j = 0; j < l1.length; j++) {
    const size = nonNegative ? correlations[j] : Math.abs(correlations[j])
    if (size < l1[j] * (1 - 1e-9) - rounding || inModel[j] !== 0 || l2[j] > 0) continue
    atBound.push(j)
  }
  if (atBound.length === 0) return []
  const inPlay: number[] = []
  for (let j = 0; j < l1.length; j++) if (inModel[j] !== 0) inPlay.push(j)
  const j = findDependent(quadratic(), penalty, Int32Array.from([...inPlay, ...atBound]))
  if (j < 0) return []
  const column = members === undefined ? j : members[j]
  return [`The solution is not unique: column ${column} depends on others that are in play.`]
}

/** The first of some features that is a combination of those before it; −1 if none is. */
function findDependent(quadratic: Quadratic, { l2 }: Penalty, features: Int32Array): number {
  // The factor grows with the rank, which may be far below the number of features.
  const factor = emptyFactor(Math.min(features.length, 32))
  const cross = new Float64Array(features.length)
  for (const j of features) {
    quadratic.entries(j, features, factor.size, cross)
    if (!appendRow(factor, cross, quadratic.diagonal[j] + l2[j])) return j
  }
  return -1
}
