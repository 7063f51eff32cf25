import { readMatrix } from '../../input/matrix.ts'
import { checkRange } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, Path, VectorLike } from '../../fit.ts'
import { candidatePath } from '../../methods/path/workingSet/candidatePath.ts'
import { Corners } from '../../methods/path/knots.ts'
import { DesignQuadratic } from '../../methods/activeSet/implicitGram.ts'
import { ExactPath } from '../../methods/path/exactPath.ts'
import { tracePath, type Trace } from '../../methods/path/homotopy.ts'
import { lambdaMaxOf } from './lambdaMax.ts'
import type { PathCoefficients } from '../../methods/path/pathCoefficients.ts'
import { proofOfAll, proofOfSome, type PathProof } from '../../methods/path/pathProof.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import { withProblem, type Problem } from '../../problem/problem.ts'
import { gramOf } from '../../methods/activeSet/gram.ts'
import { correlationsOf } from '../../problem/residual.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { sweepPath } from '../../methods/path/tableau.ts'
import { zeroModel } from '../../methods/activeSet/nullModel.ts'

/** Up to so many features a tableau is quicker than factors. */
const FEW = 32
/** From so many on the products of all cost more than to find out which take part, */
const MANY = 128
/** if there are as many rows as this for each of them, so that products cost most. */
const TALL = 6

/** A corner of the path: between two neighbours every coefficient is linear in λ. */
export interface Knot {
  lambda: number
  coefficients: Float64Array
  intercept: number
}

/**
 * The whole path of the lasso. Its data, `lambdas`, `fits` and `notes`, outlive a copy; {@link pathAt} reads the path off
 * them. What is worked out from X and y on demand does not: `knots`, `at` and `coefficientsAt`.
 */
export interface LassoPath extends Path {
  /** What to know: where the exact path ended early. */
  notes: string[]
  /** The coefficients at the λ of the path alone, quicker to have than the certified `fits`. */
  readonly knots: Knot[]
  /** The certified fit at any λ ≥ 0: between knots by interpolation, which is exact. */
  readonly at: (lambda: number) => Fit
  /** The coefficients alone at many λ ≥ 0: a path is proven once, so a further λ costs next to nothing. */
  readonly coefficientsAt: (lambdas: VectorLike) => PathCoefficients
}

/**
 * The exact path of the lasso: its coefficients for every λ, which are piecewise linear.
 *
 * Followed from knot to knot by the homotopy method (LARS with the lasso modification). If rounding or ties stop it, a
 * note says from where on `at` solves each λ by itself. Efron, Hastie, Johnstone and Tibshirani (2004), "Least angle
 * regression".
 *
 * @param X n rows of p numbers; y n numbers, neither to be changed while the path is in use; options those of the fit, and
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
  readOptions(options, [...FIT_OPTIONS, 'lambdaMin'], 'lassoPath')
  const lambdaMin = checkRange(options.lambdaMin ?? 0, 'lambdaMin', 0)
  const design = readMatrix(X)
  return withProblem(design, y, options, (problem) => {
    const setting = readSetting(options, problem.columns, problem.deviations)
    const linear = correlationsOf(problem, problem.y)
    const lambdaMax = lambdaMaxOf(problem, 1, setting, linear)
    const ceiling = penaltyOf(problem, lambdaMax, 1, setting)
    const tauMin = lambdaMax > 0 ? Math.min(1, lambdaMin / lambdaMax) : 1
    const { trace, proof } =
      lambdaMax > 0
        ? followPath(problem, linear, ceiling, tauMin)
        : startOnly(zeroModel(problem, setting))
    const { lambdaMin: _, ...fitOptions } = options
    const data = { X: design, y, options: fitOptions }
    const range = { lambdaMax, lambdaMin, tauMin, ceiling }
    return new ExactPath(trace, proof, data, problem, setting, range)
  })
}

interface ProvenTrace {
  trace: Trace
  /** Null where points have to be proven from the data. */
  proof: PathProof | null
}

/** Follows the path by the method that suits the shape of the problem. */
function followPath(
  problem: Problem,
  linear: Float64Array,
  ceiling: Penalty,
  tauMin: number,
): ProvenTrace {
  const { rows, columns } = problem
  if (columns > Math.max(MANY, rows)) {
    return { trace: tracePath(new DesignQuadratic(problem), ceiling, tauMin), proof: null }
  }
  if (columns > MANY && rows >= TALL * columns && tauMin > 0) {
    const trace = candidatePath(problem, linear, ceiling, tauMin)
    const { quadratic, members } = trace
    return { trace, proof: proofOfSome(problem, quadratic, members, ceiling.nonNegative) }
  }
  const quadratic = gramOf(problem, linear)
  const swept = columns <= FEW ? sweepPath(quadratic, ceiling, tauMin) : null
  const trace =
    swept === null ? tracePath(quadratic, ceiling, tauMin) : { corners: swept, complete: true }
  return { trace, proof: proofOfAll(problem, quadratic.kept(problem.keep)) }
}

/** A path of one point, for a λmax of 0. */
function startOnly(u: Float64Array): ProvenTrace {
  const corners = new Corners(u.length)
  corners.push(1, u)
  return { trace: { corners, complete: true }, proof: null }
}
