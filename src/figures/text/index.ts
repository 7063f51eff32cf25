import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { accuracyPanel, countPanel } from './curvePanels.ts'
import { compute, loadPath } from './model.ts'
import { parameters } from './parameters.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'
import { termsPanel } from './termsPanel.ts'

/** L1-penalized logistic regression on words and word pairs, which tells from which of two novels a passage is. */
export default defineFigure({
  name: 'text',
  title: {
    en: 'Which novel is it? Twenty thousand features, a few kept',
    zh: '出自哪部小说？两万个特征，只留几个',
  },
  layout: 'below',
  parameters,
  groups: [{ label: { en: 'Penalty', zh: '惩罚' }, items: ['lambda'] }],
  load: loadPath,
  compute,
  certificate: ({ now, ridge }) => ({ relativeGap: Math.max(now.gap, ridge.gap), proved: true }),
  numbers,
  panels: [termsPanel, accuracyPanel, countPanel],
  pictures: {
    few: { lambda: 0.12 },
    many: { lambda: 0.003 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
