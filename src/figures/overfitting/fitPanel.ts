import type { Layer, Mark, Panel, Point } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import {
  boldText,
  DATA,
  INK,
  LOSS,
  MUTED,
  outlinedDot,
  penaltyColor,
  smallText,
} from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { line, ruleY } from '../kit/marks.ts'
import { valueAt, type Polynomial } from '../kit/polynomial.ts'
import { grid, truth } from '../kit/sineData.ts'
import type { OverfittingModel } from './model.ts'

type FitLayer = Layer<OverfittingModel>

/** A little beyond the points, so that those at the edge can be grabbed. */
const REACH: Point = [-1.06, 1.06]
const HEIGHT: Point = [-1.3, 1.3]

/**
 * A polynomial between the outermost points, and fainter beyond them, where it is not evaluated. A wild curve may leave
 * the picture, but only up to heights that every renderer can handle.
 */
function curve(
  polynomial: Polynomial,
  [low, high]: Point,
  options: { stroke: string; strokeWidth: number },
): Mark[] {
  const along = (xs: readonly number[]) =>
    xs.map((x): Point => [x, Math.max(-99, Math.min(99, valueAt(polynomial, x)))])
  const beyond = { ...options, strokeOpacity: 0.35 }
  return [
    line(along([...grid.filter((x) => x < low), low]), beyond),
    line(along([low, ...grid.filter((x) => x > low && x < high), high]), options),
    line(along([high, ...grid.filter((x) => x > high)]), beyond),
  ]
}

const truthLayer: FitLayer = {
  name: 'truth',
  of: () => [],
  marks: () => [
    line(
      grid.map((x): Point => [x, truth(x)]),
      { stroke: MUTED, strokeWidth: 1.5, strokeDasharray: '5 4' },
    ),
  ],
}

const meanLayer: FitLayer = {
  name: 'mean',
  of: (m) => [m.mean],
  marks: ({ mean }, language) => [
    ruleY([mean], {
      stroke: MUTED,
      strokeOpacity: 0.7,
      strokeDasharray: '1 4',
      strokeLinecap: 'round',
    }),
    smallText([[-0.6, mean]], { en: 'mean of y', zh: 'y 的均值' }[language], {
      dy: -9,
      fill: MUTED,
    }),
  ],
}

const freeLayer: FitLayer = {
  name: 'free',
  of: (m) => [m.free, m.span],
  marks: ({ free, span }) => curve(free.polynomial, span, { stroke: LOSS, strokeWidth: 1.25 }),
}

const fitLayer: FitLayer = {
  name: 'fit',
  of: (m) => [m.fit, m.penalty, m.span],
  marks({ fit, penalty, values, span }) {
    const color = values.zero ? LOSS : penaltyColor(penalty)
    const { x, slope } = fit.steepest
    const y = valueAt(fit.polynomial, x)
    // A tangent of constant length in the picture, whatever its slope.
    const reach = TANGENT / Math.hypot(1, slope * PIXELS_PER_UNIT)
    const end = (side: number): Point => [x + side * reach, y + side * reach * slope]
    const seen = Math.abs(y) < HEIGHT[1]
    return [
      ...curve(fit.polynomial, span, { stroke: color, strokeWidth: 2.75 }),
      ...(seen && slope !== 0
        ? [
            line([end(-1), end(1)], { stroke: INK, strokeWidth: 2, strokeLinecap: 'round' }),
            boldText([[x, y]], `f′ = ${fixed(slope, Math.abs(slope) < 10 ? 2 : 0)}`, {
              textAnchor: x > 0.6 ? 'end' : 'start',
              dx: x > 0.6 ? -12 : 12,
              dy: slope > 0 === x > 0.6 ? -12 : 12,
              fill: INK,
            }),
          ]
        : []),
    ]
  },
}

const pointsLayer: FitLayer = {
  name: 'points',
  of: (m) => [m.points],
  marks: ({ points }) => [outlinedDot(points, DATA)],
}

const size = panelSize('main', 500, 460, [18, 8, 34, 38])

/** Ratio of the lengths of a unit of y and a unit of x in the picture. */
const PIXELS_PER_UNIT =
  (size.height - size.margin.top - size.margin.bottom) /
  (HEIGHT[1] - HEIGHT[0]) /
  ((size.width - size.margin.left - size.margin.right) / (REACH[1] - REACH[0]))

/** Half the tangent's length, in units of x. */
const TANGENT = 0.16

export const fitPanel: Panel<OverfittingModel> = {
  name: 'fit',
  title: {
    en: 'Bold the fit, thin the fit without a penalty, dashed the truth',
    zh: '粗线：拟合；细线：不加惩罚的拟合；虚线：真实曲线',
  },
  ...size,
  x: () => ({ domain: REACH, label: same('x'), ticks: 5, decimals: 1 }),
  y: () => ({ domain: HEIGHT, label: same('y'), ticks: 5, decimals: 1 }),
  layers: [truthLayer, meanLayer, freeLayer, fitLayer, pointsLayer],
}
