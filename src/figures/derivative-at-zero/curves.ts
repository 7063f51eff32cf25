import type { Point, Scale } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { at, type ValleyLoss } from './loss.ts'

/** The weights that every panel shows. */
export const REACH = 2.6

export const weightScale = (): Scale => ({
  domain: [-REACH, REACH],
  label: same('w'),
  ticks: 5,
  decimals: 0,
})

/** Weights across the whole range, including 0, dense enough to show where one parabola gives way to the other. */
function weightsOf({ parabolas }: ValleyLoss): number[] {
  const half = parabolas.length > 1 ? 130 : 40
  return Array.from({ length: 2 * half + 1 }, (_, i) => (REACH * (i - half)) / half)
}

/** The graph of L. */
export const graphOf = memoizeLast((loss: ValleyLoss): Point[] =>
  weightsOf(loss).map((w) => [w, loss.value(at(w))]),
)

/** The graph of L plus a penalty. */
export const penalizedGraph = (loss: ValleyLoss, penalty: (w: number) => number): Point[] =>
  graphOf(loss).map(([w, height]) => [w, height + penalty(w)])

/** The graph of L′, with a gap where L changes from one parabola to the other. */
export const slopeGraph = memoizeLast((loss: ValleyLoss): Point[] => {
  const slope = (w: number): Point => [w, loss.gradient(at(w))[0]]
  // A straight line needs only its ends, and 0 for a jump.
  if (loss.parabolas.length === 1) return [-REACH, 0, REACH].map(slope)
  const lowest = (w: number) => {
    const heights = loss.parabolas.map((parabola) => parabola.value(at(w)))
    return heights.indexOf(Math.min(...heights))
  }
  const weights = weightsOf(loss)
  return weights.flatMap((w, i): Point[] =>
    i > 0 && lowest(w) !== lowest(weights[i - 1]) ? [[w, NaN], slope(w)] : [slope(w)],
  )
})

/** The graph of L′ plus the slope of λw². */
export const slopeGraphL2 = (loss: ValleyLoss, lambda: number): Point[] =>
  slopeGraph(loss).map(([w, height]) => [w, height + 2 * lambda * w])

/** The graph of L′ plus the slope of λ|w|, with its gap at 0. */
export const slopeGraphL1 = (loss: ValleyLoss, lambda: number): Point[] =>
  slopeGraph(loss).flatMap(([w, height]): Point[] =>
    w === 0
      ? [
          [0, height - lambda],
          [0, NaN],
          [0, height + lambda],
        ]
      : [[w, height + lambda * Math.sign(w)]],
  )
