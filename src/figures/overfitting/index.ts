import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { redraw, withOutlier } from './data.ts'
import { errorsPanel } from './errorsPanel.ts'
import { fitPanel } from './fitPanel.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'
import { weightsPanel } from './weightsPanel.ts'

/**
 * A polynomial through points that the reader moves: too wild, too stiff, and the choice of cross-validation between.
 */
export default defineFigure({
  name: 'overfitting',
  title: {
    en: 'Too wild, too stiff, and just right',
    zh: '过拟合、欠拟合，与恰到好处',
  },
  layout: 'below',
  parameters,
  groups: [
    { label: { en: 'Penalty', zh: '惩罚' }, items: ['penalty', 'lambda', 'zero'] },
    { label: { en: 'Model and data', zh: '模型与数据' }, items: ['degree', 'points'] },
  ],
  compute,
  certificate: ({ fit, free }) => ({
    relativeGap: Math.max(fit.gap, free.gap),
    proved: fit.proved && free.proved,
  }),
  numbers,
  panels: [fitPanel, errorsPanel, weightsPanel],
  handles: [{ parameter: 'points', panel: fitPanel, color: '--dc-data' }],
  actions: [
    {
      name: 'zero',
      label: { en: 'λ = 0: overfit', zh: 'λ = 0：过拟合' },
      apply: (values) => ({ ...values, zero: true }),
    },
    {
      name: 'cross-validated',
      label: { en: 'λ by cross-validation', zh: '交叉验证选 λ' },
      apply: (values) => ({
        ...values,
        zero: false,
        lambda: compute(values).selection.minimum.lambda,
      }),
    },
    {
      name: 'one-standard-error',
      label: { en: 'One-standard-error rule', zh: '一倍标准误准则' },
      apply: (values) => ({
        ...values,
        zero: false,
        lambda: compute(values).selection.oneStandardError.lambda,
      }),
    },
    {
      name: 'infinity',
      label: { en: 'λ → ∞: underfit', zh: 'λ → ∞：欠拟合' },
      apply: (values) => ({ ...values, zero: false, lambda: parameters.lambda.max }),
    },
    {
      name: 'outlier',
      label: { en: 'Make an outlier', zh: '加一个异常点' },
      apply: (values) => ({ ...values, points: withOutlier(values.points) }),
    },
    {
      name: 'redraw',
      label: { en: 'New points', zh: '换一批点' },
      apply: (values) => ({ ...values, points: redraw(values.points) }),
    },
  ],
  pictures: {
    'no-penalty': { zero: true },
    wave: { points: parameters.points.named.wave, zero: true },
    lasso: { penalty: 'l1', lambda: 0.01 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
