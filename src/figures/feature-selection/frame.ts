import type { Scale } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { ruleX } from '../kit/marks.ts'
import { parameters } from './parameters.ts'

/** What the three panels share, so that a λ stands at the same place in each. */
export const frame = {
  size: 'third',
  width: 250,
  height: 272,
  margin: { top: 42, right: 8, bottom: 36, left: 36 },
} as const

export const lambdaScale = (): Scale => ({
  domain: [parameters.lambda.min, parameters.lambda.max],
  label: same('λ'),
  type: 'log',
  ticks: 4,
  tickFormat: String,
})

export const halo = { stroke: 'var(--dc-surface)', strokeWidth: 4, paintOrder: 'stroke' } as const

/** Where the reader's λ is. */
export const nowRule = (lambda: number) =>
  ruleX([lambda], { stroke: 'var(--dc-ink)', strokeWidth: 1.25 })
