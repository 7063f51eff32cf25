import type { Layer, Panel, Point, Text } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { boldText, INK, L1, L2, outlinedDot } from '../kit/labels.ts'
import { nowRule, zeroY } from '../kit/layout.ts'
import { dot, line } from '../kit/marks.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import type { CorrelatedCase, Course } from './correlated.ts'
import { size } from './graphPanel.ts'
import type { ThresholdModel } from './model.ts'
import { parameters } from './parameters.ts'

const names = ['w₁', 'w₂', 'w₃']

/** The weight that the panel is about has a thick line. */
const width = (j: number) => (j === 2 ? 2.75 : 1.25)

const paths: Layer<ThresholdModel> = {
  name: 'paths',
  of: (model) => [model.correlated],
  marks: ({ correlated: { knots, ridge } }) => [
    zeroY(),
    ...names.flatMap((_, j) => {
      const along = (fits: readonly { lambda: number; coefficients: Float64Array }[]) =>
        fits.map(({ lambda, coefficients }): Point => [lambda, coefficients[j]])
      const end: Point = [parameters.lambda.max, 0]
      const corners = along(knots)
      return [
        line(along(ridge), { stroke: L2, strokeWidth: width(j), strokeDasharray: '5 3' }),
        line([end, ...corners], { stroke: L1, strokeWidth: width(j) }),
        dot(corners, { r: j === 2 ? 3 : 2, fill: L1 }),
      ]
    }),
  ],
}

/** The names of the weights, at λ = 0, where both paths start from ŵ. */
const starts: Layer<ThresholdModel> = {
  name: 'starts',
  of: (model) => [model.correlated],
  overflow: true,
  marks: ({ correlated: { weights } }) =>
    names.map((name, j) =>
      boldText([[0, weights[j]]], name, {
        textAnchor: 'start',
        dx: 6,
        dy: j === 2 && weights[j] < 0 ? 12 : -10,
        fill: INK,
      }),
    ),
}

const courses: Record<Course, Text> = {
  flips: { en: 'lasso’s w₃ changes its sign', zh: 'Lasso 的 w₃ 变号' },
  grows: { en: 'lasso’s w₃ grows before it shrinks', zh: 'Lasso 的 w₃ 先变大后变小' },
  shrinks: { en: 'lasso’s w₃ only shrinks', zh: 'Lasso 的 w₃ 只变小' },
}

const verdict: Layer<ThresholdModel> = {
  name: 'verdict',
  of: (model) => [model.correlated],
  marks({ correlated: { course } }, language) {
    const lines: [Text, string][] = [
      [courses[course], L1],
      [{ en: 'dashed: ridge', zh: '虚线：岭回归' }, L2],
    ]
    return lines.map(([words, fill], row) =>
      boldText([0], words[language], {
        frameAnchor: 'top-right',
        textAnchor: 'end',
        dx: -4,
        dy: 6 + 17 * row,
        fill,
        fontSize: 12.5,
      }),
    )
  },
}

const now: Layer<ThresholdModel> = {
  name: 'now',
  of: (model) => [model.now],
  marks({ now: { lasso, ridge }, values: { lambda } }) {
    const dots = (weights: Float64Array, fill: string) =>
      outlinedDot(
        Array.from(weights, (weight): Point => [lambda, weight]),
        fill,
        4,
        1,
      )
    return [nowRule(lambda), dots(ridge.coefficients, L2), dots(lasso.coefficients, L1)]
  },
}

/** The range of all weights, rounded outwards to half units, with room for the words above. */
const span = memoizeLast(({ knots, ridge }: CorrelatedCase): Point => {
  const all = [...knots, ...ridge].flatMap(({ coefficients }) => [...coefficients])
  const [low, high] = [Math.min(...all, -0.25), Math.max(...all)]
  return [Math.floor(2 * low) / 2, Math.ceil(2 * high) / 2 + 0.5]
})

export const pathPanel: Panel<ThresholdModel> = {
  name: 'paths',
  title: {
    en: 'Three correlated features: their weights against λ',
    zh: '三个相关的特征：权重随 λ 的变化',
  },
  ...size,
  x: () => ({
    domain: [0, parameters.lambda.max],
    label: same('λ'),
    ticks: 5,
    decimals: 1,
  }),
  y: ({ correlated }) => ({
    domain: span(correlated),
    label: { en: 'weight w', zh: '权重 w' },
    ticks: 6,
    decimals: 1,
  }),
  layers: [paths, starts, now, verdict],
}
