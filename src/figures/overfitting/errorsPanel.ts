import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { INK, LOSS, MUTED, penaltyColor, smallText, SURFACE } from '../kit/labels.ts'
import { BESIDE_MAIN, logScale, strengthScale } from '../kit/layout.ts'
import { areaY, dot, line, ruleX } from '../kit/marks.ts'
import type { OverfittingModel } from './model.ts'
import { parameters } from './parameters.ts'

type ErrorLayer = Layer<OverfittingModel>

/** Errors from a hundredth to ten times the scale of the points; a fit through every point has none. */
const SPAN: Point = [0.005, 5]
const EDGE = parameters.lambda.min

/** Beyond this strength, words stand to the left of their line. */
const MIDDLE = 0.05

const within = (error: number) => Math.min(1e3 * SPAN[1], Math.max(SPAN[0], error))

const crossValidated: ErrorLayer = {
  name: 'cross-validated',
  of: (m) => [m.selection],
  deferred: true,
  marks({ selection: { lambdas, errors, standardErrors } }) {
    const rows = Array.from(lambdas, (lambda, i) => ({
      lambda,
      error: within(errors[i]),
      low: within(errors[i] - standardErrors[i]),
      high: within(errors[i] + standardErrors[i]),
    }))
    return [
      areaY(rows, { x: 'lambda', y1: 'low', y2: 'high', fill: MUTED, fillOpacity: 0.18 }),
      line(rows, { x: 'lambda', y: 'error', stroke: MUTED, strokeWidth: 1.75 }),
    ]
  },
}

const curves: ErrorLayer = {
  name: 'curves',
  of: (m) => [m.errors],
  deferred: true,
  marks({ errors, penalty }) {
    const stroke = penaltyColor(penalty)
    return [
      line(errors, {
        x: 'lambda',
        y: ({ trainError }) => within(trainError),
        stroke,
        strokeWidth: 1.5,
        strokeDasharray: '4 3',
      }),
      line(errors, {
        x: 'lambda',
        y: ({ testError }) => within(testError),
        stroke,
        strokeWidth: 2.25,
      }),
    ]
  },
}

const choice: ErrorLayer = {
  name: 'choice',
  of: (m) => [m.selection],
  overflow: true,
  deferred: true,
  marks({ selection: { minimum, oneStandardError } }, language) {
    const rule = ({ lambda }: { lambda: number }, words: Text, row: number) => [
      ruleX([lambda], { stroke: MUTED, strokeDasharray: '2 3', strokeWidth: 1.25 }),
      smallText([lambda], words[language], {
        x: [lambda],
        frameAnchor: 'bottom',
        textAnchor: lambda > MIDDLE ? ('end' as const) : ('start' as const),
        dx: lambda > MIDDLE ? -5 : 5,
        dy: -5 - 15 * row,
        fill: MUTED,
      }),
    ]
    return [
      ...rule(minimum, { en: 'smallest error', zh: '误差最小' }, 1),
      ...rule(oneStandardError, { en: 'one standard error', zh: '一倍标准误' }, 0),
    ]
  },
}

const now: ErrorLayer = {
  name: 'now',
  of: (m) => [m.fit, m.penalty],
  marks({ fit, values, penalty }) {
    const lambda = values.zero ? EDGE : fit.lambda
    const fill = values.zero ? LOSS : penaltyColor(penalty)
    const outline = { stroke: SURFACE, strokeWidth: 1 }
    return [
      ruleX([lambda], { stroke: values.zero ? LOSS : INK, strokeWidth: values.zero ? 3 : 1.25 }),
      dot([[lambda, within(fit.trainError)]], { r: 3.25, fill, ...outline }),
      dot([[lambda, within(fit.testError)]], { r: 4.25, fill, ...outline }),
    ]
  },
}

export const errorsPanel: Panel<OverfittingModel> = {
  name: 'errors',
  title: {
    en: 'Error: solid test, dashed train, grey cross-validation',
    zh: '误差：实线测试，虚线训练，灰色交叉验证',
  },
  ...BESIDE_MAIN,
  x: () => strengthScale(parameters.lambda, 4),
  y: () => logScale(SPAN, { en: 'mean squared error', zh: '均方误差' }, 3),
  layers: [crossValidated, curves, choice, now],
}
