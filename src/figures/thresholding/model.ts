import { elasticNet, hardThreshold, type Fit } from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { correlatedCase, type CorrelatedCase } from './correlated.ts'
import { parameters } from './parameters.ts'

export type ThresholdValues = Values<typeof parameters>

/** The penalized values of one weight. */
export interface Shrunk {
  lasso: number
  ridge: number
  net: number
  /** Unchanged or zero, with the lasso's threshold. */
  hard: number
}

/** The graphs over all unpenalized weights of the picture, given by their corners. */
export interface Graphs {
  lasso: Point[]
  ridge: Point[]
  net: Point[]
  /** Three pieces, because it jumps. */
  hard: Point[][]
  /** λ/h, up to which the lasso gives zero. */
  threshold: number
}

export interface ThresholdModel {
  values: ThresholdValues
  graphs: Graphs
  at: Shrunk
  correlated: CorrelatedCase
  /** The three correlated weights at λ. */
  now: { lasso: Fit; ridge: Fit }
  /** The largest duality gap, relative to the objective at zero. */
  gap: number
}

export function compute(values: ThresholdValues): ThresholdModel {
  const { lambda, weight, curvature, rho, correlation, third } = values
  const { gap, ...at } = shrink(weight, curvature, lambda, rho)
  const correlated = correlatedCase(correlation, third)
  const now = correlated.at(lambda)
  const gaps = [now.lasso, now.ridge].map(({ dualityGap }) => dualityGap / correlated.atZero)
  return {
    values,
    graphs: graphsOf(curvature, lambda, rho),
    at,
    correlated,
    now,
    gap: Math.max(0, gap, ...gaps),
  }
}

/** One sample x = √h with y = √h·ŵ has the loss h/2·(w − ŵ)². */
export function shrink(weight: number, curvature: number, lambda: number, rho: number) {
  const root = Math.sqrt(curvature)
  const fits = [1, 0, rho].map((share) =>
    elasticNet([[root]], [root * weight], lambda, share, { intercept: false }),
  )
  const [lasso, ridge, net] = fits.map(({ coefficients }) => coefficients[0])
  const atZero = (curvature * weight ** 2) / 2 || 1
  const gap = Math.max(...fits.map(({ dualityGap }) => dualityGap)) / atZero
  return { lasso, ridge, net, hard: hardThreshold(weight, lambda / curvature), gap }
}

/** Except for the hard threshold, graphs are straight between their corners, so the corners suffice. */
const graphsOf = memoizeLast((curvature: number, lambda: number, rho: number): Graphs => {
  const { min, max } = parameters.weight
  const threshold = lambda / curvature
  const graph = (name: 'lasso' | 'ridge' | 'net', corner: number): Point[] =>
    [min, -corner, corner, max]
      .filter((weight) => min <= weight && weight <= max)
      .map((weight) => [weight, shrink(weight, curvature, lambda, rho)[name]])
  const inner = Math.min(threshold, max)
  const hard: Point[][] = [
    [
      [-inner, 0],
      [inner, 0],
    ],
  ]
  if (threshold < max) {
    hard.push(
      [
        [min, min],
        [-threshold, -threshold],
      ],
      [
        [threshold, threshold],
        [max, max],
      ],
    )
  }
  return {
    lasso: graph('lasso', threshold),
    ridge: graph('ridge', 0),
    net: graph('net', rho * threshold),
    hard,
    threshold,
  }
})
