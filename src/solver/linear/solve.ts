import type { Fit } from '../fit.ts'
import { emptyActiveSet, refactor, solveActiveSet, type ActiveSet } from './activeSet.ts'
import { certify } from './certificate.ts'
import { fitFrom } from './fitFrom.ts'
import { penaltyOf } from './penalty.ts'
import type { Problem } from './problem.ts'
import { gramOf, type Quadratic } from './quadratic.ts'
import { solveRidge } from './solveRidge.ts'
import type { Setting } from './setting.ts'

/** Solves a prepared problem for one λ, by the method that suits it, and certifies the answer. */
export function solve(problem: Problem, lambda: number, rho: number, setting: Setting): Fit {
  if (!setting.nonNegative && (lambda === 0 || rho === 0)) {
    return { ...solveRidge(problem, lambda, setting), rho }
  }
  return solveFrom(problem, gramOf(problem), emptyActiveSet(problem.columns), lambda, rho, setting)
}

/** Solves a prepared problem for many λ; the fits come in the order of the λ. */
export function solvePath(
  problem: Problem,
  lambdas: Float64Array,
  rho: number,
  setting: Setting,
): Fit[] {
  const fits = new Array<Fit>(lambdas.length)
  const order = [...lambdas.keys()].sort((a, b) => lambdas[b] - lambdas[a])
  const quadratic = gramOf(problem)
  const state = emptyActiveSet(problem.columns)
  for (const k of order) {
    fits[k] = solveFrom(problem, quadratic, state, lambdas[k], rho, setting)
  }
  return fits
}

function solveFrom(
  problem: Problem,
  quadratic: Quadratic,
  state: ActiveSet,
  lambda: number,
  rho: number,
  setting: Setting,
): Fit {
  const penalty = penaltyOf(problem, lambda, rho, setting)
  if (rho < 1) refactor(quadratic, penalty, state)
  state.iterations = 0
  solveActiveSet(quadratic, penalty, state, Math.sqrt(2 * problem.nullObjective))
  const u = state.u.slice()
  const certificate = certify(problem, penalty, u)
  const answer = {
    u,
    certificate,
    method: 'active set',
    iterations: state.iterations,
    notes: [],
  }
  return fitFrom(problem, lambda, rho, answer, setting.tolerance)
}
