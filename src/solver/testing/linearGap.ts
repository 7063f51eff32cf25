import type { Fit, FitOptions } from '../fit.ts'

/** A fit of the elastic net in plain numbers: its residual and, feature by feature, what the optimality conditions need. */
interface PlainFit {
  /** ½‖y‖²: the objective at zero. */
  zero: number
  r: number[]
  features: {
    /** The correlation x_jᵀr, and how large its rounding may be. */
    z: number
    rounding: number
    w: number
    l1: number
    l2: number
    /** l2·w, worked out such that it does not overflow. */
    held: number
  }[]
}

/**
 * Works out residual and correlations from the data, by itself: columns divided by their sizes, centred, and multiplied
 * by the roots of the sample weights.
 */
function plainFit(X: number[][], y: number[], fit: Fit, options: FitOptions): PlainFit {
  const weights = Array.from(options.sampleWeights ?? y.map(() => 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const prepare = (values: number[], size: number): number[] => {
    let scaled = values.map((value) => value / size)
    // The second round takes off what rounding left over from the first.
    for (let round = 0; options.intercept !== false && round < 2; round++) {
      const mean = scaled.reduce((sum, value, i) => sum + (weights[i] * value) / total, 0)
      scaled = scaled.map((value) => value - mean)
    }
    const isConstant = scaled.every((value, i) => weights[i] === 0 || Math.abs(value) < 1e-14)
    return scaled.map((value, i) => (isConstant ? 0 : value * Math.sqrt(weights[i] / total)))
  }
  const ySize = largest(y)
  const response = prepare(y, ySize)
  const sizes = X[0].map((_, j) => largest(X.map((row) => row[j])))
  const columns = sizes.map((size, j) =>
    prepare(
      X.map((row) => row[j]),
      size,
    ),
  )
  const w = sizes.map((size, j) => (fit.coefficients[j] / ySize) * size)
  const r = response.map((value, i) =>
    columns.reduce((left, column, j) => left - w[j] * column[i], value),
  )
  const zero = dot(response, response) / 2
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)))
  const sum = lengths.reduce((total, length, j) => total + Math.abs(w[j]) * length, 0)
  const rounding = 1e-13 * Math.sqrt(2 * zero) + 1e-15 * sum
  const features = columns.map((column, j) => {
    const strength = (fit.lambda * (options.penaltyFactors?.[j] ?? 1)) / sizes[j]
    return {
      z: dot(column, r),
      rounding: rounding * lengths[j],
      w: w[j],
      l1: (fit.rho * strength) / ySize,
      l2: ((1 - fit.rho) * strength) / sizes[j],
      held: (1 - fit.rho) * strength * (fit.coefficients[j] / ySize),
    }
  })
  return { zero, r, features }
}

/** z moved towards 0 by l1, at most as far as that; with `nonNegative` from above alone. */
function beyond(z: number, l1: number, { nonNegative }: FitOptions): number {
  return Math.max(0, z - l1) - (nonNegative ? 0 : Math.max(0, -z - l1))
}

/** How far a fit may be above the minimum, as a share of the objective at zero: by weak duality, from the data alone. */
export function relativeGap(X: number[][], y: number[], fit: Fit, options: FitOptions): number {
  const { zero, r, features } = plainFit(X, y, fit, options)
  if (zero === 0) return 0
  /** The gap to the dual point s·r: a sum of terms ≥ 0, each the gap between a part of the penalty and its conjugate. */
  const gapAt = (s: number): number =>
    features.reduce(
      (sum, { z, rounding, w, l1, l2, held }) => {
        const over = beyond(s * z, l1, options)
        const miss = over - held
        const smooth = Math.abs(miss) > rounding ? miss * (miss / (2 * l2)) : 0
        const kink = w === 0 ? 0 : l1 * Math.abs(w) - (s * z - over) * w
        return sum + smooth + kink
      },
      ((1 - s) ** 2 * dot(r, r)) / 2,
    )
  const shrink = features.reduce((s, { z, rounding, l1 }) => {
    const over = Math.abs(beyond(z, l1, options))
    return over > rounding ? Math.min(s, l1 / Math.abs(z)) : s
  }, 1)
  return Math.min(gapAt(1), gapAt(shrink)) / zero
}

/** How far the correlations are from the subdifferential of the penalty, in units of their rounding; the largest. */
export function kktDistance(X: number[][], y: number[], fit: Fit, options: FitOptions): number {
  const { features } = plainFit(X, y, fit, options)
  return features.reduce((most, { z, rounding, w, l1, held }) => {
    const distance = w === 0 ? beyond(z, l1, options) : z - Math.sign(w) * l1 - held
    return Math.max(most, distance === 0 ? 0 : Math.abs(distance) / rounding)
  }, 0)
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}

function largest(values: number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
}
