import type { Mark, Panel, Point } from '../kit/figure.ts'
import { same } from '../kit/format.ts'
import { L1, L2, label, LOSS, SURFACE } from '../kit/labels.ts'
import { panelSize } from '../kit/layout.ts'
import { dot, line } from '../kit/marks.ts'
import { zeroLines } from '../kit/plane.ts'
import { slopeGraph, slopeGraphL1, slopeGraphL2, weightScale } from './curves.ts'
import type { DerivativeModel } from './model.ts'
import { disc, legend, type DerivativeLayer } from './objectivePanel.ts'

const loss: DerivativeLayer = {
  name: 'loss',
  of: (model) => [model.loss],
  marks: (model) => [line(slopeGraph(model.loss), { stroke: LOSS, strokeWidth: 1.25 })],
}

/** The slopes of the penalized losses, and the minima at which they cross zero. */
const penalized: DerivativeLayer = {
  name: 'penalized',
  of: ({ loss, values, l1, l2 }) => [loss, values.lambda, l1, l2],
  marks: ({ loss, values: { lambda, slope }, l1, l2 }) => [
    line(slopeGraphL2(loss, lambda), { stroke: L2, strokeWidth: 2 }),
    line(slopeGraphL1(loss, lambda), { stroke: L1, strokeWidth: 2 }),
    ...jump(slope, lambda),
    disc([l2.w, 0], L2),
    disc([l1.w, 0], L1),
  ],
}

/** The subdifferential of L + λ|w| at 0: an interval with d₀ in its middle. */
function jump(slope: number, lambda: number): Mark[] {
  const ends: Point[] = [
    [0, slope - lambda],
    [0, slope + lambda],
  ]
  const middle = disc([0, slope], L2)
  if (lambda === 0) return [middle, label([0, slope], 'd₀', [18, -12], L2)]
  // Below this, the three names would overlap.
  const apart = lambda > 0.7
  return [
    line(ends, { stroke: L1, strokeWidth: 8, strokeOpacity: 0.28, strokeLinecap: 'round' }),
    dot(ends, { r: 4, stroke: L1, strokeWidth: 1.75, fill: SURFACE }),
    middle,
    label(ends[0], 'd₀ − λ', [34, 2], L1),
    label(ends[1], 'd₀ + λ', [-36, -2], L1),
    ...(apart ? [label([0, slope], 'd₀', [-17, -5], L2)] : []),
  ]
}

export const slopePanel: Panel<DerivativeModel> = {
  name: 'slopes',
  title: { en: 'Their derivatives', zh: '它们的导数' },
  ...panelSize('large', 440, 250, [28, 14, 34, 34]),
  x: weightScale,
  y: () => ({
    domain: [-4.9, 4.9],
    label: same(''),
    ticks: 5,
    decimals: 0,
  }),
  layers: [
    zeroLines,
    loss,
    penalized,
    {
      name: 'names',
      of: () => [],
      overflow: true,
      marks: (_, language) => legend([same('L′'), 'L′ ± λ', 'L′ + 2λw'], language),
    },
  ],
}
