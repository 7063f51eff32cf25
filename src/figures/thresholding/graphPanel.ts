import type { Layer, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { boldText, ELASTIC, INK, L1, L2, LOSS, outlinedDot } from '../kit/labels.ts'
import { nowRule, panelSize } from '../kit/layout.ts'
import { line, ruleX, ruleY } from '../kit/marks.ts'
import type { ThresholdModel } from './model.ts'
import { parameters } from './parameters.ts'

const { min, max } = parameters.weight

/** Shared by both panels, so that they align. */
export const size = panelSize('half', 370, 330, [22, 12, 36, 34])

const graphs: Layer<ThresholdModel> = {
  name: 'graphs',
  of: (model) => [model.graphs],
  marks({ graphs: { lasso, ridge, net, hard } }) {
    const axis = { stroke: INK, strokeOpacity: 0.55 }
    const whole: Point[] = [
      [min, min],
      [max, max],
    ]
    return [
      ruleX([0], axis),
      ruleY([0], axis),
      line(whole, { stroke: LOSS, strokeDasharray: '1 4', strokeWidth: 1.5 }),
      ...hard.map((piece) =>
        line(piece, { stroke: INK, strokeWidth: 1.5, strokeDasharray: '6 4' }),
      ),
      line(net, { stroke: ELASTIC, strokeWidth: 2.25 }),
      line(ridge, { stroke: L2, strokeWidth: 2.25 }),
      line(lasso, { stroke: L1, strokeWidth: 2.25 }),
    ]
  },
}

/** The rule of each graph, in the corner that no graph enters; a rule may take two rows. */
const rules: Layer<ThresholdModel> = {
  name: 'rules',
  of: (model) => [model.graphs],
  marks({ graphs: { threshold }, values: { curvature, lambda, rho } }, language) {
    const factor = (l2: number) => fixed(curvature / (curvature + l2))
    const l2 = factor(lambda)
    const [shift, share] = [fixed(rho * threshold), factor((1 - rho) * lambda)]
    const words: [row: number, Text, string][] = [
      [0, { en: `L1: shift by ${fixed(threshold)}`, zh: `L1：平移 ${fixed(threshold)}` }, L1],
      [1, { en: `L2: times ${l2}`, zh: `L2：乘以 ${l2}` }, L2],
      [
        2,
        {
          en: `elastic net:\nshift by ${shift}, times ${share}`,
          zh: `弹性网：\n平移 ${shift}，乘以 ${share}`,
        },
        ELASTIC,
      ],
    ]
    return words.map(([row, { [language]: rule }, fill]) => ruleText(row, rule, fill))
  },
}

/** The rules that do not depend on a parameter. */
const fixedRules: Layer<ThresholdModel> = {
  name: 'fixed-rules',
  of: () => [],
  marks(_, language) {
    const hard: Text = { en: 'hard threshold:\nall or nothing', zh: '硬阈值：\n全留或全去' }
    const none: Text = { en: 'no penalty: ŵ itself', zh: '不加惩罚：ŵ 本身' }
    return [ruleText(4, hard[language], INK), ruleText(6, none[language], LOSS)]
  },
}

const ruleText = (row: number, words: string, fill: string): Mark =>
  boldText([words], words, {
    frameAnchor: 'top-left',
    lineAnchor: 'top',
    lineHeight: 1.36,
    dx: 6,
    dy: 4 + 17 * row,
    fill,
    fontSize: 12.5,
  })

const now: Layer<ThresholdModel> = {
  name: 'now',
  of: ({ at, values }) => [at.lasso, at.ridge, at.net, at.hard, values.weight],
  marks({ at, values: { weight } }) {
    const mark = (value: number, fill: string, r = 4.5) => outlinedDot([[weight, value]], fill, r)
    return [
      nowRule(weight),
      mark(weight, LOSS, 3.5),
      mark(at.hard, INK, 3.5),
      mark(at.net, ELASTIC),
      mark(at.ridge, L2),
      mark(at.lasso, L1),
    ]
  },
}

export const graphPanel: Panel<ThresholdModel> = {
  name: 'graphs',
  title: {
    en: 'One weight: penalized w* against unpenalized ŵ',
    zh: '一个权重：带惩罚的 w* 与不加惩罚的 ŵ',
  },
  ...size,
  x: () => ({ domain: [min, max], label: same('ŵ'), ticks: 7, decimals: 0 }),
  y: () => ({ domain: [min, max], label: same('w*'), ticks: 7, decimals: 0 }),
  layers: [graphs, now, rules, fixedRules],
}
