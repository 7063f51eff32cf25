import {
  gaussianDistribution,
  laplaceDistribution,
  seededRandom,
  type Distribution,
} from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import type { parameters } from './parameters.ts'

export type PriorValues = Values<typeof parameters>

/** Number of pairs of weights drawn from each prior. */
export const PAIRS = 500

/** The share of a prior's weights for which the figure reports a bound. */
export const MOST = 0.99

/** Pairs of independent weights, divided by whether one of the two is near zero. */
export interface Cloud {
  near: readonly Point[]
  others: readonly Point[]
  /** Number of weights that are exactly zero. */
  zeros: number
  /** The smallest |w|. */
  smallest: number
}

/** A prior on a weight, with the reported quantities. */
export interface PriorModel {
  kind: 'laplace' | 'gaussian'
  /** b or τ. */
  scale: number
  distribution: Distribution
  /** P(|w| < near). */
  near: number
  /** P(|w| > far). */
  far: number
  /** The size that |w| exceeds with probability 1 − MOST. */
  reach: number
  readonly cloud: Cloud
}

export interface PriorsModel {
  values: PriorValues
  laplace: PriorModel
  gaussian: PriorModel
}

export function compute(values: PriorValues): PriorsModel {
  const { match, spread, near, far, seed } = values
  const b = match === 'variance' ? spread / Math.SQRT2 : spread
  return {
    values,
    laplace: laplacePrior(b, near, far, seed),
    gaussian: gaussianPrior(spread, near, far, seed),
  }
}

const laplacePrior = priorOf('laplace', laplaceDistribution)
const gaussianPrior = priorOf('gaussian', gaussianDistribution)

function priorOf(kind: PriorModel['kind'], make: (mean: number, scale: number) => Distribution) {
  const distributionOf = memoizeLast((scale: number) => make(0, scale))
  const pairsOf = memoizeLast(drawPairs)
  const cloudOf = memoizeLast(part)
  return memoizeLast((scale: number, near: number, far: number, seed: number): PriorModel => {
    const distribution = distributionOf(scale)
    const { cumulative, quantile } = distribution
    return {
      kind,
      scale,
      distribution,
      near: cumulative(near) - cumulative(-near),
      far: 2 * cumulative(-far),
      reach: -quantile((1 - MOST) / 2),
      get cloud() {
        return cloudOf(pairsOf(distribution, seed), near)
      },
    }
  })
}

function drawPairs({ draw }: Distribution, seed: number): Point[] {
  const random = seededRandom(seed)
  return Array.from({ length: PAIRS }, (): Point => [draw(random), draw(random)])
}

function part(pairs: readonly Point[], near: number): Cloud {
  const sizes = pairs.flat().map(Math.abs)
  const isNear = ([first, second]: Point) => Math.min(Math.abs(first), Math.abs(second)) < near
  return {
    near: pairs.filter(isNear),
    others: pairs.filter((pair) => !isNear(pair)),
    zeros: sizes.filter((size) => size === 0).length,
    smallest: Math.min(...sizes),
  }
}
