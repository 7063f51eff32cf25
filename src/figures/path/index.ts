import { defineFigure } from '../kit/figure.ts'
import { reseed } from '../kit/parameters.ts'
import { features, loadTable } from '../kit/tables.ts'
import { dfPanel, errorPanel } from './choicePanels.ts'
import { comments } from './comments.ts'
import { compute, stages, worstGap } from './model.ts'
import { parameters } from './parameters.ts'
import { pathPanel } from './pathPanel.ts'
import { program } from './program.ts'
import { describe, numbers, readouts, table } from './report.ts'
import { weightsPanel } from './weightsPanel.ts'

/** Every weight at every strength on real data, and the choice of λ by cross-validation. */
export default defineFigure({
  name: 'path',
  title: {
    en: 'From all features to none: the path of the weights',
    zh: '从全部特征到一个不剩：权重的路径',
  },
  layout: 'below',
  parameters,
  groups: [
    { label: { en: 'Penalty', zh: '惩罚' }, items: ['lambda', 'penalty', 'rho'] },
    { label: { en: 'Data', zh: '数据' }, items: ['data', 'feature', 'seed'] },
  ],
  load: ({ data }) => loadTable(data),
  settle(values) {
    const names: readonly string[] = features[values.data]
    return names.includes(values.feature)
      ? values
      : { ...values, feature: features[values.data][0] }
  },
  offers(name, option, { data }) {
    const names: readonly string[] = features[data]
    return name !== 'feature' || names.includes(option)
  },
  compute,
  stages,
  certificate: (model) => ({ relativeGap: worstGap(model), proved: true }),
  numbers,
  panels: [pathPanel, weightsPanel, errorPanel, dfPanel],
  actions: [
    {
      name: 'minimum',
      label: { en: 'Smallest error', zh: '误差最小' },
      apply: (values) => ({ ...values, lambda: compute(values).cv.minimum.lambda }),
    },
    {
      name: 'one-standard-error',
      label: { en: 'One-standard-error rule', zh: '一倍标准误准则' },
      apply: (values) => ({ ...values, lambda: compute(values).cv.oneStandardError.lambda }),
    },
    {
      name: 'new-folds',
      label: { en: 'Other folds', zh: '重新划分' },
      apply: reseed,
    },
  ],
  pictures: {
    ridge: { penalty: 'ridge', lambda: 1 },
    prostate: { data: 'prostate', penalty: 'elastic-net', feature: 'lcavol' },
  },
  readouts,
  describe,
  table,
  program,
  comments,
})
