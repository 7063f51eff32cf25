import type { Language, Layer, Panel, Text } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { arrowsBetween, L2, LOSS, OUTLINE, smallText, SURFACE } from '../kit/labels.ts'
import { panelSize, zeroX } from '../kit/layout.ts'
import { dot, ruleY } from '../kit/marks.ts'
import type { DecayModel } from './model.ts'

/** The line of each parameter, from the top. */
const heights = [2, 1, 0]
const LANE = 0.27
const REACH = 3.4

const lines: Layer<DecayModel> = {
  name: 'lines',
  of: () => [],
  marks: () => [zeroX(), ruleY(heights, { stroke: 'var(--dc-rule)', strokeWidth: 1 })],
}

const words: Record<'shrink' | 'data' | 'none', Text> = {
  shrink: { en: 'shrink', zh: '收缩' },
  data: { en: 'data step', zh: '梯度步' },
  none: { en: 'θ₀ is not shrunk', zh: 'θ₀ 不收缩' },
}

const steps: Layer<DecayModel> = {
  name: 'steps',
  of: ({ penalized, values }) => [penalized, values.step],
  marks({ penalized, values: { step } }) {
    const { parameters, shrinkStep, dataStep } = penalized[step]
    const moves = heights
      .map((height, j) => {
        const from = parameters[j]
        const shrunk = from + shrinkStep[j]
        return { height, from, shrunk, to: shrunk + dataStep[j] }
      })
      .filter(({ from, shrunk, to }) => [from, shrunk, to].every(near))
    return [
      stretches(
        moves.map(({ height, from, shrunk }) => [from, shrunk, height + LANE]),
        L2,
      ),
      stretches(
        moves.map(({ height, shrunk, to }) => [shrunk, to, height - LANE]),
        LOSS,
      ),
      dot(
        moves.map(({ to, height }) => [to, height]),
        { r: 4, stroke: L2, strokeWidth: 1.5, fill: SURFACE },
      ),
      dot(
        moves.map(({ from, height }) => [from, height]),
        { r: 4.5, fill: L2, ...OUTLINE },
      ),
    ]
  },
}

/** Whether a value is worth drawing: a diverging run soon exceeds all bounds. */
const near = (value: number) => Math.abs(value) < 10 * REACH

/** Horizontal arrows, without those too short to see. */
const stretches = (all: [from: number, to: number, height: number][], color: string) =>
  arrowsBetween(
    all
      .filter(([from, to]) => Math.abs(to - from) > 0.02)
      .map(([from, to, height]) => ({ from: [from, height], to: [to, height] })),
    color,
  )

/** The labels of the two lanes, at the left of each line. */
const lanes: Layer<DecayModel> = {
  name: 'lanes',
  of: () => [],
  marks: (_, language) =>
    heights.flatMap((height, j) => [
      word(height + LANE, j === 0 ? words.none : words.shrink, L2, language),
      word(height - LANE, words.data, LOSS, language),
    ]),
}

const word = (height: number, name: Text, fill: string, language: Language) =>
  smallText([[-REACH, height]], name[language], { textAnchor: 'start', dx: 4, fill })

export const updatePanel: Panel<DecayModel> = {
  name: 'update',
  title: {
    en: 'The same step, parameter by parameter: from ● to ○',
    zh: '同一步，逐个参数来看：从 ● 到 ○',
  },
  ...panelSize('large', 440, 200, [6, 14, 24, 34]),
  x: () => ({
    domain: [-REACH, REACH],
    label: same(''),
    ticks: 7,
    decimals: 0,
  }),
  y: () => ({
    domain: [-0.55, 2.55],
    label: same(''),
    ticks: 3,
    tickFormat: (value) => ['θ₂', 'θ₁', 'θ₀'][value],
  }),
  layers: [lines, lanes, steps],
}
