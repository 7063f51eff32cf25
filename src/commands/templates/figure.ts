import { elasticNet } from 'shrinkage'
import { defineFigure, type Panel, type Parameters, type Values } from '../../figures/kit/figure.ts'
import { fixed, readout, same, scientific } from '../../figures/kit/format.ts'
import { cornerWords, L1, outlinedDot } from '../../figures/kit/labels.ts'
import { nowRule, panelSize, zeroX, zeroY } from '../../figures/kit/layout.ts'
import { line } from '../../figures/kit/marks.ts'

/** Everything that the reader can set. Links rely on names and defaults, so published ones must not change. */
const parameters = {
  lambda: {
    kind: 'number',
    label: { en: 'Strength λ', zh: '正则化系数 λ' },
    min: 0,
    max: 2,
    step: 0.01,
    default: 0.5,
    play: true,
  },
  weight: {
    kind: 'number',
    label: { en: 'Least-squares weight ŵ', zh: '最小二乘权重 ŵ' },
    min: -2,
    max: 2,
    step: 0.01,
    default: 1.2,
  },
} as const satisfies Parameters

/** Everything that is drawn or reported, computed from the values alone: no DOM, no state. */
function compute({ lambda, weight }: Values<typeof parameters>) {
  // One sample x = 1, y = ŵ has the loss ½(w − ŵ)².
  const fit = elasticNet([[1]], [weight], lambda, 1, { intercept: false })
  return { lambda, weight, solution: fit.coefficients[0], gap: Math.max(0, fit.dualityGap) }
}
type Model = ReturnType<typeof compute>

/** A picture: its scales, and layers of marks that are redrawn when a part of the model listed in `of` has changed. */
const panel: Panel<Model> = {
  name: 'graph',
  title: { en: 'The penalized weight against the free one', zh: '有惩罚的权重与无惩罚的权重' },
  ...panelSize('large', 440, 330, [14, 14, 36, 36]),
  x: () => ({ domain: [-2, 2], label: same('ŵ'), ticks: 5, decimals: 0 }),
  y: () => ({ domain: [-2, 2], label: same('w*'), ticks: 5, decimals: 0 }),
  layers: [
    {
      name: 'graph',
      of: ({ lambda }) => [lambda],
      marks: ({ lambda }, language) => [
        zeroX(),
        zeroY(),
        line([[-2, Math.min(0, lambda - 2)], [-lambda, 0], [lambda, 0], [2, Math.max(0, 2 - lambda)]], { stroke: L1, strokeWidth: 2 }), // prettier-ignore
        cornerWords({ en: 'soft threshold', zh: '软阈值' }[language], 0, L1, 'left'),
      ],
    },
    {
      name: 'now',
      of: ({ weight, solution }) => [weight, solution],
      marks: ({ weight, solution }) => [nowRule(weight), outlinedDot([[weight, solution]], L1)],
    },
  ],
}

/** One weight under an L1 penalty. */
export default defineFigure({
  name: 'template',
  title: { en: 'One weight under a penalty', zh: '惩罚下的一个权重' },
  layout: 'beside',
  parameters,
  groups: [{ label: { en: 'Penalty and data', zh: '惩罚与数据' }, items: ['lambda', 'weight'] }],
  compute,
  certificate: ({ gap, weight }) => ({ relativeGap: gap / (weight ** 2 / 2 || 1), proved: true }),
  numbers: ({ solution, gap }) => ({ w: solution, gap }),
  panels: [panel],
  pictures: { zero: { lambda: 1.5 }, free: { lambda: 0 } },
  readouts: ({ solution, gap }) => [
    readout('w', 'Solution w*', '解 w*', fixed(solution, 3)),
    readout('gap', 'Duality gap', '对偶间隙', scientific(gap)),
  ],
  describe: ({ lambda, weight, solution }) => ({
    en: `At λ = ${fixed(lambda)} the weight ŵ = ${fixed(weight)} becomes w* = ${fixed(solution)}.`,
    zh: `λ = ${fixed(lambda)} 时，权重 ŵ = ${fixed(weight)} 变成 w* = ${fixed(solution)}。`,
  }),
  table: ({ lambda, weight, solution }) => ({
    columns: [same('λ'), same('ŵ'), same('w*')],
    rows: [[lambda, weight, solution]],
  }),
  program: ({ lambda, weight }) => `import { elasticNet } from 'shrinkage'

const [lambda, weight] = [${lambda}, ${weight}]
// One sample x = 1, y = ŵ has the loss ½(w − ŵ)²
const fit = elasticNet([[1]], [weight], lambda, 1, { intercept: false })

console.log({ w: fit.coefficients[0], gap: Math.max(0, fit.dualityGap) })
`,
  comments: {
    'One sample x = 1, y = ŵ has the loss ½(w − ŵ)²': '一个样本 x = 1、y = ŵ 的损失是 ½(w − ŵ)²',
  },
})
