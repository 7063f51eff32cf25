import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { INK, L1, L2, label, LOSS, outlinedDot, SURFACE } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, ellipse, line, polygon } from '../kit/marks.ts'
import { plane, zeroLines } from '../kit/plane.ts'
import { levelEllipse } from '../kit/quadraticLoss.ts'
import type { AdamWModel } from './model.ts'

type AdamWLayer = Layer<AdamWModel>

/** Levels of the contours, given by their distance for a loss with H = I. */
const CONTOURS = [0.2, 0.5, 0.9, 1.4, 2, 2.7].map((distance) => distance ** 2 / 2)

const contours: AdamWLayer = {
  name: 'contours',
  of: ({ loss }) => [loss],
  marks: ({ loss }) =>
    CONTOURS.map((level, i) => {
      const { radii, angle } = levelEllipse(loss, level)
      const strokeOpacity = 0.65 - 0.06 * i
      return ellipse(loss.optimum, radii, angle, { stroke: LOSS, strokeOpacity, strokeWidth: 1 })
    }),
}

/** The square that AdamW ends in, and the balls through the minima of the other two penalties. */
const shapes: AdamWLayer = {
  name: 'shapes',
  of: ({ half, ridge, lasso }) => [half, ridge, lasso],
  marks({ half, ridge, lasso }) {
    const radius = Math.hypot(...ridge)
    const t = Math.abs(lasso[0]) + Math.abs(lasso[1])
    const corners: Point[] = [
      [half, half],
      [-half, half],
      [-half, -half],
      [half, -half],
    ]
    const tips: Point[] = [
      [t, 0],
      [0, t],
      [-t, 0],
      [0, -t],
    ]
    return [
      polygon(corners, { stroke: INK, strokeWidth: 1.75, fill: INK, fillOpacity: 0.07 }),
      ellipse([0, 0], [radius, radius], 0, { stroke: L2, strokeWidth: 1.75 }),
      polygon(tips, { stroke: L1, strokeWidth: 1.75 }),
    ]
  },
}

const words: Record<'ridge' | 'lasso' | 'goal', Text> = {
  ridge: { en: 'ridge', zh: '岭回归' },
  lasso: { en: 'lasso', zh: 'Lasso' },
  goal: { en: 'AdamW', zh: 'AdamW' },
}

const minima: AdamWLayer = {
  name: 'minima',
  of: ({ ridge, lasso, goal, loss }) => [ridge, lasso, goal, loss],
  marks({ ridge, lasso, goal, loss }, language) {
    const up = goal[1] >= 0 ? -1 : 1
    return [
      dot([loss.optimum], { fill: LOSS, r: 4.5 }),
      label(loss.optimum, 'ŵ', [0, 16 * up], LOSS),
      outlinedDot([ridge], L2, 5.5),
      label(ridge, words.ridge[language], [30, 13 * up], L2),
      outlinedDot([lasso], L1, 5.5),
      label(lasso, words.lasso[language], [30, -15 * up], L1),
      dot([goal], { stroke: INK, strokeWidth: 1.75, r: 7 }),
      label(goal, words.goal[language], [0, 18 * up], INK),
    ]
  },
}

const run: AdamWLayer = {
  name: 'run',
  of: ({ run }) => [run],
  marks: ({ run, now }) => [
    line(run, { stroke: INK, strokeWidth: 2 }),
    dot([now], { r: 4, fill: INK, stroke: SURFACE, strokeWidth: 1 }),
  ],
}

export const planePanel: Panel<AdamWModel> = {
  name: 'plane',
  title: {
    en: 'Circle, diamond and square: where each method ends',
    zh: '圆、菱形与正方形：各方法停在哪里',
  },
  ...panelSize('large', 440, 440, [14, 14, 34, 34]),
  x: ({ loss }) => plane(loss.names[0]),
  y: ({ loss }) => plane(loss.names[1]),
  layers: [zeroLines, contours, shapes, run, minima],
}
