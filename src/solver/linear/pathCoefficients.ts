import type { Fit, Matrix } from '../fit.ts'
import type { Knot } from './lassoPath.ts'

/** The coefficients at many λ of a path, with one proof for all of them. */
export interface PathCoefficients {
  /** p × the number of λ: those of the k-th λ start at `data[k * p]`. */
  coefficients: Matrix
  intercepts: Float64Array
  /** No λ has a larger duality gap. */
  dualityGap: number
  /** Whether the duality gap reached the tolerance at every λ. */
  converged: boolean
}

/**
 * Evaluates a path at many λ.
 *
 * @param gapAbove the largest duality gap between knot k and the one above it, for k = 0 at the knot; infinite where the
 *   line between them does not serve.
 * @param at the fit at one λ, for where no line serves and outside of the knots.
 */
export function pathCoefficients(
  lambdas: Float64Array,
  knots: Knot[],
  gapAbove: (k: number) => number,
  at: (lambda: number) => Fit,
): PathCoefficients {
  const size = knots[0].coefficients.length
  const data = new Float64Array(size * lambdas.length)
  const intercepts = new Float64Array(lambdas.length)
  let dualityGap = 0
  let converged = true
  for (let i = 0; i < lambdas.length; i++) {
    const k = firstBelow(knots, lambdas[i])
    const onPath = lambdas[i] <= knots[0].lambda && k < knots.length
    const gap = onPath ? gapAbove(k) : Infinity
    if (gap < Infinity) {
      intercepts[i] = interpolate(knots, k, lambdas[i], data, i * size)
      dualityGap = Math.max(dualityGap, gap)
    } else {
      const fit = at(lambdas[i])
      data.set(fit.coefficients, i * size)
      intercepts[i] = fit.intercept
      dualityGap = Math.max(dualityGap, fit.dualityGap)
      converged = converged && fit.converged
    }
  }
  const coefficients = { rows: size, columns: lambdas.length, data }
  return { coefficients, intercepts, dualityGap, converged }
}

/** The first knot at λ or below; their number if there is none. */
function firstBelow(knots: Knot[], lambda: number): number {
  let low = 0
  let high = knots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (knots[middle].lambda > lambda) low = middle + 1
    else high = middle
  }
  return low
}

/** Writes the coefficients at λ, on the line that ends at knot k, and returns the intercept. */
function interpolate(
  knots: Knot[],
  k: number,
  lambda: number,
  data: Float64Array,
  start: number,
): number {
  const below = knots[k]
  const above = knots[Math.max(0, k - 1)]
  const share = k === 0 ? 0 : (above.lambda - lambda) / (above.lambda - below.lambda)
  const [from, to] = [above.coefficients, below.coefficients]
  for (let j = 0; j < from.length; j++) data[start + j] = from[j] + share * (to[j] - from[j])
  return above.intercept + share * (below.intercept - above.intercept)
}
