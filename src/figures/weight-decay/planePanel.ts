import type { GradientDescentState } from 'shrinkage'
import type { Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { arrowBetween, L2, label, LOSS, outlinedDot, SURFACE } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, ellipse, line, specks } from '../kit/marks.ts'
import { zeroLines } from '../kit/plane.ts'
import { levelEllipse, lossOf } from '../kit/quadraticLoss.ts'
import type { DecayModel } from './model.ts'

type DecayLayer = Layer<DecayModel>

/** Levels of the contours, given by their distance for a loss with H = I. */
const CONTOURS = [0.3, 0.7, 1.2, 1.8, 2.5, 3.3, 4.2].map((distance) => distance ** 2 / 2)

/** Distance far outside the picture, at which drawing a diverging run stops. */
const FAR = 100

const place = ({ parameters }: GradientDescentState): Point => [parameters[1], parameters[2]]

const contours: DecayLayer = {
  name: 'contours',
  of: ({ values }) => [values.optimum, values.correlation],
  marks({ values: { optimum, correlation } }) {
    const loss = lossOf(optimum, correlation, 1)
    return CONTOURS.map((level, i) => {
      const { radii, angle } = levelEllipse(loss, level)
      const strokeOpacity = 0.6 - 0.06 * i
      return ellipse(optimum, radii, angle, { stroke: LOSS, strokeOpacity, strokeWidth: 1 })
    })
  },
}

/** Both runs as a whole. Not dotted: dots take browsers longer than all else in the figure. */
const runs: DecayLayer = {
  name: 'runs',
  of: ({ plain, penalized }) => [plain, penalized],
  marks: ({ plain, penalized }) => [
    line(drawable(plain), { stroke: LOSS, strokeOpacity: 0.35, strokeWidth: 0.75 }),
    line(drawable(penalized), { stroke: L2, strokeOpacity: 0.4, strokeWidth: 0.75 }),
  ],
}

const words: Record<'plain' | 'penalized', Text> = {
  plain: { en: 'θ̂ without penalty', zh: '无惩罚 θ̂' },
  penalized: { en: 'θ* with penalty', zh: '有惩罚 θ*' },
}

const goals: DecayLayer = {
  name: 'goals',
  of: ({ goal, values }) => [goal, values.optimum],
  marks({ goal, values: { optimum } }, language) {
    const ridge: Point = [goal.coefficients[0], goal.coefficients[1]]
    const apart = Math.hypot(ridge[0] - optimum[0], ridge[1] - optimum[1]) > 0.3
    return [
      dot([optimum], { fill: LOSS, r: 4.5 }),
      label(optimum, words.plain[language], [optimum[0] > 2 ? -34 : 0, -24], LOSS),
      dot([ridge], { stroke: L2, strokeWidth: 1.75, r: 7 }),
      ...(apart ? [label(ridge, words.penalized[language], [0, 22], L2)] : []),
    ]
  },
}

/** Both runs up to this step, and the two parts of the next step. */
const now: DecayLayer = {
  name: 'now',
  of: ({ plain, penalized, values }) => [plain, penalized, values.step],
  marks({ plain, penalized, values: { step } }) {
    const here = place(penalized[step])
    const there = place(penalized[step + 1])
    const shrunk = shrunkFrom(penalized[step])
    return [
      ...trail(plain.slice(0, step + 1), LOSS),
      ...trail(penalized.slice(0, step + 1), L2),
      ...stretch(here, shrunk, L2),
      ...stretch(shrunk, there, LOSS),
      dot([there].filter(near), { r: 4, stroke: L2, strokeWidth: 1.5, fill: SURFACE }),
    ]
  },
}

/** (1 − αλ/m)θ, the end of the first arrow of a step. */
function shrunkFrom({ parameters, shrinkStep }: GradientDescentState): Point {
  return [parameters[1] + shrinkStep[1], parameters[2] + shrinkStep[2]]
}

function trail(states: readonly GradientDescentState[], color: string): Mark[] {
  const points = drawable(states)
  const last = points.slice(-1).filter(near)
  return [
    line(points, { stroke: color, strokeWidth: 1.5 }),
    specks(points.slice(0, -1), { stroke: color, strokeWidth: 5 }),
    outlinedDot(last, color),
  ]
}

/** An arrow, unless it is too short to see or too long to draw. */
function stretch(from: Point, to: Point, color: string): Mark[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return length > 0.01 && near(from) && near(to) ? [arrowBetween(from, to, color)] : []
}

const near = (point: Point) => Math.hypot(...point) < FAR

/** The points of a run until it has left the picture for good. */
function drawable(states: readonly GradientDescentState[]): Point[] {
  const points = states.map(place)
  const end = points.findIndex((point) => !near(point))
  return end === -1 ? points : points.slice(0, end)
}

const ticks = { ticks: 5, decimals: 0 }

export const planePanel: Panel<DecayModel> = {
  name: 'plane',
  title: {
    en: 'One step as two arrows: shrink, then follow the data',
    zh: '一步分成两个箭头：先收缩，再跟随数据',
  },
  ...panelSize('large', 440, 408, [14, 14, 34, 34]),
  // Equal units: 4.9 across on 392 pixels, 4.5 up on 360.
  x: () => ({ domain: [-1.5, 3.4], label: same('θ₁'), ...ticks }),
  y: () => ({ domain: [-1.5, 3], label: same('θ₂'), ...ticks }),
  layers: [zeroLines, contours, runs, goals, now],
}
