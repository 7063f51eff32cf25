export type Point = readonly [x: number, y: number]

/** A cubic curve: its ends and the two points between that draw it to them. */
export type Cubic = readonly [Point, Point, Point, Point]

/** Rounds in which the places on the curve that stand for the points are moved. */
const ROUNDS = 4

/**
 * Fits cubic curves to points on a smooth line, as few as pass all of them closely (P. J. Schneider, An algorithm for
 * automatically fitting digitized curves, 1990).
 *
 * @param points at least two points, no two in succession alike
 * @param tolerance the largest distance of a point from the curves
 */
export function fitCurves(points: readonly Point[], tolerance: number): Cubic[] {
  const first = direction(points[0], points[1])
  const last = direction(points.at(-1)!, points.at(-2)!)
  return fit(points, first, last, tolerance)
}

/** @param start the direction at the first point; @param end that at the last, back along the line */
function fit(points: readonly Point[], start: Point, end: Point, tolerance: number): Cubic[] {
  const last = points.length - 1
  if (last === 1) {
    const third = distance(points[0], points[1]) / 3
    return [[points[0], along(points[0], start, third), along(points[1], end, third), points[1]]]
  }
  let places = chordLengths(points)
  let worst = { index: 0, distance: Infinity }
  for (let round = 0; round < ROUNDS; round++) {
    const curve = leastSquares(points, places, start, end)
    worst = farthest(points, curve, places)
    if (worst.distance <= tolerance) return [curve]
    // Moving the places mends small errors only.
    if (worst.distance > 16 * tolerance) break
    places = places.map((place, index) => nearer(curve, points[index], place))
  }
  const middle = direction(points[worst.index - 1], points[worst.index + 1])
  return [
    ...fit(points.slice(0, worst.index + 1), start, [-middle[0], -middle[1]], tolerance),
    ...fit(points.slice(worst.index), middle, end, tolerance),
  ]
}

/** The curve from the first to the last point, with these directions at its ends, that is nearest to the others. */
function leastSquares(
  points: readonly Point[],
  places: readonly number[],
  start: Point,
  end: Point,
): Cubic {
  const [from, to] = [points[0], points.at(-1)!]
  let [c00, c01, c11, x0, x1] = [0, 0, 0, 0, 0]
  for (const [index, t] of places.entries()) {
    const [b0, b1, b2, b3] = weights(t)
    const [a0, a1]: Point[] = [
      [start[0] * b1, start[1] * b1],
      [end[0] * b2, end[1] * b2],
    ]
    const rest: Point = [
      points[index][0] - from[0] * (b0 + b1) - to[0] * (b2 + b3),
      points[index][1] - from[1] * (b0 + b1) - to[1] * (b2 + b3),
    ]
    c00 += dot(a0, a0)
    c01 += dot(a0, a1)
    c11 += dot(a1, a1)
    x0 += dot(a0, rest)
    x1 += dot(a1, rest)
  }
  const determinant = c00 * c11 - c01 * c01
  const third = distance(from, to) / 3
  let [before, after] = [(x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant]
  // Points that do not tell the lengths, or that tell a loop.
  const isSound = [before, after].every((length) => length > third / 100 && length < 10 * third)
  if (!isSound) [before, after] = [third, third]
  return [from, along(from, start, before), along(to, end, after), to]
}

function chordLengths(points: readonly Point[]): number[] {
  let length = 0
  const lengths = points.map((point, index) => {
    if (index > 0) length += distance(point, points[index - 1])
    return length
  })
  return lengths.map((each) => each / length)
}

/** The point, no end, that is farthest from its place on the curve. */
function farthest(points: readonly Point[], curve: Cubic, places: readonly number[]) {
  let worst = { index: 1, distance: 0 }
  for (let index = 1; index < points.length - 1; index++) {
    const away = distance(points[index], at(curve, places[index]))
    if (away > worst.distance) worst = { index, distance: away }
  }
  return worst
}

/** A place on the curve that is nearer to a point, by a step of Newton’s method. */
function nearer(curve: Cubic, point: Point, t: number): number {
  const [p0, p1, p2, p3] = curve
  const s = 1 - t
  const derivatives = [0, 1].map((axis) => {
    const [d0, d1, d2] = [p1[axis] - p0[axis], p2[axis] - p1[axis], p3[axis] - p2[axis]]
    return {
      first: 3 * (s * s * d0 + 2 * s * t * d1 + t * t * d2),
      second: 6 * (s * (d1 - d0) + t * (d2 - d1)),
    }
  })
  const away = at(curve, t).map((value, axis) => value - point[axis])
  const slope = derivatives.reduce((sum, { first }, axis) => sum + away[axis] * first, 0)
  const bend = derivatives.reduce(
    (sum, { first, second }, axis) => sum + first * first + away[axis] * second,
    0,
  )
  return bend > 0 ? Math.min(1, Math.max(0, t - slope / bend)) : t
}

/** The point of a curve at a place from 0 to 1. */
export function at([p0, p1, p2, p3]: Cubic, t: number): Point {
  const [b0, b1, b2, b3] = weights(t)
  return [
    b0 * p0[0] + b1 * p1[0] + b2 * p2[0] + b3 * p3[0],
    b0 * p0[1] + b1 * p1[1] + b2 * p2[1] + b3 * p3[1],
  ]
}

function weights(t: number): [number, number, number, number] {
  const s = 1 - t
  return [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
}

const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1]
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
const along = ([x, y]: Point, [dx, dy]: Point, length: number): Point => [
  x + dx * length,
  y + dy * length,
]

function direction(from: Point, to: Point): Point {
  const length = distance(from, to)
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}
