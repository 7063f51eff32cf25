import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { graphPanel } from './graphPanel.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import { pathPanel } from './pathPanel.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'

/** The effect of each penalty on an unpenalized weight, alone and among correlated ones. */
export default defineFigure({
  name: 'thresholding',
  title: {
    en: 'Shrink by a factor, shift by an amount',
    zh: '按比例缩小，按定量平移',
  },
  layout: 'below',
  parameters,
  groups: [
    {
      label: { en: 'Penalty, and one weight', zh: '惩罚与一个权重' },
      items: ['lambda', 'weight', 'curvature', 'rho'],
    },
    { label: { en: 'Three weights', zh: '三个权重' }, items: ['correlation', 'third'] },
  ],
  compute,
  certificate: ({ gap }) => ({ relativeGap: gap, proved: true }),
  numbers,
  panels: [graphPanel, pathPanel],
  actions: [
    {
      name: 'grow',
      label: { en: 'A weight that grows', zh: '变大的权重' },
      apply: (values) => ({ ...values, correlation: 0.6, third: 0.3 }),
    },
    {
      name: 'flip',
      label: { en: 'A weight that changes sign', zh: '变号的权重' },
      apply: (values) => ({ ...values, correlation: 0.6, third: -0.3 }),
    },
    {
      name: 'uncorrelated',
      label: { en: 'No correlation', zh: '互不相关' },
      apply: (values) => ({ ...values, correlation: 0, third: -0.3 }),
    },
  ],
  pictures: {
    grows: { third: 0.3, lambda: 1.5 },
    steep: { curvature: 3, rho: 0.2, correlation: 0 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
