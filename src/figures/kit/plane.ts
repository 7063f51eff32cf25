import type { Layer, Scale } from './figure.ts'
import { same } from './format.ts'
import { zeroX, zeroY } from './layout.ts'

/** The range of weights that every panel shows. */
export const REACH = 3.2

/** The lines on which a weight is zero. */
export const zeroLines: Layer<unknown> = {
  name: 'zero-lines',
  of: () => [],
  marks: () => [zeroX(), zeroY()],
}

/** A scale of the plane with an axis title. */
export const plane = (name: string): Scale => ({
  domain: [-REACH, REACH],
  label: same(name),
  ticks: 7,
  decimals: 0,
})
