import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { fixed, same } from '../kit/format.ts'
import { dot, line, ruleX, ruleY, text, type Mark } from '../kit/marks.ts'
import { HALO, INK, LOSS } from '../kit/labels.ts'
import type { ThresholdModel } from './model.ts'
import { parameters } from './parameters.ts'

export const L1 = 'var(--dc-l1)'
export const L2 = 'var(--dc-l2)'
const NET = 'var(--dc-elastic)'

const { min, max } = parameters.weight

/** What both panels share, so that they stand level. */
export const frame = {
  size: 'half',
  width: 370,
  height: 330,
  margin: { top: 22, right: 12, bottom: 36, left: 34 },
} as const

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
      line(net, { stroke: NET, strokeWidth: 2.25 }),
      line(ridge, { stroke: L2, strokeWidth: 2.25 }),
      line(lasso, { stroke: L1, strokeWidth: 2.25 }),
    ]
  },
}

/** Each graph's rule in the corner that none of them enters; a rule may take two rows. */
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
        NET,
      ],
    ]
    return words.map(([row, { [language]: rule }, fill]) => ruleText(row, rule, fill))
  },
}

/** The rules that no parameter changes. */
const fixedRules: Layer<ThresholdModel> = {
  name: 'fixed-rules',
  of: () => [],
  marks(_, language) {
    const hard: Text = { en: 'hard threshold:\nall or nothing', zh: '硬阈值：\n全留或全去' }
    const none: Text = { en: 'no penalty: ŵ itself', zh: '无惩罚：ŵ 本身' }
    return [ruleText(4, hard[language], INK), ruleText(6, none[language], LOSS)]
  },
}

const ruleText = (row: number, words: string, fill: string): Mark =>
  text([words], {
    text: () => words,
    frameAnchor: 'top-left',
    lineAnchor: 'top',
    lineHeight: 1.36,
    dx: 6,
    dy: 4 + 17 * row,
    fill,
    fontSize: 12.5,
    fontWeight: 600,
    ...HALO,
  })

const now: Layer<ThresholdModel> = {
  name: 'now',
  of: ({ at, values }) => [at.lasso, at.ridge, at.net, at.hard, values.weight],
  marks({ at, values: { weight } }) {
    const mark = (value: number, fill: string, r = 4.5) =>
      dot([[weight, value]], { r, fill, stroke: 'var(--dc-surface)', strokeWidth: 1.25 })
    return [
      ruleX([weight], { stroke: INK, strokeWidth: 1.25 }),
      mark(weight, LOSS, 3.5),
      mark(at.hard, INK, 3.5),
      mark(at.net, NET),
      mark(at.ridge, L2),
      mark(at.lasso, L1),
    ]
  },
}

export const graphPanel: Panel<ThresholdModel> = {
  name: 'graphs',
  title: {
    en: 'One weight: penalised w* against unpenalised ŵ',
    zh: '一个权重：有惩罚的 w* 与无惩罚的 ŵ',
  },
  ...frame,
  x: () => ({ domain: [min, max], label: same('ŵ'), ticks: 7, tickFormat: (v) => fixed(v, 0) }),
  y: () => ({ domain: [min, max], label: same('w*'), ticks: 7, tickFormat: (v) => fixed(v, 0) }),
  layers: [graphs, now, rules, fixedRules],
}
