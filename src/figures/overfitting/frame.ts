import type { Scale } from '../kit/figure.ts'
import type { PenaltyKind } from './fit.ts'

export const MUTED = 'var(--dc-muted)'

export const penaltyColor = (kind: PenaltyKind) => (kind === 'l1' ? 'var(--dc-l1)' : 'var(--dc-l2)')

/** The two panels beside the points. */
export const third = {
  size: 'third',
  width: 250,
  height: 196,
  margin: { top: 18, right: 8, bottom: 34, left: 42 },
} as const

export const logScale = (domain: Scale['domain'], label: Scale['label'], ticks: number): Scale => ({
  domain,
  label,
  type: 'log',
  ticks,
  tickFormat: (value) => String(Number(value.toPrecision(1))),
})
