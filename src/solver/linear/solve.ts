import type { Fit } from '../fit.ts'
import { fitFrom } from './fitFrom.ts'
import type { Problem } from './problem.ts'
import type { Setting } from './setting.ts'
import { startSolver } from './solver.ts'
import { solveRidge } from './solveRidge.ts'

/** Solves a prepared problem for one λ, by the method that suits it, and certifies the answer. */
export function solve(problem: Problem, lambda: number, rho: number, setting: Setting): Fit {
  if (isSmooth(lambda, rho, setting)) return { ...solveRidge(problem, lambda, setting), rho }
  const answer = startSolver(problem, rho, setting, 1)(lambda)
  return fitFrom(problem, lambda, rho, answer, setting.tolerance)
}

/** Solves a prepared problem for many λ; the fits come in the order of the λ. */
export function solvePath(
  problem: Problem,
  lambdas: Float64Array,
  rho: number,
  setting: Setting,
): Fit[] {
  const fits = new Array<Fit>(lambdas.length)
  const solveNext = startSolver(problem, rho, setting, lambdas.length)
  const order = [...lambdas.keys()].sort((a, b) => lambdas[b] - lambdas[a])
  for (const k of order) {
    const lambda = lambdas[k]
    fits[k] = isSmooth(lambda, rho, setting)
      ? { ...solveRidge(problem, lambda, setting), rho }
      : fitFrom(problem, lambda, rho, solveNext(lambda), setting.tolerance)
  }
  return fits
}

/** Whether there is no kink: then the answer is a linear system's. */
function isSmooth(lambda: number, rho: number, setting: Setting): boolean {
  return !setting.nonNegative && (lambda === 0 || rho === 0)
}
