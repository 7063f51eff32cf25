import type { Point, PointsParameter } from './figure.ts'

/*
 * The operations on a set of points. None modifies its argument; an operation that the parameter does not allow returns
 * the set unchanged.
 */

export const movePoint = (points: readonly Point[], index: number, to: Point) =>
  points.map((point, i) => (i === index ? to : point))

export function addPoint({ most }: PointsParameter, points: readonly Point[], at: Point) {
  return points.length < most ? [...points, at] : points
}

export function removePoint({ fewest }: PointsParameter, points: readonly Point[], index: number) {
  return points.length > fewest ? points.filter((_, i) => i !== index) : points
}

/**
 * Default place of a new point: the middle of the widest gap along x.
 *
 * @example
 * gapMiddle([[0, 1], [4, 3], [1, 1]]) // [2.5, 2]
 */
export function gapMiddle(points: readonly Point[]): Point {
  const inOrder = points.toSorted((a, b) => a[0] - b[0])
  let middle = inOrder[0]
  let widest = -1
  for (let i = 1; i < inOrder.length; i++) {
    const [[x1, y1], [x2, y2]] = [inOrder[i - 1], inOrder[i]]
    if (x2 - x1 <= widest) continue
    widest = x2 - x1
    middle = [(x1 + x2) / 2, (y1 + y2) / 2]
  }
  return middle
}
