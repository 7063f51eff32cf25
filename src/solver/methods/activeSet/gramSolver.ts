import { emptyActiveSet, refactor, solveActiveSet } from './activeSet.ts'
import { certify, certifyByGram } from '../../problem/certificate.ts'
import type { Solver } from '../../problem/toFit.ts'
import { emptyPenalty, penaltyOf } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { gramOf } from './gram.ts'
import type { Setting } from '../../input/options.ts'
import { answerFrom } from './activeSetAnswer.ts'

/** The active set with XᵀX stored: for few features. A single λ is certified from X itself, many from XᵀX. */
export function gramSolver(problem: Problem, rho: number, setting: Setting, count: number): Solver {
  const quadratic = gramOf(problem)
  const state = emptyActiveSet(problem.columns, problem.allocate)
  const room = problem.allocate(problem.columns)
  const penalty = emptyPenalty(problem.columns, setting.nonNegative, problem.allocate)
  return (lambda) => {
    penaltyOf(problem, lambda, rho, setting, penalty)
    if (rho < 1) refactor(quadratic, penalty, state)
    state.iterations = 0
    solveActiveSet(quadratic, penalty, state)
    const certificate =
      count > 1
        ? certifyByGram(problem, quadratic, penalty, state.u, room)
        : certify(problem, penalty, state.u)
    return answerFrom(problem, quadratic, penalty, state, certificate)
  }
}
