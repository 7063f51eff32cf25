import { adamWSteps, elasticNet, quadraticLoss } from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { lossOf, type Loss } from '../kit/quadraticLoss.ts'
import { gapInBox, lowestInBox } from './box.ts'
import { parameters, STEPS } from './parameters.ts'

export type AdamWValues = Values<typeof parameters>

/** α of the run. */
export const RATE = 0.01

/** Deviation of feature 2, relative to 1 of feature 1: its direction is four times as flat. */
export const SCALE = 0.5

export interface AdamWModel {
  values: AdamWValues
  loss: Loss
  /** Half a side of the square, 1/λ. */
  half: number
  /** The minimum of the loss in the square, which AdamW tends to. */
  goal: Point
  /** The minima of the loss plus L2 and plus L1, at the same λ. */
  ridge: Point
  lasso: Point
  /** AdamW from the origin, at every hundredth step: up to the step that is shown, and to its end. */
  run: readonly Point[]
  readonly wholeRun: readonly Point[]
  now: Point
  /** Largest gap of the three minima. */
  gap: number
}

export function compute(values: AdamWValues): AdamWModel {
  const { lambda, step, optimum, correlation } = values
  const loss = lossFor(optimum, correlation)
  const minima = minimaOf(loss, lambda)
  const walk = walkOf(loss, lambda)
  const run = walk(step)
  return {
    values,
    loss,
    ...minima,
    run,
    now: run[run.length - 1],
    get wholeRun() {
      return walk(STEPS)
    },
  }
}

const lossFor = memoizeLast((optimum: Point, correlation: number) =>
  lossOf(optimum, correlation, SCALE),
)

const minimaOf = memoizeLast((loss: Loss, lambda: number) => {
  const half = 1 / lambda
  const goal = lowestInBox(loss, half)
  const [ridge, lasso] = [0, 1].map((rho) =>
    elasticNet(loss.X, loss.y, lambda, rho, { intercept: false }),
  )
  const place = ({ coefficients: [first, second] }: typeof ridge): Point => [first, second]
  return {
    half,
    goal,
    ridge: place(ridge),
    lasso: place(lasso),
    gap: Math.max(0, ridge.dualityGap, lasso.dualityGap, gapInBox(loss, half, goal)),
  }
})

/** Walks AdamW from the origin as far as it has been asked for, and returns the points up to there. */
const walkOf = memoizeLast(({ hessian: [a, b, d], optimum: [x, y] }: Loss, lambda: number) => {
  const objective = quadraticLoss(
    [
      [a, b],
      [b, d],
    ],
    [a * x + b * y, b * x + d * y],
  )
  const states = adamWSteps(objective, { lambda, learningRate: RATE })
  const every = parameters.step.step
  const points: Point[] = []
  let k = 0
  return (last: number): readonly Point[] => {
    for (; k <= last; k++) {
      const w = states.next().value!.parameters
      if (k % every === 0) points.push([w[0], w[1]])
    }
    return points.slice(0, last / every + 1)
  }
})
