import { vectorPool } from '../algebra/vectorPool.ts'
import { checkLambda, checkRange, checkVector } from '../checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { certify, certifyByGram, type Certificate } from './certificate.ts'
import { DesignQuadratic } from './designQuadratic.ts'
import { fitFrom, interceptOf, isCertified, originalCoefficients, type Answer } from './fitFrom.ts'
import { tracePath, type Corner } from './homotopy.ts'
import { lambdaMaxOf } from './lambdaMax.ts'
import { pathCoefficients, type PathCoefficients } from './pathCoefficients.ts'
import { penaltyOf, type Penalty } from './penalty.ts'
import { prepare } from './problem.ts'
import { gramOf, GramQuadratic } from './quadratic.ts'
import { segmentGap, type ProvenPoint } from './segmentGap.ts'
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
 * @param X n rows of p numbers; y n numbers; options those of the fit, and lambdaMin (default 0), where to stop.
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
  const vector = vectorPool(problem.columns)
  const lambdaMax = lambdaMaxOf(problem, 1, setting, quadratic.linear)
  const ceiling = penaltyOf(problem, lambdaMax, 1, setting)
  const tauMin = lambdaMax > 0 ? Math.min(1, lambdaMin / lambdaMax) : 1
  const { corners, complete } =
    lambdaMax > 0
      ? tracePath(quadratic, ceiling.l1, setting.nonNegative, tauMin)
      : { corners: [{ tau: 1, u: zeroModel(problem, setting) }], complete: true }
  // The path ends at lambdaMin itself, not a rounding beside it.
  const lambdaOf = (tau: number): number =>
    tau === tauMin ? Math.min(lambdaMin, lambdaMax) : tau * lambdaMax
  const last = lambdaOf(corners[corners.length - 1].tau)
  const notes = complete ? [] : [`Below λ = ${last} each λ is solved by itself.`]

  function prove(penalty: Penalty, u: Float64Array, room: Float64Array): Certificate {
    return quadratic instanceof GramQuadratic
      ? certifyByGram(problem, quadratic, penalty, u, room)
      : certify(problem, penalty, u)
  }

  // Most of the time for one λ would go into making arrays, so these serve every call.
  const u = vector()
  const room = problem.allocate(problem.columns)
  const penalty = { ...ceiling, l1: vector() }

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

  function provenCorner(k: number): ProvenPoint {
    const { tau, u } = corners[k]
    const l1 = vector()
    for (let j = 0; j < u.length; j++) l1[j] = tau * ceiling.l1[j]
    const certificate = prove({ ...ceiling, l1 }, u, room)
    return {
      u,
      l1,
      certificate: { ...certificate, correlations: vector(certificate.correlations) },
    }
  }

  const proven: ProvenPoint[] = []
  const gaps: number[] = []

  /** The largest gap on the line that ends at corner k; infinite if that is more than the tolerance allows. */
  function gapAbove(k: number): number {
    if (gaps[k] === undefined) {
      const above = Math.max(0, k - 1)
      proven[above] ??= provenCorner(above)
      proven[k] ??= provenCorner(k)
      const gap = segmentGap(proven[above], proven[k])
      const isProven = gap <= setting.tolerance * problem.nullObjective
      gaps[k] = isProven ? (gap * problem.yScale * problem.yScale) / problem.weight : Infinity
    }
    return gaps[k]
  }

  const knots = corners.map(({ tau, u }) => {
    const coefficients = originalCoefficients(problem, u, vector())
    const intercept = interceptOf(problem, coefficients)
    return { lambda: lambdaOf(tau), coefficients, intercept }
  })

  function coefficientsAt(lambdas: VectorLike): PathCoefficients {
    const list = checkVector(lambdas, 'lambdas')
    list.forEach(checkLambda)
    return pathCoefficients(list, knots, gapAbove, at)
  }

  return { notes, knots, at, coefficientsAt }
}

/** The solution at τ, into u: the first corner above all corners, else on the line between the two around it. */
function interpolate(corners: Corner[], tau: number, u: Float64Array): void {
  if (tau >= corners[0].tau) return u.set(corners[0].u)
  let low = 0
  let high = corners.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (corners[middle].tau > tau) low = middle
    else high = middle
  }
  const [above, below] = [corners[low], corners[high]]
  const share = (above.tau - tau) / (above.tau - below.tau)
  for (let j = 0; j < u.length; j++) u[j] = above.u[j] + share * (below.u[j] - above.u[j])
}
