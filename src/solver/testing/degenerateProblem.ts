import fc from 'fast-check'
import { seededRandom } from '../data/random.ts'
import type { FitOptions } from '../fit.ts'

/** Designs of every degenerate kind; a seed stands for the numbers, so that a failure names a small recipe. */
export const recipe = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  rows: fc.integer({ min: 1, max: 20 }),
  columns: fc.integer({ min: 1, max: 26 }),
  ties: fc.boolean(),
  duplicates: fc.boolean(),
  zeros: fc.boolean(),
  sums: fc.boolean(),
  /** How far some columns are from the one before; 0 if they have nothing to do with it. */
  near: fc.constantFrom(0, 0, 1e-3, 1e-4),
  exponentX: fc.integer({ min: -150, max: 150 }),
  exponentY: fc.integer({ min: -140, max: 140 }),
  wild: fc.boolean(),
  share: fc.constantFrom(1.1, 0.9, 0.5, 0.1, 0.01, 0.001),
  rho: fc.constantFrom(1, 1, 0.7, 0.2, 0),
  options: fc.record({
    intercept: fc.boolean(),
    nonNegative: fc.constantFrom(false, false, true),
    sampleWeights: fc.boolean(),
    penaltyFactors: fc.boolean(),
  }),
})
type Drawn = typeof recipe extends fc.Arbitrary<infer T> ? T : never
export type Recipe = Omit<Drawn, 'near'> & { near: number }

/** The problem of a recipe, and the options to fit it with. */
export function build(r: Recipe): { X: number[][]; y: number[]; options: FitOptions } {
  const random = seededRandom(r.seed)
  const draw = (): number => (r.ties ? random.integer(3) - 1 : random.normal())
  const exponents = Array.from({ length: r.columns }, () =>
    r.wild ? random.integer(301) - 150 : r.exponentX,
  )
  const near = r.wild ? 0 : r.near
  const X = Array.from({ length: r.rows }, () => exponents.map(() => draw()))
  for (const row of X) {
    for (let j = 2; j < r.columns; j++) {
      if (near > 0 && j % 4 === 3) row[j] = row[j - 1] + near * random.normal()
      if (r.duplicates && j % 3 === 0) row[j] = row[j - 1]
      if (r.sums && j % 5 === 0) row[j] = row[j - 1] + row[j - 2]
      if (r.zeros && j % 4 === 0) row[j] = 0
    }
    exponents.forEach((exponent, j) => (row[j] *= 10 ** exponent))
  }
  const y = X.map(() => (r.ties ? random.integer(4) : random.normal()) * 10 ** r.exponentY)
  const { intercept, nonNegative } = r.options
  const options: FitOptions = { intercept, nonNegative }
  if (r.options.sampleWeights)
    options.sampleWeights = y.map((_, i) => (i === 0 ? 1 : random.integer(3)))
  // Nearly collinear features without a penalty are more than doubles can tell apart.
  const least = near > 0 ? 1 : 0
  if (r.options.penaltyFactors) {
    options.penaltyFactors = exponents.map(() => Math.max(least, random.integer(3)))
  }
  return { X, y, options }
}
