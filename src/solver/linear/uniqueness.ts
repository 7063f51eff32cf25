import { emptyFactor, appendRow } from '../algebra/cholesky.ts'
import type { ActiveSet } from './activeSet.ts'
import type { Certificate } from './certificate.ts'
import type { Answer } from './fitFrom.ts'
import type { Penalty } from './penalty.ts'
import type { Quadratic } from './quadratic.ts'

/**
 * A note if other coefficients are just as good; null if the solution is the only one.
 *
 * The features that any solution may use are those whose correlation is at its bound. If they are independent, or held
 * by an L2 part, there is one solution. Tibshirani (2013), "The lasso problem and uniqueness".
 */
function uniquenessNote(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  { correlations }: Certificate,
): string | null {
  const atBound: number[] = []
  for (let j = 0; j < quadratic.size; j++) {
    if (state.signs[j] !== 0 || penalty.l2[j] > 0) continue
    const size = penalty.nonNegative ? correlations[j] : Math.abs(correlations[j])
    const rounding = 1e-12 * quadratic.norms[j] * quadratic.yNorm
    if (size >= penalty.l1[j] * (1 - 1e-9) - rounding) atBound.push(j)
  }
  if (atBound.length === 0) return null
  const members = Int32Array.from([...state.active.subarray(0, state.count), ...atBound])
  const factor = emptyFactor(members.length)
  const cross = new Float64Array(members.length)
  for (const j of members) {
    quadratic.entries(j, members, factor.size, cross)
    if (!appendRow(factor, cross, quadratic.diagonal[j] + penalty.l2[j])) {
      return `The solution is not unique: column ${j} depends on others that are in play.`
    }
  }
  return null
}

/** The answer of an active set, with what there is to say of its uniqueness. */
export function answerFrom(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  certificate: Certificate,
): Answer {
  const note = uniquenessNote(quadratic, penalty, state, certificate)
  const notes = note === null ? [] : [note]
  const { u, iterations } = state
  return { u, certificate, method: 'active set', iterations, notes }
}
