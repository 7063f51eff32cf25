import type { Curve, DotSymbol } from '../../../figures/kit/markTypes.ts'
import type { Point } from '../../../figures/kit/types.ts'

/** A line through points as the data of an SVG path. Points that are not finite leave a gap. */
export function pathOf(points: readonly Point[], curve: Curve): string {
  let path = ''
  let start = 0
  for (let end = 0; end <= points.length; end++) {
    if (end < points.length && isPlace(points[end])) continue
    if (end > start) path += pieces[curve](points.slice(start, end))
    start = end + 1
  }
  return path
}

export const isPlace = ([x, y]: Point) => !Number.isNaN(x) && !Number.isNaN(y)

/** A thousandth of a pixel is exact enough. */
const short = (place: number) => Math.round(place * 1000) / 1000

const placed = (...points: readonly Point[]) =>
  points.map(([x, y]) => `${short(x)},${short(y)}`).join()

const polyline = (points: readonly Point[]) => `M${points.map((point) => placed(point)).join('L')}`

const pieces: Record<Curve, (points: readonly Point[]) => string> = {
  // A single point is a dot of round caps.
  linear: (points) => polyline(points) + (points.length === 1 ? 'Z' : ''),
  'linear-closed': (points) => `${polyline(points)}Z`,
  'catmull-rom': (points) =>
    points.length < 3 ? pieces.linear(points) : `M${placed(points[0])}${bends(points)}`,
}

/**
 * A smooth curve through points in cubic pieces: the centripetal spline of Catmull and Rom, which makes neither cusps
 * nor loops.
 */
function bends(points: readonly Point[]): string {
  const gaps = points
    .slice(1)
    .map(([x, y], i) => Math.sqrt(Math.hypot(x - points[i][0], y - points[i][1])))
  /** The point that draws the curve at the end `to` of a piece of width `own`, beyond which the neighbour is. */
  const handle = (from: Point, to: Point, neighbour: Point, own: number, next: number): Point => {
    if (next < 1e-6) return to
    const weight = 2 * next * next + 3 * next * own + own * own
    const sum = 3 * next * (next + own)
    const along = (axis: 0 | 1) =>
      (to[axis] * weight - neighbour[axis] * own * own + from[axis] * next * next) / sum
    return [along(0), along(1)]
  }
  return gaps
    .map((own, i) => {
      const [before, from, to, after] = [i - 1, i, i + 1, i + 2].map((k) => points[k])
      const first = before ? handle(to, from, before, own, gaps[i - 1]) : from
      const second = after ? handle(from, to, after, own, gaps[i + 1]) : to
      const isStraight = [first, second].every((point) => offChord(point, from, to) < STRAIGHT)
      return isStraight ? `L${placed(to)}` : `C${placed(first, second, to)}`
    })
    .join('')
}

const polygon = (...points: readonly Point[]) => pieces['linear-closed'](points)

/** How far from its chord the handles of a curve are that is drawn as the chord, in pixels. */
const STRAIGHT = 0.1

const offChord = ([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point) =>
  Math.abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / Math.hypot(x2 - x1, y2 - y1)

/** A symbol around the origin that looks as large as a circle of radius r. */
export function symbolPath(symbol: Exclude<DotSymbol, 'circle'>, r: number): string {
  const area = Math.PI * r * r
  if (symbol === 'diamond') {
    const y = Math.sqrt((area * Math.sqrt(3)) / 2)
    const x = y / Math.sqrt(3)
    return polygon([0, -y], [x, 0], [0, y], [-x, 0])
  }
  if (symbol === 'triangle') {
    const y = -Math.sqrt(area / (3 * Math.sqrt(3)))
    const x = -Math.sqrt(3) * y
    return polygon([0, 2 * y], [x, -y], [-x, -y])
  }
  const arm = 0.6189 * Math.sqrt(area - Math.min(area / 6, 1.7))
  return polyline([[-arm, -arm], [arm, arm]]) + polyline([[-arm, arm], [arm, -arm]]) // prettier-ignore
}
