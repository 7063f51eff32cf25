import {
  elasticNet,
  gaussianDistribution,
  gaussianPosterior,
  laplaceDistribution,
  laplacePosterior,
  penaltyFromPrior,
  type Distribution,
  type Fit,
  type Posterior,
  type PriorPenalty,
} from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { lossOf } from '../kit/quadraticLoss.ts'
import type { parameters } from './parameters.ts'

export type MapValues = Values<typeof parameters>
export type Kind = MapValues['prior']

/** The distributions of one weight: prior, likelihood and posterior. */
export interface Belief {
  kind: Kind
  /** b or τ. */
  scale: number
  /** The least-squares weight ŵ. */
  observation: number
  /** Standard deviation of ŵ around the true weight, σ/√n. */
  noise: number
  prior: Distribution
  /** Likelihood as a function of the weight, of area 1. */
  likelihood: Distribution
  posterior: Posterior
}

/** The three estimates at one ŵ. */
export interface Estimates extends Pick<Posterior, 'mode' | 'median' | 'mean'> {
  observation: number
}

export interface MapModel {
  values: MapValues
  /**
   * The two weights. Their features are orthogonal with mean square 1, so that the weights are independent a priori and
   * a posteriori, and each ŵ is its weight plus noise of standard deviation σ/√n.
   */
  weights: readonly [Belief, Belief]
  penalty: PriorPenalty
  /** The penalized fit at that λ, which the mode has to be. */
  fit: Fit
  /** J at zero, the scale of a duality gap. */
  atZero: number
  /** The estimates for ŵ ≥ 0. */
  readonly estimates: readonly Estimates[]
}

export function compute(values: MapValues): MapModel {
  const { prior, scale, noise, n, estimate } = values
  const deviation = noise / Math.sqrt(n)
  const penalty = penaltyOf(prior, scale, noise, n)
  const loss = lossOf(estimate, 0, 1)
  return {
    values,
    weights: [
      firstBelief(prior, scale, estimate[0], deviation),
      secondBelief(prior, scale, estimate[1], deviation),
    ],
    penalty,
    fit: elasticNet(loss.X, loss.y, penalty.lambda, prior === 'laplace' ? 1 : 0, {
      intercept: false,
    }),
    atZero: loss.atZero,
    get estimates() {
      return estimatesOf(prior, scale, deviation)
    },
  }
}

const penaltyOf = memoizeLast((kind: Kind, scale: number, noise: number, n: number) =>
  penaltyFromPrior({ kind, scale }, noise, n),
)

function posteriorOf(kind: Kind, scale: number, observation: number, noise: number): Posterior {
  return kind === 'laplace'
    ? laplacePosterior({ observation, noise, scale })
    : gaussianPosterior({ observation, noise, deviation: scale })
}

function beliefOf(kind: Kind, scale: number, observation: number, noise: number): Belief {
  const make = kind === 'laplace' ? laplaceDistribution : gaussianDistribution
  return {
    ...{ kind, scale, observation, noise },
    prior: make(0, scale),
    likelihood: gaussianDistribution(observation, noise),
    posterior: posteriorOf(kind, scale, observation, noise),
  }
}

const firstBelief = memoizeLast(beliefOf)
const secondBelief = memoizeLast(beliefOf)

/** Largest weight in the pictures. */
export const REACH = 3.2

const estimatesOf = memoizeLast((kind: Kind, scale: number, noise: number): Estimates[] =>
  Array.from({ length: 49 }, (_, i) => {
    const observation = (REACH * i) / 48
    const { mode, median, mean } = posteriorOf(kind, scale, observation, noise)
    return { observation, mode, median, mean }
  }),
)

export const modeOf = ({ weights }: MapModel): Point => [
  weights[0].posterior.mode,
  weights[1].posterior.mode,
]

export const meanOf = ({ weights }: MapModel): Point => [
  weights[0].posterior.mean,
  weights[1].posterior.mean,
]
