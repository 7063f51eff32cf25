import { defineFigure } from '../kit/figure.ts'
import { L1, L2 } from '../kit/labels.ts'
import { reseed } from '../kit/parameters.ts'
import { loadTable } from '../kit/tables.ts'
import { comments } from './comments.ts'
import { errorsPanel } from './errorsPanel.ts'
import { compute, stages, worstGap } from './model.ts'
import { parameters } from './parameters.ts'
import { program } from './program.ts'
import { describe, numbers, readouts, table } from './report.ts'
import { weightsPanel } from './weightsPanel.ts'

/** The weights that lasso and ridge give to useless features, at every strength. */
export default defineFigure({
  name: 'feature-selection',
  title: {
    en: 'Many features, few that matter',
    zh: '特征很多，有用的很少',
  },
  layout: 'below',
  parameters,
  groups: [
    {
      label: { en: 'Penalty and size', zh: '惩罚与规模' },
      items: ['lambda', 'data', 'n', 'p'],
    },
    {
      label: { en: 'How the data come about', zh: '数据怎样产生' },
      items: ['relevant', 'noise', 'correlation', 'seed'],
    },
  ],
  load: ({ data }) => (data === 'diabetes' ? loadTable('diabetes') : undefined),
  compute,
  stages,
  certificate: (model) => ({ relativeGap: worstGap(model), proved: true }),
  numbers,
  panels: [
    weightsPanel({
      name: 'lasso',
      title: { en: 'Lasso: every weight against λ', zh: 'Lasso：各权重随 λ 的变化' },
      color: L1,
      path: (model) => model.lassoPath,
      now: (model) => model.lasso,
      stride: 4,
    }),
    weightsPanel({
      name: 'ridge',
      title: { en: 'Ridge: every weight against λ', zh: '岭回归：各权重随 λ 的变化' },
      color: L2,
      path: (model) => model.ridgePath,
      now: (model) => model.ridge,
      stride: 8,
    }),
    errorsPanel,
  ],
  actions: [
    {
      name: 'best-lasso',
      label: { en: 'Best λ for the lasso', zh: 'Lasso 的最佳 λ' },
      apply: (values) => ({ ...values, lambda: compute(values).lassoPath.best.lambda }),
    },
    {
      name: 'best-ridge',
      label: { en: 'Best λ for ridge', zh: '岭回归的最佳 λ' },
      apply: (values) => ({ ...values, lambda: compute(values).ridgePath.best.lambda }),
    },
    {
      name: 'new-data',
      label: { en: 'New data', zh: '换一份数据' },
      apply: reseed,
    },
  ],
  pictures: {
    correlated: { correlation: 0.8, noise: 1 },
    decoys: { data: 'diabetes', n: 100, p: 40 },
  },
  readouts,
  describe,
  table,
  program,
  comments,
})
