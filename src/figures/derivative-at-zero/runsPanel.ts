import type { Language, Mark, Panel, Point, Text } from '../kit/figure.ts'
import { INK, L1, SURFACE } from '../kit/labels.ts'
import { panelSize, zeroX } from '../kit/layout.ts'
import { dot, line, ruleY, specks, text } from '../kit/marks.ts'
import { weightScale } from './curves.ts'
import type { DerivativeModel, Run } from './model.ts'
import type { DerivativeLayer } from './objectivePanel.ts'
import { STEPS } from './parameters.ts'

const zero: DerivativeLayer = {
  name: 'zero',
  of: () => [],
  marks: () => [zeroX()],
}

const byStep = (run: Run) => run.map((w, k): Point => [w, k])

/** Both runs, and their positions at this step. */
const runs: DerivativeLayer = {
  name: 'runs',
  of: ({ subgradient, proximal, values }) => [subgradient, proximal, values.step],
  marks: ({ subgradient, proximal, values: { step } }) => [
    ruleY([step], { stroke: INK, strokeWidth: 1 }),
    ...(subgradient ? course(subgradient, INK) : []),
    ...(proximal ? course(proximal, L1) : []),
    ...(proximal ? [ring(proximal[step], step, L1, 7)] : []),
    ...(subgradient ? [ring(subgradient[step], step, INK, 4)] : []),
  ],
}

const course = (run: Run, color: string): Mark[] => [
  line(byStep(run), { stroke: color, strokeWidth: 1, strokeOpacity: 0.5 }),
  specks(byStep(run), { stroke: color, strokeWidth: 4 }),
]

const ring = (w: number, step: number, stroke: string, r: number) =>
  dot([[w, step]], { r, stroke, strokeWidth: 1.75, fill: SURFACE })

const words: Record<'subgradient' | 'proximal', Text> = {
  subgradient: { en: 'subgradient', zh: '次梯度' },
  proximal: { en: 'proximal', zh: '近端' },
}

const names: DerivativeLayer = {
  name: 'names',
  of: ({ values, landing }) => [values.subgradient, values.proximal, landing],
  overflow: true,
  marks({ subgradient, proximal, landing }, language) {
    const landed: Text =
      landing === undefined
        ? words.proximal
        : {
            en: `proximal: exactly 0 from step ${landing}`,
            zh: `近端：从第 ${landing} 步起恰为 0`,
          }
    return [
      ...(proximal ? [above(landed, 'right', L1, language)] : []),
      ...(subgradient ? [above(words.subgradient, 'left', INK, language)] : []),
    ]
  },
}

/** A name above the frame; the left one is beside the title of the axis. */
const above = (name: Text, side: 'left' | 'right', fill: string, language: Language) =>
  text([0], {
    text: () => name[language],
    frameAnchor: `top-${side}`,
    textAnchor: side === 'left' ? 'start' : 'end',
    dx: side === 'left' ? 44 : 0,
    dy: -12,
    fill,
    fontSize: 14,
    fontWeight: 600,
  })

export const runsPanel: Panel<DerivativeModel> = {
  name: 'runs',
  title: {
    en: 'Two methods on L + λ|w|, step by step downward',
    zh: '两种方法求 L + λ|w| 的最小值，自上而下一步一步走',
  },
  ...panelSize('large', 440, 230, [28, 14, 34, 34]),
  x: weightScale,
  y: () => ({
    domain: [STEPS + 1, -1],
    label: { en: 'step k', zh: '步数 k' },
    ticks: 4,
    tickFormat: String,
  }),
  layers: [zero, runs, names],
}
