import { norm1, norm2 } from '../../algebra/norms.ts'
import { checkPositive, checkRange } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { readOptions } from '../../input/options.ts'
import { lambdaMax } from './lambdaMax.ts'
import { lassoPath } from './lassoPath.ts'
import { leastSquares } from './leastSquares.ts'
import { ridge } from './ridge.ts'

/** What a constrained fit understands: the penalty factors of a ball are all 1, and the method is its own. */
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
 * The lasso as it was first stated: minimises 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₁ ≤ radius.
 *
 * It is the lasso at the λ where ‖w(λ)‖₁ = radius, which is exact to find because ‖w(λ)‖₁ falls linearly between knots;
 * λ is the multiplier of the constraint, 0 where the constraint does not bind. Tibshirani (1996).
 *
 * @param X n rows of p numbers; y n numbers; radius ≥ 0 in the units of the coefficients.
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
  const fit = lassoOfNorm(X, y, radius, options)
  return withoutPenalty(fit, radius, norm1(fit.coefficients), (norm) => norm)
}

/** The lasso at the λ where ‖w(λ)‖₁ = radius; at 0 if it is smaller than that even there. */
function lassoOfNorm(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions,
): Fit {
  const path = lassoPath(X, y, options)
  const next = path.knots.findIndex((knot) => norm1(knot.coefficients) >= radius)
  if (next === 0) return path.at(path.knots[0].lambda)
  if (next > 0) {
    const [above, below] = [path.knots[next - 1], path.knots[next]]
    const low = norm1(above.coefficients)
    const share = (radius - low) / (norm1(below.coefficients) - low)
    return path.at(above.lambda + share * (below.lambda - above.lambda))
  }
  const last = path.knots[path.knots.length - 1].lambda
  return last === 0 ? path.at(0) : findOnSphere(path.at, norm1, radius, last)
}

/**
 * Ridge as a constraint: minimises 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₂ ≤ radius.
 *
 * It is ridge at the λ where ‖w(λ)‖₂ = radius, found by bisection; λ is the multiplier of the constraint.
 *
 * @param X n rows of p numbers; y n numbers; radius > 0 in the units of the coefficients: no finite λ reaches 0.
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
  if (top === Infinity) {
    throw new ShrinkageError(
      'overflow',
      `radius is ${radius}: the λ that it needs is too large for double precision; rescale X or y.`,
      { name: 'radius', given: radius },
    )
  }
  const fit = findOnSphere(at, norm2, radius, top)
  return withoutPenalty(fit, radius, norm2(fit.coefficients), (norm) => (norm * norm) / 2)
}

/** Bisects for the λ in [0, high] at which the norm, which falls with λ, meets the radius from inside. */
function findOnSphere(
  at: (lambda: number) => Fit,
  norm: (v: Float64Array) => number,
  radius: number,
  high: number,
): Fit {
  let low = 0
  let inside = at(high)
  while (high - low > 1e-15 * high) {
    const middle =
      low < high * 1e-6
        ? Math.sqrt(Math.max(low, high * 1e-15)) * Math.sqrt(high)
        : low + (high - low) / 2
    if (middle === low || middle === high) break
    const fit = at(middle)
    if (norm(fit.coefficients) > radius) low = middle
    else {
      high = middle
      inside = fit
    }
  }
  return inside
}

/**
 * The same fit as that of the constrained problem, at the multiplier λ.
 *
 * Where loss + λ·Ω is above its minimum by the gap at most, no v with Ω(v) ≤ Ω(radius) has a loss that is smaller by
 * more than the gap and λ(Ω(radius) − Ω(w)).
 */
function withoutPenalty(
  fit: Fit,
  radius: number,
  norm: number,
  omega: (norm: number) => number,
): Fit {
  const { lambda } = fit
  const objective = Math.max(0, fit.objective - lambda * omega(norm))
  const slack = Math.max(0, lambda * (omega(radius) - omega(norm)))
  const dualityGap = fit.dualityGap + slack
  if (norm <= radius * (1 + ROUNDING)) return { ...fit, objective, dualityGap }
  const note = `The norm of the coefficients is ${norm}, beyond the radius by more than rounding.`
  return { ...fit, objective, dualityGap, converged: false, notes: [...fit.notes, note] }
}
