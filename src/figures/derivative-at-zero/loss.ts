import { quadraticLoss, type Loss, type QuadraticLoss } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'

/** The loss L of one weight: a parabola, or the lower of two at each weight. */
export interface ValleyLoss extends Loss {
  /** The first is lowest around 0, so that its slope there is that of L. */
  parabolas: readonly QuadraticLoss[]
}

/** Where the second parabola has its bottom, and how curved it is. At 0 it is far above the first. */
const SECOND = { place: -2, curvature: 3 }

/** L(w) = d₀w + h/2·w², and below it, where `depth` is given, 3/2·(w + 2)² − depth. */
export const lossOf = memoizeLast(
  (slope: number, curvature: number, depth: number | undefined): ValleyLoss => {
    const first = quadraticLoss([[curvature]], [-slope])
    if (depth === undefined) return { ...first, parabolas: [first] }
    const { place, curvature: bend } = SECOND
    const second = quadraticLoss([[bend]], [bend * place], (bend / 2) * place ** 2 - depth)
    const lower = (w: Float64Array) => (second.value(w) < first.value(w) ? second : first)
    return {
      dimension: 1,
      curvature: Math.max(curvature, bend),
      value: (w) => lower(w).value(w),
      gradient: (w) => lower(w).gradient(w),
      parabolas: [first, second],
    }
  },
)

export const at = (w: number) => Float64Array.of(w)
