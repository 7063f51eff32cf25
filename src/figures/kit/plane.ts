import type { Layer, Scale } from './figure.ts'
import { fixed, same } from './format.ts'
import { ruleX, ruleY } from './marks.ts'
import { INK } from './labels.ts'

/** The plane of weights that every panel shows. */
export const REACH = 3.2

/** Where a weight is zero. */
export const zeroLines: Layer<unknown> = {
  name: 'zero-lines',
  of: () => [],
  marks: () => [
    ruleX([0], { stroke: INK, strokeOpacity: 0.55 }),
    ruleY([0], { stroke: INK, strokeOpacity: 0.55 }),
  ],
}

/** A scale of the plane under an axis title. */
export const plane = (name: string): Scale => ({
  domain: [-REACH, REACH],
  label: same(name),
  ticks: 7,
  tickFormat: (value) => fixed(value, 0),
})
