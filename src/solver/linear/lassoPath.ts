import { checkLambda, checkLambdas, checkRange } from '../checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { certify, certifyByGram, type Certificate } from './certificate.ts'
import { DesignQuadratic } from './designQuadratic.ts'
import { fitFrom, interceptOf, isCertified, originalCoefficients, type Answer } from './fitFrom.ts'
import { Corners } from './corners.ts'
import { tracePath, type Trace } from './homotopy.ts'
import { lambdaMaxOf } from './lambdaMax.ts'
import { pathCoefficients, type KnotTable, type PathCoefficients } from './pathCoefficients.ts'
import { emptyPenalty, penaltyOf, type Penalty } from './penalty.ts'
import { prepare, type Problem } from './problem.ts'
import { gramOf, GramQuadratic } from './quadratic.ts'
import { lineGaps } from './segmentGap.ts'
import { readSetting } from './setting.ts'
import { solve } from './solve.ts'
import { zeroModel } from './zeroModel.ts'

/** A corner of the path: between two neighbours every coefficient is linear in λ. */
export interface Knot {
  lambda: number
  coefficients: Float64Array
  intercept: number
}

/** The whole path of the lasso. */
export interface LassoPath {
  /** From λmax, where all penalised coefficients are 0, down to `lambdaMin`. */
  knots: Knot[]
  /** The certified fit at any λ ≥ 0: between knots by interpolation, which is exact. */
  at(lambda: number): Fit
  /** The coefficients alone at many λ ≥ 0: a path is proven once, so a further λ costs next to nothing. */
  coefficientsAt(lambdas: VectorLike): PathCoefficients
  notes: string[]
}

/**
 * The exact path of the lasso: its coefficients for every λ, which are piecewise linear.
 *
 * Followed from knot to knot by the homotopy method (LARS with the lasso modification). If rounding or ties stop it, a
 * note says from where on `at` solves each λ by itself. Efron, Hastie, Johnstone and Tibshirani (2004), "Least angle
 * regression".
 *
 * @param X n rows of p numbers, not to be changed while the path is in use; y n numbers; options those of the fit, and
 *   lambdaMin (default 0), where to stop.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * const path = lassoPath([[1, 0], [0, 1]], [4, 2], { intercept: false })
 * path.knots.map((knot) => knot.lambda) // [2, 1, 0]
 * path.at(0.5).coefficients // [3, 1]
 * path.coefficientsAt([1, 0.5]).coefficients.data // [2, 0, 3, 1]
 */
export function lassoPath(
  X: MatrixLike,
  y: VectorLike,
  options: FitOptions & { lambdaMin?: number } = {},
): LassoPath {
  const lambdaMin = checkRange(options.lambdaMin ?? 0, 'lambdaMin', 0)
  const problem = prepare(X, y, options)
  const setting = readSetting(options, problem.columns)
  const stored = problem.columns <= Math.max(64, problem.rows)
  const quadratic = stored ? gramOf(problem) : new DesignQuadratic(problem)
  const lambdaMax = lambdaMaxOf(problem, 1, setting, quadratic.linear)
  const unset = emptyPenalty(problem.columns, setting.nonNegative, problem.allocate)
  const ceiling = penaltyOf(problem, lambdaMax, 1, setting, unset)
  const tauMin = lambdaMax > 0 ? Math.min(1, lambdaMin / lambdaMax) : 1
  const { corners, complete } =
    lambdaMax > 0
      ? tracePath(quadratic, ceiling.l1, setting.nonNegative, tauMin)
      : startOnly(zeroModel(problem, setting))
  // The path ends at lambdaMin itself, not a rounding beside it.
  const lambdaOf = (tau: number): number =>
    tau === tauMin ? Math.min(lambdaMin, lambdaMax) : tau * lambdaMax
  const last = lambdaOf(corners.taus[corners.count - 1])
  const notes = complete ? [] : [`Below λ = ${last} each λ is solved by itself.`]

  function prove(penalty: Penalty, u: Float64Array, room: Float64Array): Certificate {
    return quadratic instanceof GramQuadratic
      ? certifyByGram(problem, quadratic, penalty, u, room)
      : certify(problem, penalty, u)
  }

  // Most of the time for one λ would go into making arrays, so these serve every call.
  const u = problem.allocate(problem.columns)
  const room = problem.allocate(problem.columns)
  const penalty = { ...ceiling, l1: problem.allocate(problem.columns) }

  function answerAt(lambda: number): Answer {
    penaltyOf(problem, lambda, 1, setting, penalty)
    interpolate(corners, lambdaMax > 0 ? lambda / lambdaMax : 1, u)
    const certificate = prove(penalty, u, room)
    return { u, certificate, method: 'exact path', iterations: 0, notes: [] }
  }

  function at(lambda: number): Fit {
    checkLambda(lambda)
    if (lambda >= last) {
      const answer = answerAt(lambda)
      if (isCertified(problem, answer.certificate, setting.tolerance)) {
        return fitFrom(problem, lambda, 1, answer, setting.tolerance)
      }
    }
    const fit = solve(problem, lambda, 1, setting)
    fit.notes.push('The exact path does not serve here, so this λ was solved by itself.')
    return fit
  }

  /** The largest gaps between the corners, in the units of the input; infinite where they are more than allowed. */
  function provenGaps(): Float64Array {
    const allowed = setting.tolerance * problem.nullObjective
    const unit = (problem.yScale * problem.yScale) / problem.weight
    return lineGaps(corners, ceiling, prove, problem.allocate).map((gap) =>
      gap <= allowed ? gap * unit : Infinity,
    )
  }

  const table = once(() => tableOf(problem, corners, lambdaOf))
  const knots = once(() => knotsOf(table()))
  const gaps = once(provenGaps)

  return {
    notes,
    get knots() {
      return knots()
    },
    at,
    coefficientsAt: (lambdas) => pathCoefficients(checkLambdas(lambdas), table(), gaps(), at),
  }
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let value: T | undefined
  return () => (value ??= compute())
}

/** A path of one point, for a λmax of 0. */
function startOnly(u: Float64Array): Trace {
  const corners = new Corners(u.length)
  corners.push(1, u)
  return { corners, complete: true }
}

function tableOf(
  problem: Problem,
  { taus, coefficients: found, count }: Corners,
  lambdaOf: (tau: number) => number,
): KnotTable {
  const { columns, allocate } = problem
  const coefficients = originalCoefficients(problem, found.subarray(0, count * columns))
  const lambdas = allocate(count)
  const intercepts = allocate(count)
  for (let k = 0; k < count; k++) {
    lambdas[k] = lambdaOf(taus[k])
    intercepts[k] = interceptOf(problem, coefficients, k * columns)
  }
  return { lambdas, coefficients, intercepts }
}

function knotsOf({ lambdas, coefficients, intercepts }: KnotTable): Knot[] {
  const size = coefficients.length / lambdas.length
  return Array.from(lambdas, (lambda, k) => ({
    lambda,
    coefficients: coefficients.slice(k * size, (k + 1) * size),
    intercept: intercepts[k],
  }))
}

/** The solution at τ, into u: the first corner above all corners, else on the line between the two around it. */
function interpolate(corners: Corners, tau: number, u: Float64Array): void {
  const { taus, coefficients, count, size } = corners
  if (tau >= taus[0]) return corners.read(0, u)
  let low = 0
  let high = count - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (taus[middle] > tau) low = middle
    else high = middle
  }
  const share = (taus[low] - tau) / (taus[low] - taus[high])
  for (let j = 0; j < size; j++) {
    const value = coefficients[low * size + j]
    u[j] = value + share * (coefficients[high * size + j] - value)
  }
}
