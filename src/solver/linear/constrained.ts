import { norm1, norm2 } from '../algebra/norms.ts'
import { checkRange } from '../checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { lambdaMax } from './lambdaMax.ts'
import { lassoPath } from './lassoPath.ts'
import { leastSquares } from './leastSquares.ts'
import { ridge } from './ridge.ts'

/** What a constrained fit understands: the penalty factors of a ball are all 1. */
export type ConstrainedOptions = Omit<FitOptions, 'penaltyFactors'>

/**
 * The lasso as it was first stated: minimises 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₁ ≤ radius.
 *
 * It is the lasso at the λ where ‖w(λ)‖₁ = radius, which is exact to find because ‖w(λ)‖₁ falls linearly between knots;
 * λ is the multiplier of the constraint, 0 where the constraint does not bind. Tibshirani (1996).
 *
 * @param X n rows of p numbers; y n numbers; radius ≥ 0 in the units of the coefficients.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range.
 *
 * @example
 * constrainedLasso([[1, 0], [0, 1]], [4, 2], 4, { intercept: false }).coefficients // [3, 1]
 */
export function constrainedLasso(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions = {},
): Fit {
  checkRange(radius, 'radius', 0)
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
  return last === 0 ? path.at(0) : findOnSphere((lambda) => path.at(lambda), norm1, radius, last)
}

/**
 * Ridge as a constraint: minimises 1/(2n)·‖y − b − Xw‖² subject to ‖w‖₂ ≤ radius.
 *
 * It is ridge at the λ where ‖w(λ)‖₂ = radius, found by bisection; λ is the multiplier of the constraint.
 *
 * @param X n rows of p numbers; y n numbers; radius ≥ 0 in the units of the coefficients.
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range; for radius 0, which
 *   no finite λ reaches.
 *
 * @example
 * constrainedRidge([[1, 0], [0, 1]], [6, 8], 5, { intercept: false }).coefficients // [3, 4]
 */
export function constrainedRidge(
  X: MatrixLike,
  y: VectorLike,
  radius: number,
  options: ConstrainedOptions = {},
): Fit {
  checkRange(radius, 'radius', Number.MIN_VALUE)
  const free = leastSquares(X, y, options)
  if (norm2(free.coefficients) <= radius) return free
  const at = (lambda: number): Fit => ridge(X, y, lambda, options)
  // ‖w(λ)‖ ≤ ‖Xᵀy/n‖/λ, and no entry of Xᵀy/n exceeds λmax of the lasso.
  const columns = free.coefficients.length
  const top = lambdaMax(X, y, options)
  return findOnSphere(at, norm2, radius, (Math.sqrt(columns) * top) / radius)
}

/** Bisects for the λ in [0, high] at which the norm, which falls with λ, meets the radius. */
function findOnSphere(
  at: (lambda: number) => Fit,
  norm: (v: Float64Array) => number,
  radius: number,
  high: number,
): Fit {
  let low = 0
  let fit = at(high)
  while (high - low > 1e-15 * high) {
    const middle =
      low < high * 1e-6 ? Math.sqrt(Math.max(low, high * 1e-15) * high) : (low + high) / 2
    if (middle === low || middle === high) break
    fit = at(middle)
    if (norm(fit.coefficients) > radius) low = middle
    else high = middle
  }
  return fit
}
