import { asIndex } from '../../algebra/kernels/plain/arrayIndex.ts'
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
  lambdas: Float64Array
  /** p for each knot, side by side. */
  coefficients: Float64Array
  intercepts: Float64Array
}

/**
 * Evaluates a path at many λ.
 *
 * @param gaps the largest duality gap between each knot and the one above it; infinite where that line does not serve.
 * @param path gives the fit at one λ, for where no line serves and outside of the knots.
 */
export function pathCoefficients(
  lambdas: Float64Array,
  knots: KnotTable,
  gaps: Float64Array,
  path: { at(lambda: number): Fit },
): PathCoefficients {
  const { lambdas: ends, coefficients: corners, intercepts: constants } = knots
  const last = ends.length - 1
  const size = asIndex(corners.length / ends.length)
  const data = new Float64Array(size * lambdas.length)
  const intercepts = new Float64Array(lambdas.length)
  let dualityGap = 0
  let converged = true
  let k = 0
  let i = 0
  while (i < lambdas.length) {
    const lambda = lambdas[i]
    // The first knot at λ or below: near the one before, as λ mostly come in order.
    while (k > 0 && ends[k - 1] <= lambda) k--
    while (k < last && ends[k] > lambda) k++
    const above = k === 0 ? 0 : k - 1
    const [high, low] = [ends[above], ends[k]]
    if (lambda <= high && lambda >= low && gaps[k] < Infinity) {
      // All λ that follow on the same line; at first `intercepts` holds their shares of it.
      const first = i
      for (; i < lambdas.length && lambdas[i] <= high && lambdas[i] >= low; i++) {
        intercepts[i] = k === 0 ? 0 : (high - lambdas[i]) / (high - low)
      }
      fillLine(corners, above * size, k * size, size, intercepts, first, i, data)
      fillLine(constants, above, k, 1, intercepts, first, i, intercepts)
      if (gaps[k] > dualityGap) dualityGap = gaps[k]
    } else {
      const fit = path.at(lambda)
      data.set(fit.coefficients, i * size)
      intercepts[i] = fit.intercept
      dualityGap = Math.max(dualityGap, fit.dualityGap)
      converged = converged && fit.converged
      i++
    }
  }
  const coefficients = { rows: size, columns: lambdas.length, data }
  return { coefficients, intercepts, dualityGap, converged }
}

/**
 * Puts points of the line between two corners, of `size` numbers each, into `target`: point i at i·size, for the shares
 * from `first` to before `end`. Two numbers at a time, which stay in registers from one point to the next.
 */
function fillLine(
  corners: Float64Array,
  from: number,
  to: number,
  size: number,
  shares: Float64Array,
  first: number,
  end: number,
  target: Float64Array,
): void {
  let j = 0
  for (; j + 1 < size; j += 2) {
    const value = corners[from + j]
    const other = corners[from + j + 1]
    const change = corners[to + j] - value
    const otherChange = corners[to + j + 1] - other
    for (let i = first; i < end; i++) {
      const at = asIndex(i * size + j)
      target[at] = value + shares[i] * change
      target[at + 1] = other + shares[i] * otherChange
    }
  }
  if (j < size) {
    const value = corners[from + j]
    const change = corners[to + j] - value
    for (let i = first; i < end; i++) target[i * size + j] = value + shares[i] * change
  }
}
