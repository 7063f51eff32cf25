import type { Fit } from '../fit.ts'
import { fitFrom, isCertified } from '../problem/toFit.ts'
import type { Problem } from '../problem/problem.ts'
import { startRidge } from './ridge/krylovRidge.ts'
import type { Setting } from '../input/options.ts'
import { startSolver } from './chooseMethod.ts'
import { solveRidge } from './ridge/choleskyRidge.ts'

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

/** Ridge regression for many λ; the fits come in the order of the λ. */
export function solveRidgePath(problem: Problem, lambdas: Float64Array, setting: Setting): Fit[] {
  if (setting.nonNegative || setting.method !== 'auto') {
    return solvePath(problem, lambdas, 0, setting)
  }
  const least = lambdas.reduce(
    (min, lambda) => (lambda > 0 ? Math.min(min, lambda) : min),
    Infinity,
  )
  const isShared = areComparable(problem.scales) && setting.factors === null && least < Infinity
  const shared = isShared ? startRidge(problem, least, setting) : null
  return Array.from(lambdas, (lambda) => {
    if (shared !== null && lambda > 0) {
      const answer = shared.solve(lambda)
      if (isCertified(problem, answer.certificate, setting.tolerance)) {
        return fitFrom(shared.problem, lambda, 0, answer, setting.tolerance)
      }
    }
    return solveRidge(problem, lambda, setting)
  })
}

/** Whether there is no kink: then the answer is a linear system's, if no other method is wanted. */
function isSmooth(lambda: number, rho: number, { nonNegative, method }: Setting): boolean {
  return method === 'auto' && !nonNegative && (lambda === 0 || rho === 0)
}

/** Whether the scales of the columns are within four decades of each other. */
function areComparable(scales: Float64Array): boolean {
  let least = Infinity
  let most = 0
  for (const scale of scales) {
    least = Math.min(least, scale)
    most = Math.max(most, scale)
  }
  return most < 1e4 * least
}
