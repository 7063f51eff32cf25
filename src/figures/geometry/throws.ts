import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { lossOf, type Loss } from '../kit/quadraticLoss.ts'
import type { Penalty } from './penalty.ts'
import { minimise } from './solve.ts'

export const THROWS = 500

/** Random losses: optimum uniform over the picture, correlation uniform from −0.9 to 0.9. */
export const throwLosses = memoizeLast((seed: number): Loss[] => {
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + (high - low) * random.uniform()
  return Array.from({ length: THROWS }, () =>
    lossOf([between(-3, 3), between(-3, 3)], between(-0.9, 0.9), 1),
  )
})

/** The optima of the random losses, parted by whether their solution has a weight that is exactly zero. */
export interface Throws {
  sparse: Point[]
  dense: Point[]
  /** Share of sparse solutions, from 0 to 1. */
  share: number
}

const part = (losses: Loss[], penalty: Penalty, lambda: number): Throws => {
  const sparse: Point[] = []
  const dense: Point[] = []
  for (const loss of losses) {
    const { w } = minimise(loss, penalty, lambda)
    ;(w[0] === 0 || w[1] === 0 ? sparse : dense).push(loss.optimum)
  }
  return { sparse, dense, share: sparse.length / losses.length }
}

const l1: Penalty = { kind: 'l1' }
const l2: Penalty = { kind: 'l2' }

export const throwL1 = memoizeLast((losses: Loss[], lambda: number) => part(losses, l1, lambda))
export const throwL2 = memoizeLast((losses: Loss[], lambda: number) => part(losses, l2, lambda))
