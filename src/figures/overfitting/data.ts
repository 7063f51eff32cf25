import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { snap } from '../kit/parameters.ts'
import { NOISE, truth } from '../kit/sineData.ts'
import { parameters } from './parameters.ts'

/** Points of the truth with noise, one at a random place of each of `count` equal parts of the interval. */
export function drawPoints(count: number, seed: number): Point[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, i) => {
    const x = -1 + (2 * (i + 0.15 + 0.7 * random.uniform())) / count
    const y = truth(x) + NOISE * random.normal()
    return [snap(parameters.points, x), snap(parameters.points, y)]
  })
}

/** Other points, as many: which ones depends on nothing but the points there are. */
export const redraw = (points: readonly Point[]) =>
  drawPoints(
    points.length,
    points.reduce((sum, [x, y], i) => sum + (i + 1) * (x + 3 * y), 0),
  )

/** The points with the one nearest to x = 0.4 carried far below the truth. */
export function withOutlier(points: readonly Point[]): Point[] {
  const distances = points.map(([x]) => Math.abs(x - 0.4))
  const nearest = distances.indexOf(Math.min(...distances))
  return points.map((point, i) => (i === nearest ? [point[0], -0.9] : point))
}
