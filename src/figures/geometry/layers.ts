import type { Language, Layer, Panel, Point, Scale, Text } from '../figure.ts'
import { fixed, percent, same } from '../format.ts'
import { arrow, dot, ellipse, line, polygon, ruleX, ruleY, specks, text } from '../marks.ts'
import { descentAt, levelEllipse } from './loss.ts'
import type { GeometryModel } from './model.ts'
import { ballBoundary, type Penalty } from './penalty.ts'
import type { Throws } from './throws.ts'

/** The plane of weights that every panel shows. */
export const REACH = 3.2

/** The colour that a penalty has everywhere in the course. */
export function penaltyColor(kind: Penalty['kind']): string {
  const names = { l1: '--dc-l1', l2: '--dc-l2', 'elastic-net': '--dc-elastic', lq: '--dc-ink' }
  return `var(${names[kind]})`
}

const LOSS = 'var(--dc-loss)'
const INK = 'var(--dc-ink)'
const HALO = { stroke: 'var(--dc-surface)', strokeWidth: 4, paintOrder: 'stroke' } as const

/** Contours at equal steps of distance, whatever the loss: levels go with the square. */
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

const solution: GeometryLayer = {
  name: 'solution',
  of: (m) => [m.solution],
  marks({ solution: { loss: level, penalty: size }, penalty, loss }) {
    const color = penaltyColor(penalty.kind)
    const { radii, angle } = levelEllipse(loss, level)
    const ball = ballBoundary(penalty, size)
    return [
      polygon(ball, { stroke: color, strokeWidth: 2, fill: color, fillOpacity: 0.1 }),
      ellipse(loss.optimum, radii, angle, { stroke: LOSS, strokeWidth: 2 }),
    ]
  },
}

const cone: GeometryLayer = {
  name: 'cone',
  of: (m) => [m.cone && m.solution],
  marks({ cone, solution: { w }, penalty, loss }) {
    if (!cone) return []
    const color = penaltyColor(penalty.kind)
    const edges = coneEdges(penalty, w)
    const far = edges.map((d): Point => [w[0] + CONE * d[0], w[1] + CONE * d[1]])
    const descent = descentAt(loss, w)
    const length = Math.hypot(...descent)
    const wedge =
      far.length > 1
        ? polygon(edges.length === 4 ? far : [w, ...far], {
            fill: color,
            fillOpacity: 0.25,
            stroke: 'none',
          })
        : line([w, ...far], {
            stroke: color,
            strokeOpacity: 0.35,
            strokeWidth: 7,
            strokeLinecap: 'round',
          })
    if (length < 1e-12) return [wedge]
    const along = (part: number): Point => [
      w[0] + (part * CONE * descent[0]) / length,
      w[1] + (part * CONE * descent[1]) / length,
    ]
    const [middle, tip] = [along(0.6), along(1)]
    return [
      wedge,
      arrow([{ from: w, to: tip }], {
        x1: (d) => d.from[0],
        y1: (d) => d.from[1],
        x2: (d) => d.to[0],
        y2: (d) => d.to[1],
        stroke: LOSS,
        strokeWidth: 2.25,
        headLength: 7,
      }),
      label(
        middle,
        same('−∇J₀'),
        [(24 * descent[1]) / length, (16 * descent[0]) / length],
        'en',
        LOSS,
      ),
    ]
  },
}

/** Length at which the cone and the steepest descent are drawn; only their directions matter. */
const CONE = 0.85

/** Directions that bound the normal cone of the penalty's ball at w, in turn; four of them stand for the whole plane. */
function coneEdges(penalty: Penalty, w: Point): Point[] {
  const unit = (x: number, y: number): Point => {
    const length = Math.hypot(x, y)
    return [x / length, y / length]
  }
  const [s1, s2] = [Math.sign(w[0]), Math.sign(w[1])]
  const smooth = (j: 0 | 1) => {
    if (penalty.kind === 'l1') return Math.sign(w[j])
    if (penalty.kind === 'l2') return w[j]
    if (penalty.kind === 'lq') return Math.sign(w[j]) * Math.abs(w[j]) ** (penalty.q - 1)
    return penalty.rho * Math.sign(w[j]) + (1 - penalty.rho) * w[j]
  }
  const kink = penalty.kind === 'l1' ? 1 : penalty.kind === 'elastic-net' ? penalty.rho : 0
  if (s1 === 0 && s2 === 0) {
    return [unit(1, 0), unit(0, 1), unit(-1, 0), unit(0, -1)]
  }
  if (s2 === 0) return kink ? [unit(smooth(0), kink), unit(smooth(0), -kink)] : [unit(s1, 0)]
  if (s1 === 0) return kink ? [unit(kink, smooth(1)), unit(-kink, smooth(1))] : [unit(0, s2)]
  return [unit(smooth(0), smooth(1))]
}

const points: GeometryLayer = {
  name: 'points',
  of: (m) => [m.loss, m.solution],
  overflow: true,
  marks({ loss: { optimum }, solution: { w }, penalty }, language) {
    const color = penaltyColor(penalty.kind)
    const zero = w[0] === 0 || w[1] === 0
    const close = Math.hypot(w[0] - optimum[0], w[1] - optimum[1]) < 0.35
    return [
      dot([optimum], { fill: LOSS, r: 4.5 }),
      ...(zero ? [dot([w], { stroke: color, r: 10, strokeWidth: 1.75 })] : []),
      dot([w], { fill: color, r: 5, stroke: 'var(--dc-surface)', strokeWidth: 1.25 }),
      label(optimum, same('ŵ'), [0, -22], language, LOSS),
      ...(close && !zero ? [] : [label(w, zeroText(w), [0, w[1] > 0 ? -18 : 20], language, color)]),
    ]
  },
}

/** The name of w*, with the weights that are zero. */
function zeroText(w: Point): Text {
  if (w[0] === 0 && w[1] === 0) return same('w* = 0')
  if (w[0] === 0) return same('w*: w₁ = 0')
  if (w[1] === 0) return same('w*: w₂ = 0')
  return same('w*')
}

function label(at: Point, words: Text, [dx, dy]: Point, language: Language, fill: string) {
  const options = { text: () => words[language], dx, dy, fill, fontSize: 14, fontWeight: 600 }
  return text([at], { ...options, ...HALO })
}

const zeroLines: GeometryLayer = {
  name: 'zero-lines',
  of: () => [],
  marks: () => [
    ruleX([0], { stroke: INK, strokeOpacity: 0.55 }),
    ruleY([0], { stroke: INK, strokeOpacity: 0.55 }),
  ],
}

const plane = (name: string): Scale => ({
  domain: [-REACH, REACH],
  label: same(name),
  ticks: 7,
  tickFormat: (value) => fixed(value, 0),
})

export const planePanel: Panel<GeometryModel> = {
  name: 'plane',
  title: { en: 'The plane of the two weights', zh: '两个权重所在的平面' },
  size: 'large',
  width: 440,
  height: 440,
  margin: { top: 14, right: 14, bottom: 34, left: 34 },
  x: (m) => plane(m.loss.names[0]),
  y: (m) => plane(m.loss.names[1]),
  layers: [zeroLines, regions, contours, path, solution, cone, points],
}

function throwsPanel(name: 'l1' | 'l2', title: Text): Panel<GeometryModel> {
  const throwsOf = (m: GeometryModel): Throws => (name === 'l1' ? m.throwsL1 : m.throwsL2)
  const color = penaltyColor(name)
  return {
    name: `throws-${name}`,
    title,
    size: 'small',
    width: 220,
    height: 220,
    margin: { top: 4, right: 4, bottom: 4, left: 4 },
    deferred: true,
    x: () => ({ ...plane(''), ticks: 0 }),
    y: () => ({ ...plane(''), ticks: 0 }),
    layers: [
      zeroLines,
      {
        name: 'throws',
        of: (m) => [throwsOf(m)],
        marks(m, language) {
          const { sparse, dense, share } = throwsOf(m)
          const words = { en: `${percent(share)} sparse`, zh: `稀疏 ${percent(share)}` }
          return [
            specks(dense, { stroke: 'var(--dc-muted)', strokeWidth: 3, strokeOpacity: 0.55 }),
            specks(sparse, { stroke: color, strokeWidth: 4.5 }),
            text([[0, REACH]], {
              text: () => words[language],
              dy: 15,
              fill: color,
              fontSize: 16,
              fontWeight: 650,
              ...HALO,
              strokeWidth: 5,
            }),
          ]
        },
      },
    ],
  }
}

export const throwsPanels = [
  throwsPanel('l1', { en: '500 random losses under L1', zh: '500 个随机损失，L1' }),
  throwsPanel('l2', { en: 'The same 500 under L2', zh: '同样 500 个，L2' }),
]
