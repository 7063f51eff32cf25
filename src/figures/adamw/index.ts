import { defineFigure } from '../kit/figure.ts'
import { withConstants } from '../kit/program.ts'
import { comments } from './comments.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import { planePanel } from './planePanel.ts'
import program from './program.js?raw'
import { describe, numbers, readouts, table } from './report.ts'

/** Ridge ends on a circle, the lasso on a diamond, AdamW in a square: three methods at one strength. */
export default defineFigure({
  name: 'adamw',
  title: {
    en: 'Circle, diamond, square: where AdamW ends',
    zh: '圆、菱形、正方形：AdamW 停在哪里',
  },
  layout: 'beside',
  parameters,
  groups: [
    { label: { en: 'Strength and steps', zh: '正则化系数与步数' }, items: ['lambda', 'step'] },
    { label: { en: 'Loss', zh: '损失' }, items: ['optimum', 'correlation'] },
  ],
  compute,
  certificate: ({ gap, loss }) => ({ relativeGap: gap / (loss.atZero || 1), proved: true }),
  numbers,
  panels: [planePanel],
  handles: [{ parameter: 'optimum', panel: planePanel, color: '--dc-loss' }],
  pictures: {
    corner: { lambda: 2, optimum: [2, 1.8] },
    inside: { lambda: 0.4, optimum: [1.2, -1.6], correlation: 0.5 },
  },
  readouts,
  describe,
  table,
  program: (values) => withConstants(program, values),
  comments,
})
