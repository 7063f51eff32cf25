import { defineFigure } from '../kit/figure.ts'
import { reseed } from '../kit/parameters.ts'
import { withConstants } from '../kit/program.ts'
import { boundPanel } from './boundPanel.ts'
import { bundlePanels } from './bundlePanels.ts'
import { cloudPanel } from './cloudPanel.ts'
import { comments } from './comments.ts'
import { bestLambda, compute, worstGapOf } from './model.ts'
import { parameters } from './parameters.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'

/** Repeated measurements of the same data: how much large and small weights change between them. */
export default defineFigure({
  name: 'perturbation',
  title: {
    en: 'Disturb the data, and see what moves',
    zh: '扰动数据，看结果变多少',
  },
  layout: 'below',
  parameters,
  groups: [
    { label: { en: 'Penalty', zh: '惩罚' }, items: ['lambda', 'seed'] },
    { label: { en: 'Data', zh: '数据' }, items: ['correlation', 'noise'] },
  ],
  compute,
  certificate: (model) => ({ relativeGap: worstGapOf(model), proved: true }),
  numbers,
  panels: [...bundlePanels, cloudPanel, boundPanel],
  actions: [
    {
      name: 'near-zero',
      label: { en: 'λ near 0', zh: 'λ 接近 0' },
      apply: (values) => ({ ...values, lambda: parameters.lambda.min }),
    },
    {
      name: 'best',
      label: { en: 'λ with the smallest error', zh: '误差最小的 λ' },
      apply: (values) => ({ ...values, lambda: bestLambda(values) }),
    },
    {
      name: 'measure-again',
      label: { en: 'New noise', zh: '换一批噪声' },
      apply: reseed,
    },
  ],
  pictures: {
    'near-zero': { lambda: 0.0001 },
    uncorrelated: { correlation: 0, noise: 0.6 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
