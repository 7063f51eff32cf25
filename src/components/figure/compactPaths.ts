// cspell:ignore MLCZ
import { at, fitCurves, type Cubic, type Point } from './fitCurve.ts'

/** How exact a path is, in px. */
interface Precision {
  /** By how far it may pass its points. */
  tolerance: number
  /** What its steps are rounded to. */
  unit: number
}

/** Less than a reader can see. */
const FINE: Precision = { tolerance: 0.25, unit: 0.1 }

/** A path of many lines is seen as a bundle: two thirds of the bytes. */
const BUNDLE: Precision = { tolerance: 0.5, unit: 0.5 }

/** Lines that make a bundle. */
const MANY = 12

/** Points that stand for a line are at most so far apart, in px. */
const SPACING = 3

/** Places of a cubic curve that stand for it. */
const PLACES = 16

/** The cosine of the turn, here of 20 degrees, from which on a point is a corner. */
const CORNER = 0.94

/** Attributes that hold places and lengths in px. */
const PLACE_NAMES = 'x|y|x1|x2|y1|y2|cx|cy|r|transform'

/**
 * Rewrites an SVG text with fewer bytes: it looks the same.
 *
 * - A path has few cubic curves and straight lines, in relative steps rounded to a tenth of a pixel: a fifth of the bytes
 *   after compression. Rounding errors do not accumulate, because each step starts at the rounded point. Only paths of
 *   moves, lines, cubic curves and returns (M, L, C, Z) are rewritten.
 * - A path of many lines, seen as a bundle, has steps of half a pixel.
 * - Specks (`M…h0`) are at whole pixels, from left to right, each place once: half of the bytes.
 * - Lines of one style, such as those of a grid, are one path.
 * - Other places are rounded to a tenth of a pixel.
 *
 * @example
 * compactPaths('<path d="M1.04,2L3.111,2.5L5,3"/>') // '<path d="M1,2l4,1"/>'
 */
export function compactPaths(svg: string): string {
  return svg
    .replace(new RegExp(` (${PLACE_NAMES})="([^"]*)"`, 'g'), (_, name: string, value: string) => {
      return ` ${name}="${value.replace(/rotate.*|-?\d*\.\d{3,}(e-?\d+)?/g, rounded)}"`
    })
    .replace(/(?:<line(?: [xy][12]="-?[0-9.]+"){4}><\/line>){2,}/g, joined)
    .replace(/ d="(M[MLCZ0-9.,e-]+)"/g, (_, path: string) => ` d="${inSteps(path)}"`)
    .replace(/ d="((?:M[0-9.,-]+h0)+)"/g, (_, path: string) => ` d="${specks(path)}"`)
}

/** A turn moves what is far from its centre: it stays as it is. */
const rounded = (part: string) =>
  part.startsWith('rotate') ? part : String(Math.round(10 * Number(part)) / 10)

/** Lines as one path. */
function joined(lines: string): string {
  const ends = Array.from(lines.matchAll(/<line[^>]*>/g), ([line]) => {
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) =>
      new RegExp(` ${name}="([^"]*)"`).exec(line)!.at(1),
    )
    return `M${x1},${y1}L${x2},${y2}`
  })
  return `<path d="${ends.join('')}"></path>`
}

function inSteps(path: string): string {
  const parts = path.split(/(?=M)/)
  const precision = parts.length < MANY ? FINE : BUNDLE
  return parts.map((each) => part(each, precision)).join('')
}

/** A line without a break. */
function part(path: string, precision: Precision): string {
  const points = pointsOf(path)
  const pen = new Pen(points[0], precision)
  const end = path.endsWith('Z') ? 'z' : ''
  // A line without length is a dot if its ends are round.
  if (points.length === 1) return pen.start + (/[LC]/.test(path) ? 'l0,0' : '') + end
  const { tolerance } = precision
  const straight = pen.lines(simplified(points, tolerance).slice(1))
  const smooth = runsOf(dense(points)).flatMap((run) => fitCurves(run, tolerance))
  const curved = new Pen(points[0], precision).curves(smooth)
  return pen.start + (curved.length < straight.length ? curved : straight) + end
}

function specks(path: string): string {
  const places = new Map<string, Point>()
  for (const [, x, y] of path.matchAll(/M([^,]*),([^h]*)h0/g)) {
    const place: Point = [Math.round(Number(x)), Math.round(Number(y))]
    places.set(place.join(), place)
  }
  let from: Point = [0, 0]
  return [...places.values()]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map((to, index) => {
      const step = [to[0] - from[0], to[1] - from[1]].join(',')
      from = to
      return `${index === 0 ? 'M' : 'm'}${step}h0`
    })
    .join('')
}

/** Writes relative steps, in whole units of its precision. */
class Pen {
  readonly start: string
  readonly #precision: Precision
  #at: Point

  constructor(start: Point, precision: Precision) {
    this.#precision = precision
    this.#at = this.#units(start)
    this.start = `M${this.#written(this.#at)}`
  }

  lines(points: readonly Point[]): string {
    return points.map((point) => `l${this.#to([point])}`).join('')
  }

  curves(curves: readonly Cubic[]): string {
    return curves
      .map((curve) => {
        const [, before, after, end] = curve
        const isStraight = this.#isStraight(curve)
        return isStraight ? `l${this.#to([end])}` : `c${this.#to([before, after, end])}`
      })
      .join('')
  }

  #to(points: readonly Point[]): string {
    const from = this.#at
    const rounded = points.map((point) => this.#units(point))
    this.#at = rounded.at(-1)!
    return rounded.map(([x, y]) => this.#written([x - from[0], y - from[1]])).join(',')
  }

  #units([x, y]: Point): Point {
    const { unit } = this.#precision
    return [Math.round(x / unit), Math.round(y / unit)]
  }

  #written(point: Point): string {
    const tenths = Math.round(10 * this.#precision.unit)
    return point.map((value) => String((tenths * value) / 10).replace(/^(-?)0\./, '$1.')).join(',')
  }

  #isStraight([from, before, after, to]: Cubic): boolean {
    const { tolerance } = this.#precision
    return [before, after].every((point) => distanceTo(point, from, to) < tolerance)
  }
}

/** The points of one part of a path, no two in succession alike; a curve has many. */
function pointsOf(path: string): Point[] {
  const points: Point[] = []
  const add = (point: Point) => {
    const last = points.at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  for (const [, command, text] of path.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const numbers = text.split(',').map(Number)
    const pairs = Array.from({ length: numbers.length / 2 }, (_, k): Point => [
      numbers[2 * k],
      numbers[2 * k + 1],
    ])
    if (command !== 'C') pairs.forEach(add)
    else {
      for (let k = 0; k < pairs.length; k += 3) {
        const curve: Cubic = [points.at(-1)!, pairs[k], pairs[k + 1], pairs[k + 2]]
        for (let place = 1; place <= PLACES; place++) add(at(curve, place / PLACES))
      }
    }
  }
  return points
}

/** The same line with more points on its long pieces, so that a curve that passes the points follows the line. */
function dense(points: readonly Point[]): Point[] {
  return points.flatMap(([x, y], index) => {
    if (index === 0) return [[x, y] as Point]
    const [x0, y0] = points[index - 1]
    const count = Math.ceil(Math.hypot(x - x0, y - y0) / SPACING)
    return Array.from({ length: count }, (_, k): Point => {
      const t = (k + 1) / count
      return [x0 + t * (x - x0), y0 + t * (y - y0)]
    })
  })
}

/** The line in runs without a corner. */
function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [[points[0]]]
  for (let index = 1; index < points.length; index++) {
    runs.at(-1)!.push(points[index])
    if (index === points.length - 1) break
    const [before, after] = [step(points, index), step(points, index + 1)]
    if (before[0] * after[0] + before[1] * after[1] < CORNER) runs.push([points[index]])
  }
  return runs
}

/** The direction from the point before to the one at an index. */
function step(points: readonly Point[], index: number): Point {
  const [dx, dy] = [
    points[index][0] - points[index - 1][0],
    points[index][1] - points[index - 1][1],
  ]
  const length = Math.hypot(dx, dy)
  return [dx / length, dy / length]
}

/** Leaves out points that lie on the line between others, after Douglas and Peucker. */
function simplified(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span; (span = spans.pop());) {
    const [first, last] = span
    let farthest = 0
    let most = tolerance
    for (let index = first + 1; index < last; index++) {
      const distance = distanceTo(points[index], points[first], points[last])
      if (distance > most) {
        most = distance
        farthest = index
      }
    }
    if (farthest === 0) continue
    keep.add(farthest)
    spans.push([first, farthest], [farthest, last])
  }
  return points.filter((_, index) => keep.has(index))
}

/** Distance of a point from the line segment between two others. */
function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}
