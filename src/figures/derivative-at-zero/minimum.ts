import { lasso, ridge, type Fit, type QuadraticLoss } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { at, type ValleyLoss } from './loss.ts'

/** The lowest point of a penalised loss, with its proof. */
export interface Minimum {
  w: number
  /** J(w). */
  objective: number
  /** Duality gap, in the units of J. Each valley has one; the largest is kept. */
  gap: number
  /** The same, relative to J at zero. */
  relativeGap: number
}

/**
 * The minimum of L + P: the lowest of the minima of its parabolas, each solved by itself, as L is the lowest of them.
 *
 * One sample with x = h and y = c is h times the parabola h/2·w² − cw + constant, so λ is multiplied by h too. That way
 * no root is taken, and |d₀| = λ is told from its neighbours.
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
