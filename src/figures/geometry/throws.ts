import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { lossOf, type Loss } from '../kit/quadraticLoss.ts'
import type { Penalty } from './penalty.ts'
import { minimize } from './solve.ts'

export const THROWS = 500

/** Random losses: optimum uniform over the picture, correlation uniform from −0.9 to 0.9. */
export const throwLosses = memoizeLast((seed: number): Loss[] => {
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + (high - low) * random.uniform()
  return Array.from({ length: THROWS }, () =>
    lossOf([between(-3, 3), between(-3, 3)], between(-0.9, 0.9), 1),
  )
})

/** The optima of the random losses, divided by the number of weights of the solution that are exactly zero. */
export interface Throws {
  /** None: the contour touches away from the axes. */
  dense: Point[]
  /** One: it touches on an axis. */
  corner: Point[]
  /** Both: the ball is a point, which nothing touches. */
  empty: Point[]
  /** The shares of the three, in this order. */
  shares: readonly [dense: number, corner: number, empty: number]
}

const part = (losses: Loss[], penalty: Penalty, lambda: number): Throws => {
  const parts: Record<0 | 1 | 2, Point[]> = { 0: [], 1: [], 2: [] }
  for (const loss of losses) {
    const { w } = minimize(loss, penalty, lambda)
    const zeros = (Number(w[0] === 0) + Number(w[1] === 0)) as 0 | 1 | 2
    parts[zeros].push(loss.optimum)
  }
  const share = (zeros: 0 | 1 | 2) => parts[zeros].length / losses.length
  return {
    dense: parts[0],
    corner: parts[1],
    empty: parts[2],
    shares: [share(0), share(1), share(2)],
  }
}

const l1: Penalty = { kind: 'l1' }
const l2: Penalty = { kind: 'l2' }

export const throwL1 = memoizeLast((losses: Loss[], lambda: number) => part(losses, l1, lambda))
export const throwL2 = memoizeLast((losses: Loss[], lambda: number) => part(losses, l2, lambda))
