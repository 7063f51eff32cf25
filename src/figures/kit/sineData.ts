import { seededRandom } from 'shrinkage'
import { snap } from './parameters.ts'
import type { Point } from './figure.ts'

/** What the points are drawn from, and what new points come from: y = truth(x) + noise, x even on [−1, 1]. */
export const truth = (x: number) => 0.75 * Math.sin(Math.PI * x)

/** Deviation of the noise. */
export const NOISE = 0.2

/** Where a fit is drawn, held against the truth, and searched for its steepest place. */
export const grid: readonly number[] = Array.from({ length: 301 }, (_, i) => (i - 150) / 150)

/** The grid that the coordinates of points lie on. */
export const pointSteps = { min: -1, max: 1, step: 0.01 }

/** Points of the truth with noise, one at a random place of each of `count` equal parts of the interval. */
export function drawPoints(count: number, seed: number): Point[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, i) => {
    const x = -1 + (2 * (i + 0.15 + 0.7 * random.uniform())) / count
    const y = truth(x) + NOISE * random.normal()
    return [snap(pointSteps, x), snap(pointSteps, y)]
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
