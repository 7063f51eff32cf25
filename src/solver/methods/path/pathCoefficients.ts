import type { Fit, Matrix } from '../../fit.ts'

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

/** The knots of a path from λmax down, in the units of the input. */
export interface KnotTable {
  /** p, the number of coefficients of each. */
  size: number
  lambdas: Float64Array
  /** p for each knot, side by side. */
  coefficients: Float64Array
  intercepts: Float64Array
}

/**
 * Evaluates a path at many λ.
 *
 * @param lambdas any numbers ≥ 0.
 * @param knots the knots.
 * @param gaps the largest duality gap between each knot and the one above it; infinite where that line is not certified.
 * @param at gives the fit at one λ, where no certified line covers it.
 */
export function pathCoefficients(
  lambdas: Float64Array,
  knots: KnotTable,
  gaps: Float64Array,
  at: (lambda: number) => Fit,
): PathCoefficients {
  const { size, lambdas: ends, coefficients: corners, intercepts: constants } = knots
  const last = ends.length - 1
  const data = new Float64Array(size * lambdas.length)
  const intercepts = new Float64Array(lambdas.length)
  let dualityGap = 0
  let converged = true
  let k = 0
  for (let i = 0; i < lambdas.length; i++) {
    const lambda = lambdas[i]
    // The first knot at λ or below: near the one before, as λ mostly come in order.
    while (k > 0 && ends[k - 1] <= lambda) k--
    while (k < last && ends[k] > lambda) k++
    const above = k === 0 ? 0 : k - 1
    const high = ends[above]
    const low = ends[k]
    if (lambda <= high && lambda >= low && gaps[k] < Infinity) {
      const share = k === 0 ? 0 : (high - lambda) / (high - low)
      interpolate(corners, above * size, k * size, share, data, i * size, size)
      intercepts[i] = constants[above] + share * (constants[k] - constants[above])
      if (gaps[k] > dualityGap) dualityGap = gaps[k]
    } else {
      const fit = at(lambda)
      data.set(fit.coefficients, i * size)
      intercepts[i] = fit.intercept
      dualityGap = Math.max(dualityGap, fit.dualityGap)
      converged = converged && fit.converged
    }
  }
  const coefficients = { rows: size, columns: lambdas.length, data }
  return { coefficients, intercepts, dualityGap, converged }
}

/** Writes the point at `share` of the way between two knots, which start at `from` and `to`, to `target` from `start` on. */
function interpolate(
  knots: Float64Array,
  from: number,
  to: number,
  share: number,
  target: Float64Array,
  start: number,
  size: number,
): void {
  for (let j = 0; j < size; j++) {
    const value = knots[from + j]
    target[start + j] = value + share * (knots[to + j] - value)
  }
}
