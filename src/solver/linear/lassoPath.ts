import { checkRange } from '../checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { Corners } from './corners.ts'
import { DesignQuadratic } from './designQuadratic.ts'
import { ExactPath } from './exactPath.ts'
import { tracePath, type Trace } from './homotopy.ts'
import { lambdaMaxOf } from './lambdaMax.ts'
import type { PathCoefficients } from './pathCoefficients.ts'
import { emptyPenalty, penaltyOf, type Penalty } from './penalty.ts'
import { prepare } from './problem.ts'
import { gramOf, GramQuadratic, type Quadratic } from './quadratic.ts'
import { readSetting } from './setting.ts'
import { sweepPath } from './sweptPath.ts'
import { zeroModel } from './zeroModel.ts'

/** Up to so many features a tableau is quicker than factors. */
const FEW = 32

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
  const trace =
    lambdaMax > 0 ? followPath(quadratic, ceiling, tauMin) : startOnly(zeroModel(problem, setting))
  const given = { problem, setting, quadratic, lambdaMax, lambdaMin, tauMin, ceiling }
  return new ExactPath(given, trace)
}

/** Follows the path in a tableau where that does, else by factors. */
function followPath(quadratic: Quadratic, ceiling: Penalty, tauMin: number): Trace {
  if (quadratic instanceof GramQuadratic && quadratic.size <= FEW) {
    const corners = sweepPath(quadratic, ceiling, tauMin)
    if (corners !== null) return { corners, complete: true }
  }
  return tracePath(quadratic, ceiling, tauMin)
}

/** A path of one point, for a λmax of 0. */
function startOnly(u: Float64Array): Trace {
  const corners = new Corners(u.length)
  corners.push(1, u)
  return { corners, complete: true }
}
