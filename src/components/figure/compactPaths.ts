/** By how far, in px, a path may pass a point that is left out: finer than a reader can see. */
const TOLERANCE = 0.12

/** Straight pieces in place of a cubic curve, before those that bend too little to be seen are joined. */
const PIECES = 16

type Point = readonly [number, number]

/**
 * Rewrites the paths of an SVG text with the points that a reader can see, as relative steps rounded to a tenth of a
 * pixel: a quarter of the bytes after compression.
 *
 * Only paths of moves, lines, cubic curves and returns (M, L, C, Z) are rewritten. Rounding errors do not accumulate,
 * because each step starts at the rounded point.
 *
 * @example
 * compactPaths('<path d="M1.04,2L3.111,2.5L5,3"/>') // '<path d="M1,2l4,1"/>'
 */
export function compactPaths(svg: string): string {
  return svg.replace(/ d="(M[MLCZ0-9.,e-]+)"/g, (_, path: string) => ` d="${inSteps(path)}"`)
}

function inSteps(path: string): string {
  return path
    .split(/(?=M)/)
    .map((part) => {
      const points = simplified(pointsOf(part))
      let from: Point = [0, 0]
      const steps = points.map(([x, y]) => {
        const to: Point = [Math.round(10 * x), Math.round(10 * y)]
        const step = [to[0] - from[0], to[1] - from[1]]
        from = to
        return step
      })
      const [start, ...rest] = steps.map((step) => step.map(tenths).join(','))
      const moved = rest.filter((step) => step !== '0,0')
      // A line without length is a dot if its ends are round.
      const lines = moved.length === 0 && rest.length > 0 ? ['0,0'] : moved
      return `M${start}${lines.map((step) => `l${step}`).join('')}${part.endsWith('Z') ? 'z' : ''}`
    })
    .join('')
}

/** The corners of one part of a path, its curves cut into straight pieces. */
function pointsOf(part: string): Point[] {
  const points: Point[] = []
  for (const [, command, text] of part.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const numbers = text.split(',').map(Number)
    const size = command === 'C' ? 6 : 2
    for (let at = 0; at < numbers.length; at += size) {
      const [x1, y1, x2, y2, x3, y3] = numbers.slice(at, at + size)
      if (command !== 'C') {
        points.push([x1, y1])
        continue
      }
      const [x0, y0] = points.at(-1)!
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
        points.push([a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3])
      }
    }
  }
  return points
}

/** Leaves out points that lie on the line between others, after Douglas and Peucker. */
function simplified(points: readonly Point[]): Point[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span; (span = spans.pop());) {
    const [first, last] = span
    let farthest = 0
    let most = TOLERANCE
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

const tenths = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')
