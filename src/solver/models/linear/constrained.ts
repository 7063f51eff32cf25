import { norm1, norm2 } from '../../algebra/norms.ts'
import { checkHeld, checkInteger, checkPositive, checkRange } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { readOptions, readSetting } from '../../input/options.ts'
import { certify } from '../../problem/certificate.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { withProblem } from '../../problem/problem.ts'
import { toFit } from '../../problem/solution.ts'
import { objectiveUnit } from '../../problem/units.ts'
import { lambdaMax } from './lambdaMax.ts'
import { lassoPath } from './lassoPath.ts'
import { leastSquares } from './leastSquares.ts'
import { ridge } from './ridge.ts'

/** The options of a constrained fit: the penalty factors of a ball are all 1, and the method is its own. */
export type ConstrainedOptions = Omit<FitOptions, 'penaltyFactors' | 'method' | 'standardize'>

const CONSTRAINED_OPTIONS: readonly (keyof ConstrainedOptions)[] = [
  'intercept',
  'sampleWeights',
  'nonNegative',
  'tolerance',
  'maxIterations',
  'features',
]

/** By which share of the radius rounding may leave the ball. */
const ROUNDING = 1e-9

/**
 * The lasso as it was first stated: minimizes 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₁ ≤ radius.
 *
 * It is the lasso at the λ where ‖w(λ)‖₁ = radius, which is exact to find because ‖w(λ)‖₁ falls linearly between knots;
 * λ is the multiplier of the constraint, 0 where the constraint does not bind. Tibshirani (1996).
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param radius a number ≥ 0, in the units of the coefficients.
 * @param options those of {@link FitOptions} but for `penaltyFactors`, `method` and `standardize`.
 * @returns a fit whose `objective` is the constrained one, without a penalty, and whose `dualityGap` bounds that.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * constrainedLasso([[1, 0], [0, 1]], [4, 2], 4, { intercept: false }).coefficients // [3, 1]
 * constrainedLasso([[1, 0], [0, 1]], [4, 2], 4, { intercept: false }).objective // 0.5
 */
export function constrainedLasso(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions = {},
): Fit {
  checkRange(radius, 'radius', 0)
  readOptions(options, CONSTRAINED_OPTIONS, 'constrainedLasso')
  return withinBall(X, y, options, lassoOfNorm(X, y, radius, options), radius, L1)
}

/**
 * Below the last knot of a path that lost its digits, each λ of the search is left to coordinate descent. Where it takes
 * more passes than this, it does not come near the tolerance in 100,000 either.
 */
const SEARCH_PASSES = 1000

/** The lasso at the λ where ‖w(λ)‖₁ = radius; at 0 if it is smaller than that even there. */
function lassoOfNorm(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions,
): Fit {
  const { maxIterations = SEARCH_PASSES } = options
  checkInteger(maxIterations, 'maxIterations', 1)
  const path = lassoPath(X, y, {
    ...options,
    maxIterations: Math.min(maxIterations, SEARCH_PASSES),
  })
  const next = path.knots.findIndex((knot) => norm1(knot.coefficients) >= radius)
  if (next === 0) return path.at(path.knots[0].lambda)
  if (next > 0) {
    const [above, below] = [path.knots[next - 1], path.knots[next]]
    const low = norm1(above.coefficients)
    const share = (radius - low) / (norm1(below.coefficients) - low)
    return path.at(above.lambda + share * (below.lambda - above.lambda))
  }
  const last = path.knots[path.knots.length - 1].lambda
  return last === 0 ? path.at(0) : findOnSphere(path.at, L1, radius, last)
}

/**
 * Ridge as a constraint: minimizes 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₂ ≤ radius.
 *
 * It is ridge at the λ where ‖w(λ)‖₂ = radius, found by bisection; λ is the multiplier of the constraint.
 *
 * @param X n rows of p numbers.
 * @param y n numbers.
 * @param radius a number > 0, as no finite λ reaches 0, in the units of the coefficients.
 * @param options those of {@link FitOptions} but for `penaltyFactors`, `method` and `standardize`.
 * @returns a fit whose `objective` is the constrained one, without a penalty, and whose `dualityGap` bounds that.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range; if λ would be
 *   larger than a double can be.
 *
 * @example
 * constrainedRidge([[1, 0], [0, 1]], [6, 8], 5, { intercept: false }).coefficients // [3, 4]
 * constrainedRidge([[1, 0], [0, 1]], [6, 8], 5, { intercept: false }).objective // 6.25
 */
export function constrainedRidge(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions = {},
): Fit {
  checkPositive(radius, 'radius')
  readOptions(options, CONSTRAINED_OPTIONS, 'constrainedRidge')
  const free = leastSquares(X, y, options)
  if (norm2(free.coefficients) <= radius) return free
  const at = (lambda: number): Fit => ridge(X, y, lambda, options)
  // ‖w(λ)‖ ≤ ‖Xᵀy/n‖/λ, and no entry of Xᵀy/n exceeds λmax of the lasso.
  const top = (Math.sqrt(free.coefficients.length) * lambdaMax(X, y, options)) / radius
  if (top === Infinity || top < SMALLEST) {
    throw new ShrinkageError(
      'overflow',
      `radius is ${radius}: the λ that it needs is too ${top < 1 ? 'small' : 'large'} for double precision; rescale X or y.`,
      { name: 'radius', given: radius },
    )
  }
  return withinBall(X, y, options, findOnSphere(at, L2, radius, top), radius, L2)
}

/** Below this a λ has lost digits. */
const SMALLEST = 1e-290

/** The norm that a ball is made of, and the penalty λ·Ω that has it as its constraint. */
interface Ball {
  norm(w: Float64Array): number
  /** λ·Ω for a norm, multiplied in an order in which nothing overflows but what is too large itself. */
  penalty(lambda: number, norm: number): number
}

const L1: Ball = { norm: norm1, penalty: (lambda, norm) => lambda * norm }
const L2: Ball = { norm: norm2, penalty: (lambda, norm) => ((lambda * norm) / 2) * norm }

/**
 * Bisects for the λ in [0, high] at which the norm, which falls with λ, meets the radius from inside. Rounding makes the
 * norm waver near there, so of all fits inside the ball the one with the smallest gap counts.
 */
function findOnSphere(at: (lambda: number) => Fit, ball: Ball, radius: number, high: number): Fit {
  let low = 0
  let inside = at(high)
  while (high - low > 1e-15 * high) {
    const middle =
      low < high * 1e-6
        ? Math.sqrt(Math.max(low, high * 1e-15)) * Math.sqrt(high)
        : low + (high - low) / 2
    if (middle === low || middle === high) break
    const fit = at(middle)
    if (ball.norm(fit.coefficients) > radius) low = middle
    else {
      high = middle
      if (gapWithin(fit, radius, ball) <= gapWithin(inside, radius, ball)) inside = fit
    }
  }
  return inside
}

/**
 * A bound on how far the loss is above the least one in the ball: where loss + λ·Ω is above its minimum by the gap at
 * most, no v with Ω(v) ≤ Ω(radius) has a loss that is smaller by more than the gap and λ(Ω(radius) − Ω(w)).
 */
function gapWithin({ lambda, coefficients, dualityGap }: Fit, radius: number, ball: Ball): number {
  const slack = ball.penalty(lambda, radius) - ball.penalty(lambda, ball.norm(coefficients))
  return dualityGap + Math.max(0, slack)
}

/**
 * The fit of the constrained problem, at the multiplier λ.
 *
 * Where X is ill-conditioned ‖w(λ)‖ is known to few digits, so w is stretched to the radius: near the optimum that costs
 * the penalized objective only the square of the change.
 */
function withinBall(
  X: MatrixLike,
  y: VectorLike,
  options: ConstrainedOptions,
  given: Fit,
  radius: number,
  ball: Ball,
): Fit {
  return withProblem(X, y, options, (problem) => {
    const setting = readSetting(options, problem.columns)
    const { lambda, rho, method, iterations } = given
    const { units } = problem
    const norm = ball.norm(given.coefficients)
    let fit = given
    if (lambda > 0 && norm > 0 && norm !== radius) {
      const { scales, yScale } = units
      const u = given.coefficients.map((w, j) => w * ((scales[j] / yScale) * (radius / norm)))
      const certificate = certify(problem, penaltyOf(units, lambda, rho, setting), u)
      const solution = { u, certificate, method, iterations, notes: given.notes }
      const stretched = toFit(units, lambda, rho, solution, setting.tolerance)
      const isBetter = gapWithin(stretched, radius, ball) < gapWithin(given, radius, ball)
      if (isBetter || norm > radius) fit = stretched
    }
    const allowed = setting.tolerance * units.nullObjective * objectiveUnit(units)
    return withoutPenalty(fit, radius, ball, allowed)
  })
}

/** The same fit with the objective, the gap and the flag of the constrained problem. */
function withoutPenalty(fit: Fit, radius: number, ball: Ball, allowed: number): Fit {
  const norm = ball.norm(fit.coefficients)
  const penalty = checkHeld(ball.penalty(fit.lambda, norm), 'objective', 'The penalty')
  const dualityGap = checkHeld(gapWithin(fit, radius, ball), 'dualityGap', 'The duality gap')
  const isInside = norm <= radius * (1 + ROUNDING)
  const converged = fit.converged && isInside && dualityGap <= allowed
  const notes = fit.notes.slice()
  if (!isInside) {
    notes.push(`The norm of the coefficients is ${norm}, beyond the radius by more than rounding.`)
  } else if (fit.converged && !converged) notes.push('The requested duality gap was not reached.')
  const objective = Math.max(0, fit.objective - penalty)
  return { ...fit, objective, dualityGap, converged, notes }
}
