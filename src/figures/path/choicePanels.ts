import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { outlinedDot } from '../kit/labels.ts'
import { nowRule, strengthScale } from '../kit/layout.ts'
import { areaY, line, ruleX } from '../kit/marks.ts'
import type { PathModel } from './model.ts'
import { parameters } from './parameters.ts'
import { colorOf, corner, size } from './pathPanel.ts'

type ChoiceLayer = Layer<PathModel>

/** The two λ that cross-validation offers, in both panels: dashed where the error is smallest, dotted the simpler one. */
const chosen: ChoiceLayer = {
  name: 'chosen',
  of: (model) => [model.cv],
  marks(model) {
    const { minimum, oneStandardError } = model.cv
    const rule = { stroke: colorOf(model), strokeWidth: 1.5 }
    return [
      ruleX([minimum.lambda], { ...rule, strokeDasharray: '6 3' }),
      ruleX([oneStandardError.lambda], { ...rule, strokeDasharray: '1 3' }),
    ]
  },
}

const errors: ChoiceLayer = {
  name: 'errors',
  of: (model) => [model.cv],
  marks(model) {
    const { lambdas, errors, standardErrors } = model.cv
    const color = colorOf(model)
    const band = Array.from(lambdas, (lambda, l) => ({
      lambda,
      low: errors[l] - standardErrors[l],
      high: errors[l] + standardErrors[l],
    }))
    return [
      areaY(band, { x: 'lambda', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.15 }),
      line(
        Array.from(lambdas, (lambda, l): Point => [lambda, errors[l]]),
        { stroke: color, strokeWidth: 2 },
      ),
    ]
  },
}

const words: Record<'minimum' | 'oneStandardError', Text> = {
  minimum: { en: 'dashed: smallest error', zh: '虚线：误差最小' },
  oneStandardError: { en: 'dotted: one-standard-error rule', zh: '点线：一倍标准误准则' },
}

const legend: ChoiceLayer = {
  name: 'legend',
  of: (model) => [model.values.penalty],
  marks: (model, language) => [
    corner(words.minimum[language], colorOf(model), 'bottom', 1),
    corner(words.oneStandardError[language], colorOf(model), 'bottom'),
  ],
}

const errorNow: ChoiceLayer = {
  name: 'now',
  of: (model) => [model.cv, model.position],
  marks: (model) => [
    nowRule(model.now.lambda),
    outlinedDot([[model.now.lambda, model.cv.errors[model.position]]], colorOf(model)),
  ],
}

export const errorPanel: Panel<PathModel> = {
  name: 'error',
  title: {
    en: 'Cross-validated error, ± one standard error',
    zh: '交叉验证误差，± 一倍标准误',
  },
  ...size,
  x: () => strengthScale(parameters.lambda, 5),
  y: ({ cv }) => ({
    domain: [Math.floor(10 * Math.min(...cv.errors)) / 10 - 0.2, 1.15],
    label: { en: 'share of the variance of y', zh: '占 y 的方差之比' },
    ticks: 6,
    decimals: 1,
  }),
  layers: [errors, chosen, errorNow, legend],
}

const df: ChoiceLayer = {
  name: 'df',
  of: (model) => [model.path],
  marks: (model) => [
    line(
      model.path.fits.map(({ lambda }, l): Point => [lambda, model.path.df[l]]),
      { stroke: colorOf(model), strokeWidth: 2 },
    ),
  ],
}

const dfNow: ChoiceLayer = {
  name: 'now',
  of: (model) => [model.path, model.position],
  marks: (model) => [
    nowRule(model.now.lambda),
    outlinedDot([[model.now.lambda, model.path.df[model.position]]], colorOf(model)),
  ],
}

export const dfPanel: Panel<PathModel> = {
  name: 'df',
  title: { en: 'Effective degrees of freedom', zh: '有效自由度（自由度）' },
  ...size,
  x: () => strengthScale(parameters.lambda, 5),
  y: ({ sample }) => ({
    domain: [0, sample.names.length + 0.5],
    label: { en: 'degrees of freedom', zh: '自由度' },
    ticks: 5,
    decimals: 0,
  }),
  layers: [df, chosen, dfNow],
}
