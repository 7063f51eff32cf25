import { norm2 } from '../algebra/norms.ts'
import { checkHeld, checkRange, checkRho, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import type { VectorLike } from '../fit.ts'

/** The position of a direction relative to a normal cone. */
export interface NormalConeTest {
  /** Is the direction in the cone, up to the tolerance? */
  inside: boolean
  /** Distance from the direction to the nearest point of the cone, in the direction's own units. */
  distance: number
  /** The nearest point of the cone, p numbers. */
  nearest: Float64Array
  /** The λ ≥ 0 for which the nearest point is λ times a subgradient of the penalty: the Lagrange multiplier. */
  lambda: number
}

/**
 * Is `g` in the normal cone of the ball through `w`, and if not, how far off is it?
 *
 * The ball is the level set {v : P(v) ≤ P(w)} of P(v) = ρ‖v‖₁ + (1 − ρ)/2·‖v‖₂²: a diamond for ρ = 1, a circle for
 * ρ = 0, a diamond with rounded sides between. Its normal cone at w is {λs : λ ≥ 0, s ∈ ∂P(w)}. The point w minimizes
 * a convex loss over the ball exactly when minus the loss's gradient at w lies in it, and λ is then the penalty's
 * strength for which w is the penalized solution as well. At a corner the cone has an interior, at a smooth point it is
 * a ray: that is the whole reason for sparsity.
 *
 * The distance is exact: for each λ the nearest subgradient is known, and the square of what remains is a convex
 * piecewise quadratic in λ. Source: Rockafellar (1970), "Convex Analysis", theorem 23.7 and section 27.
 *
 * @param g p numbers, such as minus the gradient of the loss at w
 * @param w p numbers, a point of the ball's boundary, not 0; a coordinate counts as 0 only if it is exactly 0
 * @param rho the share of the penalty that is L1, from 0 to 1
 * @param tolerance the distance, relative to ‖g‖₂, up to which g counts as inside; default 1e-9
 * @throws ShrinkageError if w is 0, if g or w is empty, not finite or of another length than the other, or if rho is
 *   outside [0, 1]
 * @example
 * normalConeTest([2, 1], [1, 0], 1).inside // true
 * normalConeTest([2, 1], [1, 0], 1).lambda // 2
 * normalConeTest([2, 1], [1, 0], 0).distance // 1
 */
export function normalConeTest(
  g: VectorLike,
  w: VectorLike,
  rho: number,
  tolerance = 1e-9,
): NormalConeTest {
  const slopes = fixedSlopes(w, rho)
  const direction = checkVector(g, 'g', slopes.length)
  checkRange(tolerance, 'tolerance', 0)
  const lambda = nearestMultiplier(direction, slopes, rho)
  const nearest = direction.map((value, j) =>
    slopes[j] !== 0 ? lambda * slopes[j] : clamp(value, lambda * rho),
  )
  const distance = norm2(direction.map((value, j) => value - nearest[j]))
  return { inside: distance <= tolerance * norm2(direction), distance, nearest, lambda }
}

/**
 * The two edges of the normal cone at a point of a ball in the plane, as unit vectors, counterclockwise.
 *
 * The ball is that of {@link normalConeTest}. At a corner the edges enclose the cone; at a smooth point both are the
 * one outward normal.
 *
 * @param w 2 numbers, a point of the ball's boundary
 * @param rho the share of the penalty that is L1, from 0 to 1
 * @throws ShrinkageError if w is 0 or not 2 finite numbers, or rho is outside [0, 1]
 * @example
 * normalConeEdges([3, 0], 1)[0] // [Math.SQRT1_2, -Math.SQRT1_2]
 * normalConeEdges([3, 0], 1)[1] // [Math.SQRT1_2, Math.SQRT1_2]
 * normalConeEdges([3, 4], 0)[1] // [0.6, 0.8]
 */
export function normalConeEdges(w: VectorLike, rho: number): [Float64Array, Float64Array] {
  checkVector(w, 'w', 2)
  const [a, b] = fixedSlopes(w, rho)
  if (a === 0) return [unit(Math.sign(b) * rho, b), unit(-Math.sign(b) * rho, b)]
  if (b === 0) return [unit(a, -Math.sign(a) * rho), unit(a, Math.sign(a) * rho)]
  return [unit(a, b), unit(a, b)]
}

/** The slope of the penalty along each coordinate that is not 0; 0 where the slope may be anything in [−ρ, ρ]. */
function fixedSlopes(w: VectorLike, rho: number): Float64Array {
  checkRho(rho)
  const point = checkVector(w, 'w')
  if (point.every((value) => value === 0)) {
    throw new ShrinkageError(
      'out-of-range',
      'w is 0, so its ball is a single point, to which every direction is normal; expected a coordinate ≠ 0.',
      { name: 'w', given: 0 },
    )
  }
  return point.map((value) => rho * Math.sign(value) + (1 - rho) * value)
}

/**
 * The λ ≥ 0 that minimizes Σ_{fixed} (g_j − λs_j)² + Σ_{free} max(|g_j| − λρ, 0)².
 * Each term of the second sum counts only while |g_j| > λρ, so the sizes enter in falling order until none is left out.
 */
function nearestMultiplier(g: Float64Array, slopes: Float64Array, rho: number): number {
  const scale = norm2(slopes)
  const bound = rho / scale
  const free = g.filter((_, j) => slopes[j] === 0).map(Math.abs)
  let numerator = g.reduce((sum, value, j) => sum + value * (slopes[j] / scale), 0)
  let denominator = 1
  for (const size of free.sort().reverse()) {
    if (size <= (numerator / denominator) * bound) break
    numerator += bound * size
    denominator += bound * bound
  }
  return checkHeld(Math.max(0, numerator / denominator) / scale, 'lambda', 'The multiplier')
}

function clamp(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value))
}

function unit(a: number, b: number): Float64Array {
  const length = Math.hypot(a, b)
  return Float64Array.of(a / length + 0, b / length + 0) // + 0 turns −0 into 0
}
