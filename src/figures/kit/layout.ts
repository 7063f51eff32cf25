import type { Panel, Scale } from './figure.ts'
import { same } from './format.ts'
import { INK } from './labels.ts'
import { ruleX, ruleY } from './marks.ts'

/**
 * The size of a panel, in the pixels of its lettering.
 *
 * @param margin top, right, bottom and left
 */
export function panelSize(
  size: Panel<unknown>['size'],
  width: number,
  height: number,
  [top, right, bottom, left]: readonly [number, number, number, number],
) {
  return { size, width, height, margin: { top, right, bottom, left } }
}

/** A panel beside one of size 'main'. */
export const BESIDE_MAIN = panelSize('third', 250, 196, [18, 8, 34, 42])

/** A scale in powers of ten. */
export const logScale = (domain: Scale['domain'], label: Scale['label'], ticks: number): Scale => ({
  domain,
  label,
  type: 'log',
  ticks,
  tickFormat: (value) => String(Number(value.toPrecision(1))),
})

/** The strengths on a slider. */
export const strengthScale = ({ min, max }: { min: number; max: number }, ticks: number): Scale =>
  logScale([min, max], same('λ'), ticks)

/** The current value on the x axis. */
export const nowRule = (value: number) => ruleX([value], { stroke: INK, strokeWidth: 1.25 })

const faint = { stroke: INK, strokeOpacity: 0.55 }

/** x = 0. */
export const zeroX = () => ruleX([0], faint)

/** y = 0. */
export const zeroY = () => ruleY([0], faint)
