import type { Layer, Panel, Point } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { HALO, INK, MUTED } from '../kit/labels.ts'
import { zeroX } from '../kit/layout.ts'
import { line, text } from '../kit/marks.ts'
import type { PathModel } from './model.ts'
import { colorOf, size, weightLabel, weightSpan } from './pathPanel.ts'

/** A weight at λ and its row; the first feature is at the top. */
interface Bar {
  weight: number
  row: number
  /** Whether its number fits beyond the end of its bar; otherwise it is placed on the other side of zero. */
  room: boolean
}

function barsOf(model: PathModel): Bar[] {
  const { now, sample } = model
  const [low, high] = weightSpan(model)
  return Array.from(now.coefficients, (weight, j) => ({
    weight,
    row: sample.names.length - 1 - j,
    room: (weight < 0 ? weight - low : high - weight) > 0.2 * (high - low),
  }))
}

/** Bars from zero, in one mark. */
const lines = (bars: readonly Bar[], stroke: string, strokeWidth: number) =>
  line(
    bars.flatMap(({ weight, row }): Point[] => [
      [0, row],
      [weight, row],
    ]),
    { z: '1', stroke, strokeWidth },
  )

const numbersOf = (bars: readonly Bar[], side: 'left' | 'right', fill: string) =>
  text(
    bars.map(({ weight, row, room }): Point => [room ? weight : 0, row]),
    {
      text: bars.map(({ weight }) => (weight === 0 ? '0' : fixed(weight, 3))),
      textAnchor: side === 'left' ? 'end' : 'start',
      dx: side === 'left' ? -5 : 5,
      fill,
      fontSize: 12,
      ...HALO,
    },
  )

/** Every weight at λ as a bar with its number; a weight that is exactly zero has no bar. */
const bars: Layer<PathModel> = {
  name: 'bars',
  of: (model) => [model.now, model.followed],
  overflow: true,
  marks(model) {
    const all = barsOf(model)
    const kept = all.filter(({ weight }) => weight !== 0)
    const isLeft = ({ weight, room }: Bar) => weight < 0 === room
    const followed = all[model.followed]
    const fill = colorOf(model)
    return [
      zeroX(),
      lines(
        kept.filter((bar) => bar !== followed),
        fill,
        6,
      ),
      lines(
        kept.filter((bar) => bar === followed),
        fill,
        10,
      ),
      numbersOf(kept.filter(isLeft), 'left', INK),
      numbersOf(
        kept.filter((bar) => !isLeft(bar)),
        'right',
        INK,
      ),
      numbersOf(
        all.filter(({ weight }) => weight === 0),
        'right',
        MUTED,
      ),
    ]
  },
}

export const weightsPanel: Panel<PathModel> = {
  name: 'weights',
  title: { en: 'The weights at this λ', zh: '这个 λ 处的权重' },
  ...size,
  x: (model) => ({
    domain: weightSpan(model),
    label: weightLabel,
    ticks: 6,
    decimals: 1,
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
