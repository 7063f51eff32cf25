import type { Layer, Panel, Point } from '../kit/figure.ts'
import { boldText, label, LOSS, penaltyColor, SURFACE } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, ellipse, line, polygon } from '../kit/marks.ts'
import { plane, REACH, zeroLines } from '../kit/plane.ts'
import { levelEllipse } from '../kit/quadraticLoss.ts'
import { cone } from './coneLayer.ts'
import type { GeometryModel } from './model.ts'
import { ballBoundary } from './penalty.ts'

/** Levels of the contours, given by their distance for a loss with H = I. */
const CONTOURS = [0.25, 0.6, 1, 1.5, 2.1, 2.8, 3.6, 4.5].map((distance) => distance ** 2 / 2)

type GeometryLayer = Layer<GeometryModel>

const regions: GeometryLayer = {
  name: 'regions',
  of: (m) => [m.regions, m.penalty],
  marks({ regions, penalty }) {
    if (!regions) return []
    const color = penaltyColor(penalty.kind)
    const strip = { stroke: color, strokeWidth: 1, fill: color, fillOpacity: 0.14 }
    return [
      ...[...regions.first, ...regions.second].map((points) => polygon(points, strip)),
      polygon(regions.both, { ...strip, fillOpacity: 0.3 }),
    ]
  },
}

const contours: GeometryLayer = {
  name: 'contours',
  of: (m) => [m.loss],
  marks: ({ loss }) =>
    CONTOURS.map((level, i) => {
      const { radii, angle } = levelEllipse(loss, level)
      const strokeOpacity = 0.75 - 0.06 * i
      return ellipse(loss.optimum, radii, angle, { stroke: LOSS, strokeOpacity, strokeWidth: 1 })
    }),
}

const path: GeometryLayer = {
  name: 'path',
  of: (m) => [m.path],
  marks: ({ path, penalty }) => [
    line(
      path.map(({ w }) => w),
      {
        stroke: penaltyColor(penalty.kind),
        strokeWidth: 1.75,
        strokeDasharray: '1 4',
        strokeLinecap: 'round',
      },
    ),
  ],
}

const optimum: GeometryLayer = {
  name: 'optimum',
  of: (m) => [m.loss],
  marks: ({ loss }) => [
    dot([loss.optimum], { fill: LOSS, r: 4.5 }),
    label(loss.optimum, 'ŵ', [0, loss.optimum[1] > ROOF ? 22 : -22], LOSS),
  ],
}

const ball: GeometryLayer = {
  name: 'ball',
  of: (m) => [m.solution],
  marks({ solution: { penalty: size }, penalty }) {
    const color = penaltyColor(penalty.kind)
    return [
      polygon(ballBoundary(penalty, size), { ...ring(color, 2), fill: color, fillOpacity: 0.1 }),
    ]
  },
}

const solution: GeometryLayer = {
  name: 'solution',
  of: (m) => [m.solution],
  marks({ solution: { w, loss: level }, penalty, loss }) {
    const color = penaltyColor(penalty.kind)
    const { radii, angle } = levelEllipse(loss, level)
    const zero = w[0] === 0 || w[1] === 0
    const close = Math.hypot(w[0] - loss.optimum[0], w[1] - loss.optimum[1]) < 0.35
    return [
      ellipse(loss.optimum, radii, angle, ring(LOSS, 2)),
      ...(zero ? [dot([w], { ...ring(color, 1.75), r: 10 })] : []),
      dot([w], { fill: color, r: 5, ...ring(SURFACE, 1.25) }),
      ...(close && !zero ? [] : [solutionLabel(w, color)]),
    ]
  },
}

/** Above this height a label is placed below its point, to stay in the picture. */
const ROOF = 2.6

/** Pixels of a unit of weight, and of the longest label. */
const UNIT = 392 / (2 * REACH)
const LABEL = 76

/** The label of w*, above or below it, but at a corner on the horizontal axis outside the ball, which it would lie across. */
function solutionLabel(w: Point, color: string) {
  const [x, y] = w
  if (y !== 0 || x === 0) return label(w, zeroText(w), [0, y > 0 && y < ROOF ? -18 : 20], color)
  const room = (REACH - Math.abs(x)) * UNIT - LABEL
  const start = Math.min(10, room)
  // The edge falls away at 45°: what begins before the corner must begin below it.
  const dy = Math.max(18, 18 - start)
  return boldText([w], zeroText(w), {
    textAnchor: x > 0 ? 'start' : 'end',
    dx: Math.sign(x) * start,
    dy,
    fill: color,
    fontSize: 14,
  })
}

const ring = (stroke: string, strokeWidth: number) => ({ stroke, strokeWidth })

/** The name of w*, with the weights that are zero. */
function zeroText(w: Point): string {
  if (w[0] === 0 && w[1] === 0) return 'w* = 0'
  if (w[0] === 0) return 'w*: w₁ = 0'
  if (w[1] === 0) return 'w*: w₂ = 0'
  return 'w*'
}

export const planePanel: Panel<GeometryModel> = {
  name: 'plane',
  title: { en: 'The plane of the two weights', zh: '两个权重所在的平面' },
  ...panelSize('large', 440, 440, [14, 14, 34, 34]),
  x: (m) => plane(m.loss.names[0]),
  y: (m) => plane(m.loss.names[1]),
  layers: [zeroLines, regions, contours, path, cone, optimum, ball, solution],
}
