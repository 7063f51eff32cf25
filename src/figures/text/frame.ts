import type { Scale } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { dot, line, ruleX } from '../kit/marks.ts'
import { INK } from '../kit/labels.ts'
import type { Point } from '../kit/figure.ts'
import { parameters } from './parameters.ts'

export const L1 = 'var(--dc-l1)'
export const MUTED = 'var(--dc-muted)'

/** The two panels beside the list of terms. */
export const third = {
  size: 'third',
  width: 250,
  height: 196,
  margin: { top: 18, right: 8, bottom: 34, left: 42 },
} as const

export const lambdaScale = (): Scale => ({
  domain: [parameters.lambda.min, parameters.lambda.max],
  label: same('λ'),
  type: 'log',
  ticks: 4,
  tickFormat: String,
})

/** Where the reader's λ is. */
export const nowRule = (lambda: number) => ruleX([lambda], { stroke: INK, strokeWidth: 1.25 })

/** Where the reader is on a curve. */
export const nowDot = (at: Point) =>
  dot([at], { r: 4.5, fill: L1, stroke: 'var(--dc-surface)', strokeWidth: 1.25 })

export const curve = (points: Point[], strokeDasharray?: string) =>
  line(points, { stroke: L1, strokeWidth: strokeDasharray ? 1.5 : 2, strokeDasharray })
