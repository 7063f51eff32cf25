import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { percent, same } from '../kit/format.ts'
import { INK, L1, L2, MUTED, outlinedDot, smallText } from '../kit/labels.ts'
import { BESIDE_MAIN, nowRule, strengthScale } from '../kit/layout.ts'
import { line, ruleY } from '../kit/marks.ts'
import type { StoredPath, TextModel } from './model.ts'
import { parameters } from './parameters.ts'
import { alwaysEmma } from './report.ts'

type TextLayer = Layer<TextModel>

/** The current strength, marked on a curve. */
const nowDot = (at: Point, fill = L1) => outlinedDot([at], fill)

const curve = (points: Point[], stroke = L1, strokeDasharray?: string) =>
  line(points, { stroke, strokeWidth: strokeDasharray ? 1.5 : 2, strokeDasharray })

const words: Text = { en: 'ridge, all features', zh: '岭回归，全部特征' }

const baseline: Text = { en: 'always Emma', zh: '总猜《爱玛》' }

const accuracies: TextLayer = {
  name: 'accuracies',
  of: ({ stored }) => [stored],
  marks({ stored }, language) {
    const along = (fits: StoredPath['ridge'] | StoredPath['path'], of: 'train' | 'test') =>
      fits.map((fit): Point => [fit.lambda, fit[`${of}Accuracy`]])
    const chance = alwaysEmma(stored)
    return [
      ruleY([chance], { stroke: INK, strokeOpacity: 0.55 }),
      smallText([chance], baseline[language], {
        y: [chance],
        frameAnchor: 'left',
        dx: 4,
        dy: -9,
        fill: MUTED,
        fontSize: 11,
      }),
      curve(along(stored.ridge, 'test'), L2),
      smallText([0], words[language], {
        frameAnchor: 'right',
        y: stored.ridge[stored.ridge.length - 1].testAccuracy,
        dx: -4,
        dy: 11,
        fill: L2,
      }),
      curve(along(stored.path, 'train'), L1, '4 3'),
      curve(along(stored.path, 'test')),
    ]
  },
}

const accuracyNow: TextLayer = {
  name: 'now',
  of: ({ now, ridge }) => [now, ridge],
  overflow: true,
  marks: ({ now: { lambda, trainAccuracy, testAccuracy }, ridge }) => [
    nowRule(lambda),
    nowDot([lambda, ridge.testAccuracy], L2),
    nowDot([lambda, trainAccuracy]),
    nowDot([lambda, testAccuracy]),
  ],
}

export const accuracyPanel: Panel<TextModel> = {
  name: 'accuracy',
  title: {
    en: 'Passages named right: solid test, dashed train',
    zh: '判对的比例：实线测试，虚线训练',
  },
  ...BESIDE_MAIN,
  x: () => strengthScale(parameters.lambda, 4),
  y: () => ({
    domain: [0.5, 1],
    label: same(''),
    ticks: 5,
    tickFormat: percent,
  }),
  layers: [accuracies, accuracyNow],
}

const count: TextLayer = {
  name: 'count',
  of: ({ stored }) => [stored],
  marks: ({ stored }) => [
    curve(stored.path.map(({ lambda, weights }): Point => [lambda, weights.length])),
  ],
}

const countNow: TextLayer = {
  name: 'now',
  of: ({ now }) => [now],
  overflow: true,
  marks: ({ now: { lambda, kept } }) => [nowRule(lambda), nowDot([lambda, kept.length])],
}

export const countPanel: Panel<TextModel> = {
  name: 'count',
  title: { en: 'Features kept', zh: '留下的特征数' },
  ...BESIDE_MAIN,
  x: () => strengthScale(parameters.lambda, 4),
  y: ({ stored }) => ({
    domain: [0, 10 * Math.ceil(stored.path[0].weights.length / 10 + 0.5)],
    label: same(''),
    ticks: 4,
    decimals: 0,
  }),
  layers: [count, countNow],
}
