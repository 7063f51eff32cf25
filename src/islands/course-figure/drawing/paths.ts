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

const placed = (x: number, y: number) => `${short(x)},${short(y)}`

function polyline(points: readonly Point[]): string {
  let path = ''
  for (const [x, y] of points) path += `${path ? 'L' : 'M'}${placed(x, y)}`
  return path
}

const pieces: Record<Curve, (points: readonly Point[]) => string> = {
  // A single point is a dot of round caps.
  linear: (points) => polyline(points) + (points.length === 1 ? 'Z' : ''),
  'linear-closed': (points) => `${polyline(points)}Z`,
  'catmull-rom': (points) =>
    points.length < 3 ? pieces.linear(points) : `M${placed(...points[0])}${bends(points)}`,
}

/**
 * A smooth curve through points in cubic pieces: the centripetal spline of Catmull and Rom, which makes neither cusps
 * nor loops.
 */
function bends(points: readonly Point[]): string {
  const last = points.length - 1
  const gaps = new Float64Array(last)
  for (let i = 0; i < last; i++) {
    gaps[i] = Math.sqrt(
      Math.hypot(points[i + 1][0] - points[i][0], points[i + 1][1] - points[i][1]),
    )
  }
  let path = ''
  for (let i = 0; i < last; i++) {
    const [from, to] = [points[i], points[i + 1]]
    const first = i > 0 ? handle(to, from, points[i - 1], gaps[i], gaps[i - 1]) : from
    const second = i + 1 < last ? handle(from, to, points[i + 2], gaps[i], gaps[i + 1]) : to
    const isStraight = offChord(first, from, to) < STRAIGHT && offChord(second, from, to) < STRAIGHT
    path += isStraight ? 'L' : `C${placed(...first)},${placed(...second)},`
    path += placed(...to)
  }
  return path
}

/**
 * The point that draws a piece of a smooth curve at its end `to`.
 *
 * @param neighbour the point beyond that end
 * @param own the root of the length of the piece
 * @param next that of the piece between `to` and its neighbour
 */
function handle(from: Point, to: Point, neighbour: Point, own: number, next: number): Point {
  if (next < 1e-6) return to
  const weight = 2 * next * next + 3 * next * own + own * own
  const sum = 3 * next * (next + own)
  const along = (axis: 0 | 1) =>
    (to[axis] * weight - neighbour[axis] * own * own + from[axis] * next * next) / sum
  return [along(0), along(1)]
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
