import type { FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { checkRange } from '../../input/checks.ts'
import { readMatrix } from '../../input/matrix.ts'
import { FIT_OPTIONS, readOptions, readSetting } from '../../input/options.ts'
import { storedGram, type StoredGram } from '../../methods/activeSet/gram.ts'
import { ImplicitGram } from '../../methods/activeSet/implicitGram.ts'
import { nullModel } from '../../methods/activeSet/nullModel.ts'
import { ExactPath, type LassoPath } from '../../methods/path/exactPath.ts'
import { followByHomotopy, type Trace } from '../../methods/path/homotopy.ts'
import { Knots } from '../../methods/path/knots.ts'
import { followByTableau } from '../../methods/path/tableau.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import { responseProducts, withProblem, type Problem } from '../../problem/problem.ts'
import { lambdaMaxOf } from './lambdaMax.ts'

/** Up to this many features the tableau beats the Cholesky factor. */
const FEW = 32
/** Up to this many features XᵀX is stored even if it is larger than X. */
const MANY = 128

/**
 * The exact path of the lasso: its coefficients for every λ, which are piecewise linear.
 *
 * Followed from knot to knot by the homotopy method (LARS with the lasso modification). If rounding or ties stop it, a
 * note says from where on `at` solves each λ by itself. Efron, Hastie, Johnstone and Tibshirani (2004), "Least angle
 * regression".
 *
 * @param X n rows of p numbers, not to be changed while the path is in use.
 * @param y n numbers, not to be changed either.
 * @param options those of the fit, and lambdaMin (default 0), where to stop.
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
  readOptions(options, [...FIT_OPTIONS, 'lambdaMin'], 'lassoPath', { rho: 'elasticNetPath' })
  const { lambdaMin = 0 } = options
  checkRange(lambdaMin, 'lambdaMin', 0)
  const design = readMatrix(X)
  return withProblem(design, y, options, (problem) => {
    const { units, workspace } = problem
    const setting = readSetting(options, problem.columns, problem.deviations)
    const Xty = responseProducts(problem)
    const lambdaMax = lambdaMaxOf(problem, 1, setting, Xty)
    const penaltyAtMax = penaltyOf(units, lambdaMax, 1, setting)
    const { trace, gram } =
      lambdaMax > 0
        ? followPath(problem, Xty, penaltyAtMax, Math.min(1, lambdaMin / lambdaMax))
        : pathOfOnePoint(nullModel(problem, setting))
    return new ExactPath({
      trace,
      gram: gram && gram.keptFrom(workspace),
      units,
      setting,
      lambdaMax,
      lambdaMin,
      penaltyAtMax,
      reopen: (work) => withProblem(design, y, options, work),
    })
  })
}

interface TracedPath {
  trace: Trace
  /** Null if XᵀX was not stored. */
  gram: StoredGram | null
}

/** Follows the path by the method that suits the shape of the problem. */
function followPath(
  problem: Problem,
  Xty: Float64Array,
  penaltyAtMax: Penalty,
  tauMin: number,
): TracedPath {
  const { rows, columns } = problem
  if (columns > Math.max(MANY, rows)) {
    const trace = followByHomotopy(new ImplicitGram(problem), penaltyAtMax, tauMin)
    return { trace, gram: null }
  }
  const gram = storedGram(problem, Xty)
  const knots = columns <= FEW ? followByTableau(gram, penaltyAtMax, tauMin) : null
  const trace =
    knots === null ? followByHomotopy(gram, penaltyAtMax, tauMin) : { knots, complete: true }
  return { trace, gram }
}

/** The path for a λmax of 0. */
function pathOfOnePoint(u: Float64Array): TracedPath {
  const knots = new Knots(u.length)
  knots.push(1, u)
  return { trace: { knots, complete: true }, gram: null }
}
