import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { freeCloud, measuredPairs, ridgeCloud, totalError, type Cloud } from './cloud.ts'
import { firstPoints, freeBundle, measuredPoints, ridgeBundle, type Bundle } from './curves.ts'
import { drawNoise } from './noise.ts'
import { strengths, type parameters } from './parameters.ts'

export type PerturbationValues = Values<typeof parameters>

/** One refit of the two features, and its predictions for perturbed inputs. */
export interface Moved {
  weights: Point
  norm: number
  /** ‖Δx‖ and |Δŷ| of every perturbation. */
  effects: Point[]
  /** The largest |Δŷ| / (‖w‖‖Δx‖) of the perturbations, at most 1. */
  closest: number
}

/** The results of least squares or ridge on all measurements. */
export interface Method {
  bundle: Bundle
  cloud: Cloud
  moved: Moved
}

export interface PerturbationModel {
  values: PerturbationValues
  /** The first measurement of the points. */
  points: Point[]
  free: Method
  ridge: Method
}

export function compute(values: PerturbationValues): PerturbationModel {
  const { lambda, correlation, noise, seed } = values
  const points = measuredPoints(noise, seed)
  const pairs = measuredPairs(correlation, noise, seed)
  const { moves } = drawNoise(seed)
  const free = freeCloud(pairs, correlation)
  const ridge = ridgeCloud(pairs, lambda)
  const wildest = wildestOf(free)
  return {
    values,
    points: pointsOf(points),
    free: {
      bundle: freeBundle(points),
      cloud: free,
      moved: freelyMoved(free.weights[wildest], moves),
    },
    ridge: {
      bundle: ridgeBundle(points, lambda),
      cloud: ridge,
      moved: ridgeMoved(ridge.weights[wildest], moves),
    },
  }
}

const pointsOf = memoizeLast(firstPoints)
const freelyMoved = memoizeLast(movedModel)
const ridgeMoved = memoizeLast(movedModel)

/** Index of the measurement with the largest weights of least squares. */
const wildestOf = memoizeLast(({ weights }: Cloud) => {
  const norms = weights.map((w) => Math.hypot(...w))
  return norms.indexOf(Math.max(...norms))
})

/** A model under all perturbations of its input. */
function movedModel(w: Point, moves: readonly Point[]): Moved {
  const effects = moves.map((move): Point => [
    Math.hypot(...move),
    Math.abs(w[0] * move[0] + w[1] * move[1]),
  ])
  const norm = Math.hypot(...w)
  const closest = Math.max(...effects.map(([length, effect]) => effect / (norm * length)))
  return { weights: w, norm, effects, closest }
}

/** The strength whose weights are closest to the truth on average. */
export function bestLambda({ correlation, noise, seed }: PerturbationValues): number {
  const pairs = measuredPairs(correlation, noise, seed)
  const errors = strengths.map((lambda) => totalError(ridgeCloud(pairs, lambda)))
  return strengths[errors.indexOf(Math.min(...errors))]
}

export const worstGapOf = ({ free, ridge }: PerturbationModel) =>
  Math.max(...[free, ridge].flatMap(({ bundle, cloud }) => [bundle.gap, cloud.gap]))
