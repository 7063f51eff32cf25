import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { snap } from '../kit/parameters.ts'
import { NOISE, truth } from '../kit/sineData.ts'
import { parameters } from './parameters.ts'

/** Points of the truth with noise: one at each end of the interval, the others scattered unevenly between. */
export function drawPoints(count: number, seed: number): Point[] {
  const random = seededRandom(seed)
  const gap = 2 / (count - 1)
  const points = Array.from({ length: count }, (_, i): Point => {
    const isInside = i > 0 && i < count - 1
    const x = -1 + gap * (i + (isInside ? STREWN * (2 * random.uniform() - 1) : 0))
    const y = truth(x) + NOISE * random.normal()
    return [snap(parameters.points, x), snap(parameters.points, y)]
  })
  return points.sort(([a], [b]) => a - b)
}

/** Maximum deviation of a point from its place in an even row, in gaps of that row. */
const STREWN = 0.9

/** As many new points, which depend only on the current ones. */
export const redraw = (points: readonly Point[]) =>
  drawPoints(
    points.length,
    points.reduce((sum, [x, y], i) => sum + (i + 1) * (x + 3 * y), 0),
  )

/** The points, with the one nearest to x = 0.4 moved far below the truth. */
export function withOutlier(points: readonly Point[]): Point[] {
  const distances = points.map(([x]) => Math.abs(x - 0.4))
  const nearest = distances.indexOf(Math.min(...distances))
  return points.map((point, i) => (i === nearest ? [point[0], -0.9] : point))
}
