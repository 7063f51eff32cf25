import type { Scale, Text } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { ruleX, text } from '../kit/marks.ts'
import { HALO, INK } from '../kit/labels.ts'
import type { PathModel } from './model.ts'
import { parameters } from './parameters.ts'

/** What the panels share, so that a λ stands at the same place in those one above the other. */
export const frame = {
  size: 'half',
  width: 370,
  height: 268,
  margin: { top: 22, right: 12, bottom: 36, left: 56 },
} as const

export const lambdaScale = (): Scale => ({
  domain: [parameters.lambda.min, parameters.lambda.max],
  label: same('λ'),
  type: 'log',
  ticks: 5,
  tickFormat: String,
})

/** Where the reader's λ is. */
export const nowRule = (lambda: number) => ruleX([lambda], { stroke: INK, strokeWidth: 1.25 })

const colors = {
  lasso: 'var(--dc-l1)',
  ridge: 'var(--dc-l2)',
  'elastic-net': 'var(--dc-elastic)',
} as const

export const colorOf = ({ values }: PathModel) => colors[values.penalty]

/** Words in a corner of a panel, row by row from its edge. */
export const corner = (words: string, fill: string, edge: 'top' | 'bottom', row = 0) =>
  text([0], {
    text: () => words,
    frameAnchor: `${edge}-right`,
    textAnchor: 'end',
    dx: -4,
    dy: (edge === 'top' ? 1 : -1) * (6 + 17 * row),
    fill,
    fontSize: 12.5,
    fontWeight: 600,
    ...HALO,
  })

export const weightLabel: Text = { en: 'weight w', zh: '权重 w' }
