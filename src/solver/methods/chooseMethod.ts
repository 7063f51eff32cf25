import type { Fit } from '../fit.ts'
import type { Setting } from '../input/options.ts'
import { certify, certifyByCorrelations } from '../problem/certificate.ts'
import { refined } from '../problem/dualPoint.ts'
import { dropVanishing, emptyPenalty, penaltyOf, type Penalty } from '../problem/penalty.ts'
import { withEqualScales, type Problem } from '../problem/problem.ts'
import { isCertified, toFit, type Method, type Solution } from '../problem/solution.ts'
import type { Units } from '../problem/units.ts'
import { activeSet } from './activeSet/activeSet.ts'
import { storedGram } from './activeSet/gram.ts'
import { ImplicitGram } from './activeSet/implicitGram.ts'
import { coordinateDescent, descend } from './coordinateDescent/coordinateDescent.ts'
import { orLimitAtZero } from './leastSquares/limitAtZero.ts'
import { choleskyRidge } from './ridge/choleskyRidge.ts'
import { krylovRidge } from './ridge/krylovRidge.ts'

/** Solves a prepared problem for one λ and certifies the solution. */
export function solve(problem: Problem, lambda: number, rho: number, setting: Setting): Fit {
  return solvePath(problem, Float64Array.of(lambda), rho, setting)[0]
}

/** Solves a prepared problem for many λ; the fits come in the order of the λ. */
export function solvePath(
  problem: Problem,
  lambdas: Float64Array,
  rho: number,
  setting: Setting,
): Fit[] {
  const { units, columns, workspace } = problem
  const penalty = emptyPenalty(columns, setting.nonNegative, workspace.allocate)
  const canBeSmooth = setting.method === 'auto' && !setting.nonNegative
  let method: Method | undefined
  const fits = new Array<Fit>(lambdas.length)
  // From the largest down, as each solution is the start for the next.
  const order = [...lambdas.keys()].sort((a, b) => lambdas[b] - lambdas[a])
  for (const k of order) {
    const lambda = lambdas[k]
    penaltyOf(units, lambda, rho, setting, penalty)
    const isSmooth = canBeSmooth && (lambda === 0 || rho === 0)
    const solution = isSmooth
      ? choleskyRidge(problem, penalty, setting.tolerance)
      : (method ??= chooseMethod(problem, lambdas.length, setting))(penalty)
    dropVanishing(penalty, solution.u)
    fits[k] = toFit(units, lambda, rho, solution, setting.tolerance)
  }
  return fits
}

/** Ridge regression for many λ; the fits come in the order of the λ. */
export function solveRidgePath(given: Problem, lambdas: Float64Array, setting: Setting): Fit[] {
  const { nonNegative, method, factors, tolerance } = setting
  const least = lambdas.reduce(
    (min, lambda) => (lambda > 0 ? Math.min(min, lambda) : min),
    Infinity,
  )
  const isShared = least < Infinity && factors === null && areComparable(given.units)
  if (nonNegative || method !== 'auto' || !isShared) return solvePath(given, lambdas, 0, setting)
  const problem = withEqualScales(given)
  const { units } = problem
  const penalty = penaltyOf(units, least, 0, setting)
  const solveShared = krylovRidge(problem, penalty.l2[0])
  return Array.from(lambdas, (lambda) => {
    const solution = lambda > 0 && solveShared(penaltyOf(units, lambda, 0, setting, penalty))
    return solution && isCertified(units, solution.certificate, tolerance)
      ? toFit(units, lambda, 0, solution, tolerance)
      : solve(given, lambda, 0, setting)
  })
}

/** Whether the scales of the columns are within four decades of each other. */
function areComparable({ scales }: Units): boolean {
  let least = Infinity
  let most = 0
  for (const scale of scales) {
    least = Math.min(least, scale)
    most = Math.max(most, scale)
  }
  return most < 1e4 * least
}

/**
 * Chooses the method for `count` penalties with a kink, to be asked for from the strongest down.
 *
 * Storing XᵀX costs p²/2 products of columns and makes each λ cheap; otherwise each λ costs at least one pass over X.
 * Every solution is certified; one that misses the tolerance is improved by {@link fallBack}.
 */
function chooseMethod(problem: Problem, count: number, setting: Setting): Method {
  const { rows, columns } = problem
  if (setting.method === 'coordinate descent') return coordinateDescent(problem, setting)
  const isStored = columns <= 64 || (columns <= rows && columns <= 20 * count)
  const method = isStored ? onStoredGram(problem, count) : onImplicitGram(problem)
  return (penalty) => {
    const solution = method(penalty)
    return isCertified(problem.units, solution.certificate, setting.tolerance)
      ? solution
      : fallBack(problem, penalty, setting, solution)
  }
}

/** A single λ is certified from X itself, many from XᵀX. */
function onStoredGram(problem: Problem, count: number): Method {
  const gram = storedGram(problem)
  if (count === 1) return activeSet(problem, gram)
  return activeSet(problem, gram, (penalty, { u, z }) =>
    certifyByCorrelations(problem, penalty, u, gram.Xty, z),
  )
}

/** The correlations that prove the other features inactive also certify the solution. */
function onImplicitGram(problem: Problem): Method {
  const gram = new ImplicitGram(problem)
  return activeSet(problem, gram, (penalty, { u, z }) =>
    certify(problem, penalty, u, gram.residual, z),
  )
}

/**
 * Improves a solution of the active set: certifies it from X itself, then refines it with X, then continues with
 * coordinate descent, then tries the limit of a vanishing penalty, until one reaches the tolerance. The solution with the
 * smallest gap counts.
 */
function fallBack(
  problem: Problem,
  penalty: Penalty,
  { tolerance, maxIterations }: Setting,
  given: Solution,
): Solution {
  let solution = { ...given, certificate: certify(problem, penalty, given.u) }
  const isDone = (): boolean => isCertified(problem.units, solution.certificate, tolerance)
  if (isDone()) return solution
  const u = refined(problem, penalty, solution.u)
  const certificate = certify(problem, penalty, u)
  if (keepsSigns(u, solution.u) && certificate.dualityGap < solution.certificate.dualityGap) {
    solution = { ...solution, u, certificate }
  }
  if (isDone()) return solution
  const gap = tolerance * problem.units.nullObjective
  const result = descend(problem, penalty, solution.u, gap, maxIterations)
  if (result.certificate.dualityGap < solution.certificate.dualityGap) {
    const note =
      'The exact method lost too many digits on this design, so coordinate descent took over.'
    solution = { ...result, method: 'coordinate descent', notes: [...solution.notes, note] }
  }
  if (isDone() || penalty.nonNegative) return solution
  return orLimitAtZero(problem, solution, penalty.l1, (u) => certify(problem, penalty, u))
}

/** Whether no coefficient crossed 0, which the linear system of the active set does not allow for. */
function keepsSigns(u: Float64Array, before: Float64Array): boolean {
  return u.every((value, j) => before[j] === 0 || value * before[j] > 0)
}
