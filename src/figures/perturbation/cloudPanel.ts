import type { Language, Layer, Mark, Panel, Point, Scale, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { boldText, INK, L2, label, LOSS, MUTED, outlinedDot, SURFACE } from '../kit/labels.ts'
import { dot, line, specks } from '../kit/marks.ts'
import { zeroLines } from '../kit/plane.ts'
import { size } from './bundlePanels.ts'
import { TRUTH } from './cloud.ts'
import type { Method, PerturbationModel } from './model.ts'
import { CLOUD_SAMPLES } from './noise.ts'

type CloudLayer = Layer<PerturbationModel>

/** A cloud, its mean as a ring, its wildest refit as a disc, and a summary in a line at the top. */
function cloudMarks(
  { cloud: { weights, mean, bias2, variance }, moved }: Method,
  name: Text,
  color: string,
  row: number,
  language: Language,
): Mark[] {
  const words = {
    en: `${name.en}: bias² ${fixed(bias2, 3)}, variance ${fixed(variance, 3)}`,
    zh: `${name.zh}：偏差² ${fixed(bias2, 3)}，方差 ${fixed(variance, 3)}`,
  }
  return [
    specks(weights, { stroke: color, strokeWidth: 4, strokeOpacity: 0.55 }),
    outlinedDot([moved.weights], color, 5),
    dot([mean], { r: 6, stroke: color, strokeWidth: 2, fill: SURFACE }),
    boldText([0], words[language], {
      frameAnchor: 'top-right',
      dx: -4,
      dy: 8 + 17 * row,
      fill: color,
    }),
  ]
}

const free: CloudLayer = {
  name: 'free',
  of: (m) => [m.free.cloud, m.free.moved],
  marks: (m, language) =>
    cloudMarks(m.free, { en: 'least squares', zh: '最小二乘' }, LOSS, 0, language),
}

const ridge: CloudLayer = {
  name: 'ridge',
  of: (m) => [m.ridge.cloud, m.ridge.moved, m.free.moved],
  marks: (m, language) => [
    line([m.free.moved.weights, m.ridge.moved.weights], { stroke: MUTED, strokeWidth: 1.25 }),
    ...cloudMarks(m.ridge, { en: 'ridge', zh: '岭回归' }, L2, 1, language),
  ],
}

const truth: CloudLayer = {
  name: 'truth',
  of: () => [],
  marks: (_, language) => [
    dot([TRUTH], { symbol: 'times', r: 6, stroke: INK, strokeWidth: 2.5 }),
    label(TRUTH, { en: 'truth', zh: '真值' }[language], [26, 12], INK),
  ],
}

/** Three deviations of least squares in its weakest direction, around the middle of the true weights. */
function span({ values: { correlation, noise } }: PerturbationModel): Point {
  const deviation = noise / Math.sqrt(CLOUD_SAMPLES * (1 - correlation))
  const reach = Math.max(1.5, Math.ceil(2 * 0.75 * 3 * deviation) / 2)
  return [1 - reach, 1 + reach]
}

const scale = (model: PerturbationModel, name: string): Scale => ({
  domain: span(model),
  label: same(name),
  ticks: 5,
  tickFormat: (value) => fixed(value, Number.isInteger(value) ? 0 : 1),
})

/** The weights of two features, refitted to every measurement. */
export const cloudPanel: Panel<PerturbationModel> = {
  name: 'cloud',
  title: {
    en: 'Weights of two collinear features, 200 refits',
    zh: '两个共线特征的权重，重新拟合 200 次',
  },
  ...size,
  x: (m) => scale(m, 'w₁'),
  y: (m) => scale(m, 'w₂'),
  layers: [zeroLines, free, ridge, truth],
}
