import {
  gradientDescentSteps,
  istaSteps,
  learningRateLimit,
  quadraticLoss,
  ridge,
  takeSteps,
  type Fit,
  type GradientDescentState,
} from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { STEPS, type parameters } from './parameters.ts'

export type DecayValues = Values<typeof parameters>

/** The mean of y, the limit of θ₀ under any penalty. Both runs start it at 0. */
const INTERCEPT = 2

/** m samples of two centred features. */
interface Design {
  X: readonly Point[]
  y: readonly number[]
}

/** A weight that starts at 1 and is changed only by the penalty, at each step. */
interface Decay {
  l2: readonly number[]
  l1: readonly number[]
  /** Steps until that of L1 is zero; undefined if not within the run. */
  l1Steps: number | undefined
}

export interface DecayModel {
  values: DecayValues
  /** The states of gradient descent on eq. 7's objective. */
  penalized: readonly GradientDescentState[]
  /** The same without penalty. */
  plain: readonly GradientDescentState[]
  /** The limit of the penalized run, if it converges. */
  goal: Fit
  /** J at θ₁ = θ₂ = 0 and the best θ₀, the scale of a duality gap. */
  atZero: number
  /** 1 − αλ/m. */
  factor: number
  /** α(h_max + λ/m), and the same without penalty: a run converges below 2. */
  stability: { penalized: number; plain: number }
  /** h/(h + λ/m) for the two directions of the loss: ridge's shrinkage factor along each. */
  kept: Point
  decay: Decay
}

export function compute(values: DecayValues): DecayModel {
  const { alpha, lambda, m, optimum, start, correlation } = values
  const design = designOf(m, optimum, correlation)
  const { y } = design
  const strength = lambda / m
  const kept = (curvature: number) => curvature / (curvature + strength)
  return {
    values,
    penalized: penalizedRun(design, alpha, strength, start),
    plain: plainRun(design, alpha, 0, start),
    goal: goalOf(design, strength),
    atZero: y.reduce((sum, value) => sum + (value - INTERCEPT) ** 2, 0) / (2 * m),
    factor: 1 - (alpha * lambda) / m,
    stability: {
      penalized: (2 * alpha) / learningRateLimit(design.X, strength),
      plain: (2 * alpha) / learningRateLimit(design.X, 0),
    },
    kept: [kept(1 + correlation), kept(1 - correlation)],
    decay: decayOf(alpha, strength),
  }
}

/** Four samples with XᵀX/4 = [[1, r], [r, 1]] and no noise, each repeated m/4 times, so that m affects only λ/m. */
const designOf = memoizeLast((m: number, optimum: Point, correlation: number): Design => {
  const [along, across] = [Math.sqrt(1 + correlation), Math.sqrt(1 - correlation)]
  const four: Point[] = [
    [along, along],
    [-along, -along],
    [across, -across],
    [-across, across],
  ]
  const X = Array.from({ length: m }, (_, i) => four[i % 4])
  return { X, y: X.map((row) => INTERCEPT + row[0] * optimum[0] + row[1] * optimum[1]) }
})

const run = ({ X, y }: Design, learningRate: number, lambda: number, start: Point) =>
  takeSteps(gradientDescentSteps(X, y, { learningRate, lambda, start: [0, ...start] }), STEPS + 1)
const penalizedRun = memoizeLast(run)
const plainRun = memoizeLast(run)

const goalOf = memoizeLast(({ X, y }: Design, strength: number) => ridge(X, y, strength))

const decayOf = memoizeLast((learningRate: number, lambda: number): Decay => {
  const options = { learningRate, lambda, start: [1] }
  const weightsOf = (states: { parameters: Float64Array }[]) =>
    states.map(({ parameters }) => parameters[0])
  const flat = quadraticLoss([[0]], [0])
  const l1 = weightsOf(takeSteps(istaSteps(flat, options), STEPS))
  const l2 = gradientDescentSteps([[0]], [0], { ...options, intercept: false })
  const zero = l1.findIndex((weight) => weight < ROUNDING)
  return { l2: weightsOf(takeSteps(l2, STEPS)), l1, l1Steps: zero === -1 ? undefined : zero }
})

/** Rounding error of equal subtractions from 1 that end exactly at 0. */
export const ROUNDING = 1e-12
