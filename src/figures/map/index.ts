import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { productPanel, sumPanel } from './curvePanels.ts'
import { estimatesPanel } from './estimatesPanel.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import { planePanel } from './planePanel.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'

/** Prior times likelihood is posterior, and its mode is the penalized fit. */
export default defineFigure({
  name: 'map',
  title: {
    en: 'The most probable weights, and the average ones',
    zh: '最可能的权重，与平均的权重',
  },
  layout: 'below',
  parameters,
  groups: [
    { label: { en: 'Prior', zh: '先验' }, items: ['prior', 'scale'] },
    { label: { en: 'Data', zh: '数据' }, items: ['noise', 'n', 'estimate'] },
  ],
  compute,
  certificate: ({ fit, atZero }) => ({
    relativeGap: Math.max(fit.dualityGap, 0) / (atZero || 1),
    proved: fit.converged,
  }),
  numbers,
  panels: [productPanel, sumPanel, planePanel, estimatesPanel],
  handles: [{ parameter: 'estimate', panel: planePanel, color: '--dc-loss' }],
  pictures: {
    gaussian: { prior: 'gaussian' },
    'no-zero': { scale: 1.2, estimate: [-1.5, 1] },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
