import { polynomialFeatures, standardize } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { valueAt } from '../kit/polynomial.ts'
import { truth } from '../kit/sineData.ts'
import { CURVE_POINTS, drawNoise } from './noise.ts'
import { designOf, measure, refitFreely, refitRidge, worstGap, type Refit } from './refit.ts'

/** Degree of the curves. */
export const DEGREE = 12

/** Grid on which the curves are drawn and compared. */
export const grid: readonly number[] = Array.from({ length: 61 }, (_, i) => (i - 30) / 30)

const x = Array.from({ length: CURVE_POINTS }, (_, i) => -1 + (2 * i) / (CURVE_POINTS - 1))
const scaled = standardize(polynomialFeatures(x, DEGREE, 'raw').X)
const design = designOf(scaled.X)

/** Points of the truth, measured repeatedly with noise. */
export const measuredPoints = memoizeLast((noise: number, seed: number) =>
  measure(
    design,
    drawNoise(seed).curves.map((errors) => errors.map((error, i) => truth(x[i]) + noise * error)),
  ),
)
export type MeasuredPoints = ReturnType<typeof measuredPoints>

/** The first of the measurements. */
export const firstPoints = ({ measurements }: MeasuredPoints): Point[] =>
  x.map((at, i) => [at, measurements[0].y[i]])

/** A bundle of fits to repeated measurements of the same points. */
export interface Bundle {
  /** Heights on the grid, one row for each fit. */
  heights: number[][]
  /** Root of the mean variance of the heights. */
  spread: number
  gap: number
}

export const freeBundle = memoizeLast((points: MeasuredPoints) => bundleOf(refitFreely(points)))

export const ridgeBundle = memoizeLast((points: MeasuredPoints, lambda: number) =>
  bundleOf(refitRidge(points, lambda)),
)

function bundleOf(refits: Refit[]): Bundle {
  const heights = refits.map(({ weights, intercept }) => {
    const original = scaled.toOriginal(weights, intercept)
    const polynomial = [original.intercept, ...original.coefficients]
    return grid.map((at) => valueAt(polynomial, at))
  })
  const variances = grid.map((_, i) => variance(heights.map((row) => row[i])))
  const mean = variances.reduce((sum, value) => sum + value, 0) / grid.length
  return { heights, spread: Math.sqrt(mean), gap: worstGap(refits) }
}

export function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
