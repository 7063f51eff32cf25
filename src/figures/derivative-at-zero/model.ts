import { istaSteps, subgradientSteps, takeSteps, type OptimizerState } from 'shrinkage'
import type { Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { lossOf, minimumL1, minimumL2, type Minimum, type ValleyLoss } from './loss.ts'
import { STEPS, type parameters } from './parameters.ts'

export type DerivativeValues = Values<typeof parameters>

/** The weight at each step of a run on L + λ|w|. */
export type Run = readonly number[]

export interface DerivativeModel {
  values: DerivativeValues
  loss: ValleyLoss
  /** The minima of L + λ|w| and of L + λw². */
  l1: Minimum
  l2: Minimum
  /** Undefined if switched off. */
  subgradient: Run | undefined
  proximal: Run | undefined
  /** The step from which the proximal run is exactly 0; undefined if there is none. */
  landing: number | undefined
  /** The number of times the subgradient run jumps across 0. */
  crossings: number
}

export function compute(values: DerivativeValues): DerivativeModel {
  const { slope, curvature, lambda, valley, depth, rate, start, falling } = values
  const loss = lossOf(slope, curvature, valley ? depth : undefined)
  const subgradient = values.subgradient
    ? subgradientRun(loss, lambda, start, rate, falling)
    : undefined
  const proximal = values.proximal ? proximalRun(loss, lambda, start, rate) : undefined
  return {
    values,
    loss,
    l1: minimumL1(loss, lambda),
    l2: minimumL2(loss, lambda),
    subgradient,
    proximal,
    // A run that reaches 0 stays there only if 0 is a minimum.
    landing: proximal && Math.abs(slope) <= lambda ? landingOf(proximal) : undefined,
    crossings: subgradient?.filter((w, k) => w * subgradient[k - 1] < 0).length ?? 0,
  }
}

const weights = (states: readonly OptimizerState[]): Run => states.map((s) => s.parameters[0])

const subgradientRun = memoizeLast(
  (loss: ValleyLoss, lambda: number, start: number, rate: number, falling: boolean): Run => {
    const learningRate = falling ? (step: number) => rate / Math.sqrt(step) : rate
    return weights(
      takeSteps(subgradientSteps(loss, { lambda, learningRate, start: [start] }), STEPS),
    )
  },
)

const proximalRun = memoizeLast(
  (loss: ValleyLoss, lambda: number, start: number, learningRate: number): Run =>
    weights(takeSteps(istaSteps(loss, { lambda, learningRate, start: [start] }), STEPS)),
)

function landingOf(run: Run): number | undefined {
  const last = run.findLastIndex((w) => w !== 0)
  return last === STEPS ? undefined : last + 1
}
