import { elasticNetGram, leastSquares, toMatrix, type MatrixLike } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'

/** A design whose columns have mean 0. */
export interface Design {
  X: MatrixLike
  /** The columns of X: p features of n numbers. */
  features: number[][]
  /** p rows of p numbers, XᵀX/n. */
  gram: number[][]
  /**
   * The ridge solutions for the p unit vectors in the place of Xᵀy/n, at a λ. Ridge is linear in Xᵀy/n, so they combine
   * to the solution for any measurement.
   */
  answersAt: (lambda: number) => Float64Array[]
}

/** Repeated measurements of the targets of a design. */
export interface Measured {
  design: Design
  measurements: Measurement[]
}

export interface Measurement {
  y: number[]
  mean: number
  /** Xᵀy/n. */
  linear: number[]
  /** The objective at zero: half the variance of y. */
  atZero: number
}

/** A refit to one of the measurements. */
export interface Refit {
  weights: Float64Array
  intercept: number
  /** Upper bound of the distance from the minimum of the objective, relative to the objective at zero. */
  gap: number
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const product = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((value, i) => value * b[i]))

export function designOf(X: MatrixLike): Design {
  const { rows, columns, data } = toMatrix(X)
  const features = Array.from({ length: columns }, (_, j) =>
    Array.from(data.subarray(j * rows, (j + 1) * rows)),
  )
  const gram = features.map((a) => features.map((b) => product(a, b)))
  const answersAt = memoizeLast((lambda: number) =>
    gram.map((_, j) => {
      const unit = gram.map((_, k) => Number(k === j))
      return elasticNetGram(gram, unit, lambda, 0).coefficients
    }),
  )
  return { X, features, gram, answersAt }
}

/** Measures the targets of a design, of which ridge needs only Xᵀy/n. */
export function measure(design: Design, targets: readonly number[][]): Measured {
  const measurements = targets.map((y) => {
    const centre = mean(y)
    return {
      y,
      mean: centre,
      linear: design.features.map((feature) => product(feature, y)),
      atZero: mean(y.map((value) => (value - centre) ** 2)) / 2,
    }
  })
  return { design, measurements }
}

export const refitFreely = ({ design, measurements }: Measured): Refit[] =>
  measurements.map(({ y, atZero }) => {
    const { coefficients, intercept, dualityGap } = leastSquares(design.X, y)
    return { weights: coefficients, intercept, gap: Math.max(0, dualityGap) / atZero }
  })

/**
 * @param lambda 0 means least squares
 * @param convexity the smallest eigenvalue of XᵀX/n + λ, or less
 */
export function refitRidge(
  { design, measurements }: Measured,
  lambda: number,
  convexity = lambda,
): Refit[] {
  const answers = design.answersAt(lambda)
  return measurements.map(({ linear, mean: intercept, atZero }) => {
    const weights = new Float64Array(linear.length)
    answers.forEach((answer, j) => answer.forEach((part, k) => (weights[k] += linear[j] * part)))
    // The objective is at most ‖∇J‖²/(2·convexity) above its minimum.
    const gap = squaredGradient(design.gram, linear, lambda, weights) / (2 * convexity * atZero)
    return { weights, intercept, gap }
  })
}

function squaredGradient(
  gram: readonly number[][],
  linear: readonly number[],
  lambda: number,
  weights: Float64Array,
): number {
  let squares = 0
  gram.forEach((row, j) => {
    const fitted = row.reduce((sum, value, k) => sum + value * weights[k], lambda * weights[j])
    squares += (fitted - linear[j]) ** 2
  })
  return squares
}

export const worstGap = (refits: readonly Refit[]) => Math.max(...refits.map(({ gap }) => gap))
