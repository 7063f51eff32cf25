import { emptyActiveSet, refactor, solveActiveSet } from './activeSet.ts'
import { certify } from '../../problem/certificate.ts'
import { DesignQuadratic } from './implicitGram.ts'
import type { Solver } from '../../problem/toFit.ts'
import { emptyPenalty, penaltyOf } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Setting } from '../../input/options.ts'
import { answerFrom } from './activeSetAnswer.ts'

/** The active set without XᵀX: for many features. What proves that the others stay out also certifies the answer. */
export function designSolver(problem: Problem, rho: number, setting: Setting): Solver {
  const quadratic = new DesignQuadratic(problem)
  const state = emptyActiveSet(problem.columns, problem.allocate)
  const penalty = emptyPenalty(problem.columns, setting.nonNegative)
  return (lambda) => {
    penaltyOf(problem, lambda, rho, setting, penalty)
    if (rho < 1) refactor(quadratic, penalty, state)
    state.iterations = 0
    const certificate = solveActiveSet(quadratic, penalty, state)
      ? certify(problem, penalty, state.u, quadratic.residual, state.z)
      : certify(problem, penalty, state.u)
    return answerFrom(problem, quadratic, penalty, state, certificate)
  }
}
