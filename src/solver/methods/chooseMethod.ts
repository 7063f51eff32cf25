import { certify } from '../problem/certificate.ts'
import { coordinateDescent } from './coordinateDescent/coordinateDescent.ts'
import { DesignQuadratic } from './activeSet/implicitGram.ts'
import { designSolver } from './activeSet/designSolver.ts'
import { refined } from '../problem/dualPoint.ts'
import { isCertified, type Answer, type Solver } from '../problem/toFit.ts'
import { gramSolver } from './activeSet/gramSolver.ts'
import { penaltyOf, type Penalty } from '../problem/penalty.ts'
import type { Problem } from '../problem/problem.ts'
import type { Setting } from '../input/options.ts'
import { uniquenessNotes } from './activeSet/uniqueness.ts'

/**
 * Chooses the method for `count` values of λ, to be asked for from the largest down.
 *
 * Storing H = XᵀX costs p²/2 products of columns and makes each λ cheap; else each λ costs at least one pass over X.
 * Whatever the method says, its answer is certified, and without a certificate coordinate descent takes over.
 */
export function startSolver(
  problem: Problem,
  rho: number,
  setting: Setting,
  count: number,
): Solver {
  const { rows, columns } = problem
  if (setting.method === 'coordinate descent') return descentSolver(problem, rho, setting)
  const stored = columns <= 64 || (columns <= rows && columns <= 20 * count)
  const solver = stored
    ? gramSolver(problem, rho, setting, count)
    : designSolver(problem, rho, setting)
  return (lambda) => {
    const answer = solver(lambda)
    return isCertified(problem, answer.certificate, setting.tolerance)
      ? answer
      : fallBack(problem, penaltyOf(problem, lambda, rho, setting), setting, answer)
  }
}

function descentSolver(problem: Problem, rho: number, setting: Setting): Solver {
  let u: Float64Array = new Float64Array(problem.columns)
  const gap = setting.tolerance * problem.nullObjective
  return (lambda) => {
    const penalty = penaltyOf(problem, lambda, rho, setting)
    const result = coordinateDescent(problem, penalty, u, gap, setting.maxIterations)
    u = result.u
    const notes = result.certificate.dualityGap <= gap ? descentNotes(problem, penalty, result) : []
    return { ...result, method: 'coordinate descent', notes }
  }
}

/** What there is to say of uniqueness: features as near to their bounds as those of the model may be in play as well. */
function descentNotes(
  problem: Problem,
  penalty: Penalty,
  { u, certificate }: Pick<Answer, 'u' | 'certificate'>,
): string[] {
  const { correlations } = certificate
  const nearness = u.reduce((least, value, j) => {
    const bound = penalty.l1[j]
    return value === 0 || bound === 0 ? least : Math.min(least, Math.abs(correlations[j]) / bound)
  }, 1)
  const reaching = correlations.map((z) => z / nearness)
  // The features of this model may depend on each other, so none is taken to be in it.
  const none = new Uint8Array(u.length)
  return uniquenessNotes(problem, penalty, reaching, none, () => new DesignQuadratic(problem))
}

/**
 * The answer of the exact method, certified from X itself and if need be refined with it; where that does not serve,
 * coordinate descent from where the exact method came to. The answer with the smaller gap counts.
 */
function fallBack(problem: Problem, penalty: Penalty, setting: Setting, given: Answer): Answer {
  let answer = { ...given, certificate: certify(problem, penalty, given.u) }
  const isDone = (): boolean => isCertified(problem, answer.certificate, setting.tolerance)
  if (isDone()) return answer
  const u = refined(problem, penalty, answer.u)
  const certificate = certify(problem, penalty, u)
  if (keepsSigns(u, answer.u) && certificate.dualityGap < answer.certificate.dualityGap) {
    answer = { ...answer, u, certificate }
  }
  if (isDone()) return answer
  const gap = setting.tolerance * problem.nullObjective
  const result = coordinateDescent(problem, penalty, answer.u, gap, setting.maxIterations)
  if (!(result.certificate.dualityGap < answer.certificate.dualityGap)) return answer
  const note =
    'The exact method lost too many digits on this design, so coordinate descent took over.'
  return { ...result, method: 'coordinate descent', notes: [...answer.notes, note] }
}

/** Whether no coefficient crossed 0, which only the penalty's kink could ask for. */
function keepsSigns(u: Float64Array, before: Float64Array): boolean {
  return u.every((value, j) => before[j] === 0 || value * before[j] > 0)
}
