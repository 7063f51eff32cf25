import type { Panel } from '../kit/figure.ts'
import { same } from '../kit/format.ts'

/** A panel without layers, margins or ticks, over the unit square. */
export const plainPanel: Panel<string> = {
  name: 'only',
  title: same('only'),
  size: 'large',
  width: 100,
  height: 100,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  x: () => ({ domain: [0, 1], label: same(''), ticks: 0 }),
  y: () => ({ domain: [0, 1], label: same(''), ticks: 0 }),
  layers: [],
}
