import { polynomialFeatures } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { variance } from './curves.ts'
import { CLOUD_SAMPLES, drawNoise } from './noise.ts'
import { designOf, measure, refitRidge, worstGap, type Measured, type Refit } from './refit.ts'

/** The true weights of the two features. */
export const TRUTH: Point = [1.4, 0.6]

/** Two features without correlation, each with mean 0 and variance 1: a line and a parabola over the samples. */
const independent = polynomialFeatures(
  Array.from({ length: CLOUD_SAMPLES }, (_, i) => i),
  2,
  'orthogonal',
).X

/** Two features of exactly this correlation. */
const pairsOf = memoizeLast((correlation: number) => {
  const rest = Math.sqrt(1 - correlation ** 2)
  return designOf(independent.map(([a, b]) => [a, correlation * a + rest * b]))
})

/** Repeated measurements of the target of two features. */
export const measuredPairs = memoizeLast((correlation: number, noise: number, seed: number) => {
  const design = pairsOf(correlation)
  const [a, b] = design.features
  const targets = drawNoise(seed).cloud.map((errors) =>
    errors.map((error, i) => a[i] * TRUTH[0] + b[i] * TRUTH[1] + noise * error),
  )
  return measure(design, targets)
})

/** The weights of all refits and their distance from the truth: the mean squared distance is bias² + variance. */
export interface Cloud {
  weights: Point[]
  mean: Point
  bias2: number
  variance: number
  gap: number
}

/** The eigenvalues of two features are 1 ± their correlation. */
export const freeCloud = memoizeLast((pairs: Measured, correlation: number) =>
  cloudOf(refitRidge(pairs, 0, 1 - correlation)),
)

export const ridgeCloud = memoizeLast((pairs: Measured, lambda: number) =>
  cloudOf(refitRidge(pairs, lambda)),
)

function cloudOf(refits: Refit[]): Cloud {
  const weights = refits.map(({ weights: w }): Point => [w[0], w[1]])
  const [first, second] = [weights.map((w) => w[0]), weights.map((w) => w[1])]
  const mean: Point = [average(first), average(second)]
  return {
    weights,
    mean,
    bias2: (mean[0] - TRUTH[0]) ** 2 + (mean[1] - TRUTH[1]) ** 2,
    variance: variance(first) + variance(second),
    gap: worstGap(refits),
  }
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** bias² + variance: the mean squared distance from the true weights. */
export const totalError = ({ bias2, variance: spread }: Cloud) => bias2 + spread
