import type { Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { fixed } from '../kit/format.ts'
import { cornerWords, L1, L2, outlinedDot } from '../kit/labels.ts'
import { nowRule, panelSize, zeroY } from '../kit/layout.ts'
import { line, specks } from '../kit/marks.ts'
import type { DecayModel } from './model.ts'
import { STEPS } from './parameters.ts'

const byStep = (weights: readonly number[]) => weights.map((weight, k): Point => [k, weight])

const courses: Layer<DecayModel> = {
  name: 'courses',
  of: ({ decay }) => [decay],
  marks({ decay: { l1, l2 } }) {
    const points = byStep(l2)
    const end = points.findIndex(([, weight]) => Math.abs(weight) > 100)
    return [
      zeroY(),
      ...course(end === -1 ? points : points.slice(0, end), L2),
      ...course(byStep(l1), L1),
    ]
  },
}

const course = (points: Point[], color: string): Mark[] => [
  line(points, { stroke: color, strokeWidth: 1.25, strokeOpacity: 0.6 }),
  specks(points, { stroke: color, strokeWidth: 4 }),
]

const now: Layer<DecayModel> = {
  name: 'now',
  of: ({ decay, values }) => [decay, values.step],
  marks({ decay: { l1, l2 }, values: { step } }) {
    const mark = (weight: number, fill: string) => outlinedDot([[step, weight]], fill)
    return [
      nowRule(step),
      ...(Math.abs(l2[step]) < 100 ? [mark(l2[step], L2)] : []),
      mark(l1[step], L1),
    ]
  },
}

const names: Layer<DecayModel> = {
  name: 'names',
  of: ({ decay, factor }) => [decay, factor],
  marks({ decay: { l1Steps }, factor }, language) {
    const pull = fixed(1 - factor, 3)
    const l2: Text = {
      en: `L2: times ${fixed(factor, 3)} at each step`,
      zh: `L2：每步乘以 ${fixed(factor, 3)}`,
    }
    const l1: Text =
      l1Steps === undefined
        ? { en: `L1: minus ${pull} at each step`, zh: `L1：每步减去 ${pull}` }
        : {
            en: `L1: minus ${pull} at each step, zero at step ${l1Steps}`,
            zh: `L1：每步减去 ${pull}，第 ${l1Steps} 步为零`,
          }
    return [cornerWords(l2[language], 0, L2), cornerWords(l1[language], 1, L1)]
  },
}

export const decayPanel: Panel<DecayModel> = {
  name: 'decay',
  title: {
    en: 'The penalty alone, on a weight of 1',
    zh: '只有惩罚、没有数据时，大小为 1 的权重',
  },
  ...panelSize('large', 440, 200, [24, 14, 34, 34]),
  x: () => ({
    domain: [0, STEPS],
    label: { en: 'step k', zh: '步数 k' },
    ticks: 7,
    tickFormat: String,
  }),
  y: ({ factor }) => ({
    domain: factor < 0 ? [-1.1, 1.1] : [0, 1.1],
    label: { en: 'weight', zh: '权重' },
    ticks: 3,
    decimals: 1,
  }),
  layers: [courses, now, names],
}
