import type { Point } from '../kit/figure.ts'
import { descentAt, lossAt, type Loss } from '../kit/quadraticLoss.ts'

/** The minimum of a loss over weights of size at most `half`: ŵ itself, or the best point of the four sides. */
export function lowestInBox(loss: Loss, half: number): Point {
  const { optimum, hessian } = loss
  if (optimum.every((weight) => Math.abs(weight) <= half)) return optimum
  const [h11, h12, h22] = hessian
  const within = (weight: number) => Math.max(-half, Math.min(half, weight))
  const sides = [-half, half].flatMap((side): Point[] => [
    [side, within(optimum[1] - (h12 / h22) * (side - optimum[0]))],
    [within(optimum[0] - (h12 / h11) * (side - optimum[1])), side],
  ])
  return sides.reduce((best, point) => (lossAt(loss, point) < lossAt(loss, best) ? point : best))
}

/** Upper bound of the excess loss of w over the minimum in the box. */
export function gapInBox(loss: Loss, half: number, w: Point): number {
  const [d1, d2] = descentAt(loss, w)
  const gap = half * (Math.abs(d1) + Math.abs(d2)) - d1 * w[0] - d2 * w[1]
  return Math.max(0, gap)
}
