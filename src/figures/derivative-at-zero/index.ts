import { defineFigure } from '../kit/figure.ts'
import { comments } from './comments.ts'
import { compute } from './model.ts'
import { objectivePanel } from './objectivePanel.ts'
import { parameters } from './parameters.ts'
import { program } from './program.ts'
import { describe, numbers, readouts, table } from './report.ts'
import { runsPanel } from './runsPanel.ts'
import { slopePanel } from './slopePanel.ts'

/** One weight: the effect of a penalty on the slope at 0, and the methods that find the resulting zero. */
export default defineFigure({
  name: 'derivative-at-zero',
  title: {
    en: 'One weight, and the slope at zero',
    zh: '只有一个权重：看零处的斜率',
  },
  layout: 'beside',
  parameters,
  groups: [
    {
      label: { en: 'Loss and penalty', zh: '损失与惩罚' },
      items: ['slope', 'curvature', 'lambda', 'valley', 'depth'],
    },
    {
      label: { en: 'Descent', zh: '梯度下降' },
      items: ['subgradient', 'proximal', 'step', 'rate', 'start', 'falling'],
    },
  ],
  compute,
  certificate: ({ l1, l2 }) => ({
    relativeGap: Math.max(l1.relativeGap, l2.relativeGap),
    proved: true,
  }),
  numbers,
  panels: [objectivePanel, slopePanel, runsPanel],
  actions: [
    {
      name: 'edge',
      label: { en: 'Set λ to |d₀|', zh: '令 λ = |d₀|' },
      apply: (values) => ({ ...values, lambda: Math.abs(values.slope) }),
    },
  ],
  pictures: {
    valley: { valley: true },
    'no-minimum': { lambda: 0.5, subgradient: false },
  },
  readouts,
  describe,
  table,
  program,
  comments,
})
