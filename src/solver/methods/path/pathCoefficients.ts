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
  const { size, lambdas: ends } = knots
  const last = ends.length - 1
  const count = lambdas.length
  const data = new Float64Array(size * count)
  const intercepts = new Float64Array(count)
  let dualityGap = 0
  let converged = true
  let k = 0
  let i = 0
  while (i < count) {
    // The first knot at λ or below: near the one before, as λ mostly come in order.
    while (k > 0 && ends[k - 1] <= lambdas[i]) k--
    while (k < last && ends[k] > lambdas[i]) k++
    const above = k === 0 ? 0 : k - 1
    const high = ends[above]
    const low = ends[k]
    if (lambdas[i] > high || lambdas[i] < low || !(gaps[k] < Infinity)) {
      const fit = at(lambdas[i])
      data.set(fit.coefficients, i * size)
      intercepts[i] = fit.intercept
      dualityGap = Math.max(dualityGap, fit.dualityGap)
      converged = converged && fit.converged
      i++
      continue
    }
    const start = i
    const span = high > low ? high - low : 1
    for (; i < count && lambdas[i] <= high && lambdas[i] >= low; i++) {
      intercepts[i] = (high - lambdas[i]) / span
    }
    interpolate(knots, above, k, intercepts, start, i, data)
    if (gaps[k] > dualityGap) dualityGap = gaps[k]
  }
  const coefficients = { rows: size, columns: count, data }
  return { coefficients, intercepts, dualityGap, converged }
}

/**
 * Writes the points `start` to `end` on the line from one knot to another: their coefficients to `data`, and their
 * intercepts in the place of their shares of the way.
 *
 * One coefficient at a time, as most of them are 0 all along a line.
 */
function interpolate(
  { size, coefficients, intercepts }: KnotTable,
  from: number,
  to: number,
  shares: Float64Array,
  start: number,
  end: number,
  data: Float64Array,
): void {
  for (let j = 0; j < size; j++) {
    const value = coefficients[from * size + j]
    const change = coefficients[to * size + j] - value
    if (value === 0 && change === 0) continue
    for (let i = start, at = start * size + j; i < end; i++, at += size) {
      data[at] = value + shares[i] * change
    }
  }
  const value = intercepts[from]
  const change = intercepts[to] - value
  for (let i = start; i < end; i++) shares[i] = value + shares[i] * change
}
