import type { Layer, Panel, Point } from '../figure.ts'
import { fixed, same } from '../format.ts'
import { line, ruleX, text, type Mark } from '../marks.ts'
import { HALO, INK } from '../paint.ts'
import { colorOf, frame, weightLabel } from './frame.ts'
import type { PathModel } from './model.ts'
import { weightSpan } from './pathPanel.ts'

/** The first feature stands at the top. */
const rowOf = ({ sample }: PathModel, j: number) => sample.names.length - 1 - j

/** Every weight at λ as a bar with its number; a weight that is exactly zero has no bar. */
const bars: Layer<PathModel> = {
  name: 'bars',
  of: (model) => [model.now, model.followed],
  overflow: true,
  marks(model) {
    const { now, followed } = model
    const fill = colorOf(model)
    const [low, high] = weightSpan(model)
    return [
      ruleX([0], { stroke: INK, strokeOpacity: 0.55 }),
      ...Array.from(now.coefficients).flatMap((weight, j): Mark[] => {
        const row = rowOf(model, j)
        const ends: Point[] = [
          [0, row],
          [weight, row],
        ]
        // Beyond the end of the bar, or across zero from it where the frame is too near.
        const room = (weight < 0 ? weight - low : high - weight) > 0.2 * (high - low)
        const left = weight < 0 === room
        return [
          ...(weight === 0
            ? []
            : [line(ends, { stroke: fill, strokeWidth: j === followed ? 9 : 6 })]),
          text([[room ? weight : 0, row]], {
            text: () => (weight === 0 ? '0' : fixed(weight, 3)),
            textAnchor: left ? 'end' : 'start',
            dx: left ? -5 : 5,
            fill: weight === 0 ? 'var(--dc-muted)' : INK,
            fontSize: 12,
            fontWeight: j === followed ? 700 : 400,
            ...HALO,
          }),
        ]
      }),
    ]
  },
}

export const weightsPanel: Panel<PathModel> = {
  name: 'weights',
  title: { en: 'The weights at this λ', zh: '这个 λ 处的权重' },
  ...frame,
  x: (model) => ({
    domain: weightSpan(model),
    label: weightLabel,
    ticks: 6,
    tickFormat: (value) => fixed(value, 1),
  }),
  y: (model) => {
    const { names } = model.sample
    return {
      domain: [-0.6, names.length - 0.4],
      label: same(''),
      ticks: names.length,
      tickFormat: (row) => names[names.length - 1 - row] ?? '',
    }
  },
  layers: [bars],
}
