import type { Point } from '../kit/figure.ts'
import type { Belief } from './model.ts'

/** The directions of the rays, exactly including the axes, at which a level set may have corners. */
const QUARTER = Array.from({ length: 20 }, (_, i): Point => {
  const angle = ((i / 20) * Math.PI) / 2
  return [Math.cos(angle), Math.sin(angle)]
})
const DIRECTIONS = [0, 1, 2, 3].flatMap((turns) => QUARTER.map((point) => turned(point, turns)))

/**
 * The level sets at which the log of the joint posterior of two weights has fallen by each of `falls` from its mode, as
 * points in turn around it.
 *
 * Minus the log-posterior is convex, so every ray from the mode crosses each set once. Between two axes it is quadratic
 * along the ray, and the crossing is the root of that quadratic: the points are exact, only the lines between them are
 * not.
 */
export function levelSets(weights: readonly [Belief, Belief], falls: readonly number[]): Point[][] {
  const mode = weights.map(({ posterior }) => posterior.mode)
  const rays = DIRECTIONS.map((direction) => piecesOf(weights, direction))
  return falls.map((fall) =>
    rays.map((pieces, i): Point => {
      const t = crossing(pieces, fall)
      return [mode[0] + t * DIRECTIONS[i][0], mode[1] + t * DIRECTIONS[i][1]]
    }),
  )
}

/** A vector after some quarter turns. */
function turned([x, y]: Point, quarters: number): Point {
  return quarters === 0 ? [x, y] : turned([-y, x], quarters - 1)
}

/** Minus the log-posterior along a ray from its mode, piece by piece from the outermost inwards. */
interface Piece {
  start: number
  rise: Quadratic
}

/** A new piece begins wherever the ray crosses an axis. */
function piecesOf(weights: readonly [Belief, Belief], direction: Point): Piece[] {
  const [first, second] = weights.map((belief, j) => alongRay(belief, direction[j]))
  const starts = [0, ...first.axis, ...second.axis].sort((a, b) => b - a)
  return starts.map((start) => {
    const [a, b] = [first.from(start), second.from(start)]
    return { start, rise: [a[0] + b[0], a[1] + b[1], a[2] + b[2]] }
  })
}

/** The distance from the mode at which a ray has risen by `fall`. */
function crossing(pieces: readonly Piece[], fall: number): number {
  const below = pieces.find(
    ({ start, rise: [constant, slope, curvature] }) =>
      constant + start * (slope + start * curvature) <= fall,
  )
  const [constant, slope, curvature] = below!.rise
  const root = Math.sqrt(slope * slope - 4 * curvature * (constant - fall))
  return (root - slope) / (2 * curvature)
}

type Quadratic = readonly [constant: number, slope: number, curvature: number]

/** Growth of one weight's minus log-posterior along a ray: a quadratic in t, and another one beyond the axis. */
function alongRay({ kind, scale, observation, noise, posterior }: Belief, d: number) {
  const { mode } = posterior
  const loss = [((mode - observation) * d) / noise ** 2, d ** 2 / (2 * noise ** 2)] as const
  if (kind === 'gaussian') {
    const whole: Quadratic = [
      0,
      loss[0] + (mode * d) / scale ** 2,
      loss[1] + d ** 2 / (2 * scale ** 2),
    ]
    return { axis: [], from: () => whole }
  }
  // If the ray leads to the axis, |mode + td| − |mode| is −t|d| up to the axis and t|d| − 2|mode| beyond it.
  const inward = mode * d < 0
  const axis = inward ? [-mode / d] : []
  const from = (t: number): Quadratic =>
    t < (axis[0] ?? 0)
      ? [0, loss[0] - Math.abs(d) / scale, loss[1]]
      : [inward ? (-2 * Math.abs(mode)) / scale : 0, loss[0] + Math.abs(d) / scale, loss[1]]
  return { axis, from }
}
