import type { Layer, Panel, Point } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { HALO, LOSS, penaltyColor, SURFACE } from '../kit/labels.ts'
import { BESIDE_MAIN, logScale } from '../kit/layout.ts'
import { dot, ruleX, text } from '../kit/marks.ts'
import type { OverfittingModel } from './model.ts'
import { parameters } from './parameters.ts'

/** Range of the sizes of weights in the picture; smaller ones are drawn at the lower edge. */
const SPAN: Point = [1e-3, 5e4]

interface Weight {
  power: number
  weight: number
  size: number
}

const weightsOf = (theta: Float64Array): Weight[] =>
  Array.from(theta, (weight, j) => ({
    power: j + 1,
    weight,
    size: Math.min(SPAN[1], Math.max(SPAN[0], Math.abs(weight))),
  }))

const free: Layer<OverfittingModel> = {
  name: 'free',
  of: (m) => [m.free],
  marks: ({ free: { theta } }) => signed(weightsOf(theta), LOSS, 3.25),
}

const weights: Layer<OverfittingModel> = {
  name: 'weights',
  of: (m) => [m.fit, m.penalty],
  overflow: true,
  marks({ fit: { theta }, penalty, values }) {
    const color = values.zero ? LOSS : penaltyColor(penalty)
    const all = weightsOf(theta)
    const kept = all.filter(({ weight }) => weight !== 0)
    const zeros = all.filter(({ weight }) => weight === 0)
    return [
      ruleX(kept, { x: 'power', y1: SPAN[0], y2: 'size', stroke: color, strokeWidth: 2.5 }),
      ...signed(kept, color, 4.5),
      text(zeros, {
        x: 'power',
        y: SPAN[0],
        text: () => '0',
        dy: -8,
        fill: color,
        fontSize: 13,
        fontWeight: 650,
        ...HALO,
      }),
    ]
  },
}

/** A positive weight is filled, a negative one hollow. */
function signed(rows: Weight[], color: string, r: number) {
  const at = { x: 'power', y: 'size', r, stroke: color, strokeWidth: 1.5 } as const
  return [
    dot(
      rows.filter(({ weight }) => weight > 0),
      { ...at, fill: color },
    ),
    dot(
      rows.filter(({ weight }) => weight < 0),
      { ...at, fill: SURFACE },
    ),
  ]
}

export const weightsPanel: Panel<OverfittingModel> = {
  name: 'weights',
  title: {
    en: 'Weights by power of x, hollow if negative; small dots: at λ = 0',
    zh: '各次幂的权重，空心为负；小点：λ = 0 时',
  },
  ...BESIDE_MAIN,
  x: () => ({
    domain: [0.4, parameters.degree.max + 0.6],
    label: { en: 'power of x', zh: 'x 的次数' },
    ticks: 6,
    tickFormat: String,
  }),
  y: () => logScale(SPAN, same('|θ|'), 4),
  layers: [free, weights],
}
