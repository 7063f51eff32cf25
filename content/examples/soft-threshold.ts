import * as Plot from '@observablehq/plot'
import { hardThreshold, softThreshold } from 'shrinkage'

const t = 1 // try 0.5, or 2

// One weight on its own: z is the weight without a penalty
const rows = Array.from({ length: 13 }, (_, i) => (i - 6) / 2).map((z) => ({
  z,
  lasso: softThreshold(z, t),
  ridge: z / (1 + t),
  'best subset': hardThreshold(z, t),
}))
table(rows)

const fine = Array.from({ length: 601 }, (_, i) => (i - 300) / 100)
const line = (f: (z: number) => number, style: Plot.LineOptions) =>
  Plot.line(
    fine.map((z) => [z, f(z)]),
    style,
  )
plot({
  aspectRatio: 1,
  marginRight: 80,
  grid: true,
  x: { label: 'z' },
  y: { label: 'weight' },
  marks: [
    Plot.ruleY([0]),
    Plot.ruleX([0]),
    line((z) => z, { strokeDasharray: 2 }),
    line((z) => softThreshold(z, t), { strokeWidth: 3 }),
    line((z) => z / (1 + t), { strokeDasharray: 6 }),
    Plot.text(['lasso', 'ridge', 'no penalty'], {
      x: 3,
      y: [3 - t, 3 / (1 + t), 3],
      textAnchor: 'start',
      dx: 6,
    }),
  ],
})
