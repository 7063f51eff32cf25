import { defineFigure } from '../kit/figure.ts'
import { reseed } from '../kit/parameters.ts'
import { features, loadTable } from '../kit/tables.ts'
import { comments } from './comments.ts'
import { compute } from './model.ts'
import { parameters } from './parameters.ts'
import { planePanel } from './planePanel.ts'
import { program } from './program.ts'
import { describe, numbers, readouts, table } from './report.ts'
import { throwsPanels } from './throwsPanels.ts'

/** Contours of a loss meet the ball of a penalty: the picture behind the course's name, solved exactly. */
export default defineFigure({
  name: 'geometry',
  title: {
    en: 'Where the contours meet the diamond and the circle',
    zh: '等高线在哪里遇上菱形与圆',
  },
  layout: 'beside',
  parameters,
  groups: [
    {
      label: { en: 'Shape and size', zh: '形状与大小' },
      items: ['penalty', 'lambda', { oneOf: [['rho'], ['q']] }],
    },
    {
      label: { en: 'Loss', zh: '损失' },
      items: [
        'loss',
        {
          oneOf: [
            ['optimum', 'correlation', 'scale'],
            ['first', 'second'],
          ],
        },
      ],
    },
    { label: { en: 'Show', zh: '显示' }, items: ['regions', 'cone', 'seed'] },
  ],
  load: ({ loss }) => (loss === 'free' ? undefined : loadTable(loss)),

  settle(values) {
    if (values.loss === 'free') return values
    const names: readonly string[] = features[values.loss]
    const first = names.includes(values.first) ? values.first : names[0]
    const free = names.filter((name) => name !== first)
    const second = free.includes(values.second) ? values.second : free[0]
    return { ...values, first, second } as typeof values
  },

  offers(name, option, { loss, first }) {
    if (loss === 'free' || (name !== 'first' && name !== 'second')) return true
    const names: readonly string[] = features[loss]
    return names.includes(option) && !(name === 'second' && option === first)
  },

  compute,
  certificate: ({ solution, loss }) => ({
    relativeGap: solution.gap / (loss.atZero || 1),
    proved: solution.proved,
  }),
  numbers,
  panels: [planePanel, ...throwsPanels],
  handles: [{ parameter: 'optimum', panel: planePanel, color: '--dc-loss' }],
  actions: [
    {
      name: 'throw',
      label: { en: 'Throw 500 optima', zh: '随机取 500 个最优点' },
      apply: reseed,
    },
  ],
  pictures: {
    circle: { penalty: 'l2', regions: true, cone: true },
    data: { penalty: 'elastic-net', loss: 'diabetes', lambda: 0.5, regions: true },
  },
  readouts,
  describe,
  table,
  program,
  comments,
})
