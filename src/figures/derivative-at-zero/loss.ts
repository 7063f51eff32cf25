import { lasso, quadraticLoss, ridge, type Fit, type Loss, type QuadraticLoss } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'

/** The loss L of one weight: a parabola, or the lower of two at each weight. */
export interface ValleyLoss extends Loss {
  /** The first is the lower one around 0, so that its slope there is that of L. */
  parabolas: readonly QuadraticLoss[]
}

/** The minimizer of the second parabola, and its curvature. At 0 it is far above the first. */
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

/** The lowest point of a penalized loss, with its proof. */
export interface Minimum {
  w: number
  /** J(w). */
  objective: number
  /** Duality gap, in the units of J: the larger one of the two valleys. */
  gap: number
  /** The same, relative to J at zero. */
  relativeGap: number
}

/**
 * The minimum of L + P: the lowest minimum of its parabolas, each solved separately, because L is the lower of them.
 *
 * One sample with x = h and y = c is h times the parabola h/2·w² − cw + constant, so λ is multiplied by h too. This
 * avoids a square root, so that |d₀| = λ is distinguished exactly from its neighbours.
 */
function lowest(
  { parabolas }: ValleyLoss,
  fitted: (X: number[][], y: number[], h: number) => Fit,
  penalty: (w: number) => number,
): Minimum {
  const minima = parabolas.map((parabola): Minimum => {
    const [h, c] = [parabola.hessian.data[0], parabola.linear[0]]
    const fit = fitted([[h]], [c], h)
    const w = fit.coefficients[0]
    const gap = Math.max(fit.dualityGap, 0)
    const relativeGap = gap / (c ** 2 / 2 || 1)
    return { w, objective: valueAt(parabola, w) + penalty(w), gap: gap / h, relativeGap }
  })
  const best = minima.reduce((low, other) => (other.objective < low.objective ? other : low))
  const largest = (of: 'gap' | 'relativeGap') => Math.max(...minima.map((minimum) => minimum[of]))
  return { ...best, gap: largest('gap'), relativeGap: largest('relativeGap') }
}

const valueAt = (parabola: QuadraticLoss, w: number) => parabola.value(at(w))

/** The minimum of L(w) + λ|w|. */
export const minimumL1 = memoizeLast((loss: ValleyLoss, lambda: number) =>
  lowest(
    loss,
    (X, y, h) => lasso(X, y, lambda * h, { intercept: false }),
    (w) => lambda * Math.abs(w),
  ),
)

/** The minimum of L(w) + λw², whose slope is 2λw: the package's ridge at 2λ. */
export const minimumL2 = memoizeLast((loss: ValleyLoss, lambda: number) =>
  lowest(
    loss,
    (X, y, h) => ridge(X, y, 2 * lambda * h, { intercept: false }),
    (w) => lambda * w ** 2,
  ),
)
