import type { ActiveSet } from './activeSet.ts'
import type { Certificate } from '../../problem/certificate.ts'
import type { Answer } from '../../problem/toFit.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Quadratic } from './gram.ts'
import { uniquenessNotes } from './uniqueness.ts'

/** The answer of an active set, with what there is to say of its uniqueness. */
export function answerFrom(
  problem: Problem,
  quadratic: Quadratic,
  penalty: Penalty,
  { u, signs, iterations }: ActiveSet,
  certificate: Certificate,
): Answer {
  const { correlations } = certificate
  const notes = uniquenessNotes(problem, penalty, correlations, signs, () => quadratic)
  return { u, certificate, method: 'active set', iterations, notes }
}
