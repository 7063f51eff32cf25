import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { decayPanel } from './decayPanel.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import { planePanel } from './planePanel.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'
import { updatePanel } from './updatePanel.ts'

/** Gradient descent with weight decay, step by step: each step shrinks the weights, then follows the data. */
export default defineFigure({
  name: 'weight-decay',
  title: {
    en: 'Gradient descent with an L2 penalty, step by step',
    zh: '带 L2 惩罚的梯度下降，一步一步来',
  },
  layout: 'beside',
  parameters,
  groups: [
    { label: { en: 'The descent', zh: '梯度下降' }, items: ['step', 'alpha', 'lambda', 'm'] },
    {
      label: { en: 'Loss and start', zh: '损失与起点' },
      items: ['optimum', 'start', 'correlation'],
    },
  ],
  compute,
  certificate: ({ goal, atZero }) => ({
    relativeGap: Math.max(goal.dualityGap, 0) / (atZero || 1),
    proved: goal.converged,
  }),
  numbers,
  panels: [planePanel, updatePanel, decayPanel],
  handles: [
    { parameter: 'optimum', panel: planePanel, color: '--dc-loss' },
    { parameter: 'start', panel: planePanel, color: '--dc-ink' },
  ],
  actions: [
    {
      name: 'sign',
      label: { en: 'The factor turns the sign', zh: '因子变号' },
      apply: (values) => ({ ...values, alpha: 0.3, lambda: 80, m: 20 }),
    },
    {
      name: 'diverge',
      label: { en: 'Only the penalized run diverges', zh: '有惩罚才发散' },
      apply: (values) => ({ ...values, alpha: 0.8, lambda: 22, m: 20, correlation: 0.8 }),
    },
  ],
  pictures: {
    'sign-turned': { alpha: 0.3, lambda: 80, step: 4 },
    diverging: { alpha: 0.8, lambda: 22, correlation: 0.8, step: 12 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
