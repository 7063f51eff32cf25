import { defineFigure } from '../kit/figure.ts'
import { reseed } from '../kit/parameters.ts'
import { withConstants } from '../kit/program.ts'
import { cloudPanels } from './cloudPanels.ts'
import { comments } from './comments.ts'
import { densityPanel, logDensityPanel } from './densityPanels.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import program from './program.js?raw'
import { describe, numbers, reachError, readouts, table } from './report.ts'

/** The two priors whose logarithms are the two penalties, and weights drawn from them. */
export default defineFigure({
  name: 'priors',
  title: { en: 'Two priors on a weight', zh: '权重的两种先验' },
  layout: 'below',
  parameters,
  groups: [
    { label: { en: 'The priors', zh: '先验' }, items: ['match', 'spread'] },
    { label: { en: 'What to count', zh: '统计范围' }, items: ['near', 'far', 'seed'] },
  ],
  compute,
  // Closed forms, except the quantile of the Gaussian.
  certificate: (model) => ({ relativeGap: reachError(model), proved: true }),
  numbers,
  panels: [densityPanel, logDensityPanel, ...cloudPanels],
  actions: [
    {
      name: 'draw',
      label: { en: 'Draw again', zh: '重新抽取' },
      apply: reseed,
    },
  ],
  pictures: {
    'equal-scale': { match: 'scale', spread: 0.6 },
    wide: { spread: 2, near: 0.5, far: 4 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
