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
const line = (f: (z: number) => number) => fine.map((z) => [z, f(z)])
plot({
  aspectRatio: 1,
  grid: true,
  x: { label: 'z' },
  y: { label: 'weight' },
  marks: [
    Plot.ruleY([0]),
    Plot.ruleX([0]),
    Plot.line(
      line((z) => z),
      { strokeDasharray: 2 },
    ),
    Plot.line(
      line((z) => softThreshold(z, t)),
      { strokeWidth: 3 },
    ),
    Plot.line(
      line((z) => z / (1 + t)),
      { strokeDasharray: 6 },
    ),
    Plot.text(['soft', 'ridge', 'z'], { x: 3, y: [3 - t, 3 / (1 + t), 3], dx: 20 }),
  ],
})
