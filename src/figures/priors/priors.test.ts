import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults } from '../kit/parameters.ts'
import { randomState } from '../testing/randomState.ts'
import priors from './index.ts'
import { compute, PAIRS, type PriorModel, type PriorValues } from './model.ts'

const start = defaults(priors)
const random = seededRandom(23)
const states = Array.from({ length: 60 }, () => randomState(priors, random))

/** The densities as in the text, independent of the package. */
const textbook = {
  laplace: (w: number, b: number) => Math.exp(-Math.abs(w) / b) / (2 * b),
  gaussian: (w: number, t: number) =>
    Math.exp((-w * w) / (2 * t * t)) / (t * Math.sqrt(2 * Math.PI)),
}

/** Simpson's rule for f from a to b, without a kink between them. */
function integral(f: (w: number) => number, a: number, b: number, steps = 2000): number {
  const h = (b - a) / steps
  let sum = f(a) + f(b)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * f(a + i * h)
  return (sum * h) / 3
}

const both = (values: PriorValues): PriorModel[] => {
  const { laplace, gaussian } = compute(values)
  return [laplace, gaussian]
}

test('60 random states: density, mass near zero and in the tails are those of the textbook densities', () => {
  for (const values of states) {
    for (const { kind, scale, distribution, near, far, reach } of both(values)) {
      const density = (w: number) => textbook[kind](w, scale)
      for (const w of [-3, -0.2, 0, 1.7])
        expect(distribution.density(w)).toBeCloseTo(density(w), 12)
      expect(near).toBeCloseTo(2 * integral(density, 0, values.near), 10)
      expect(far).toBeCloseTo(2 * integral(density, values.far, values.far + 40 * scale), 8)
      expect(2 * integral(density, 0, reach)).toBeCloseTo(0.99, 8)
    }
  }
})

test('equal variance means equal second moments, equal scale b = τ', () => {
  for (const values of states) {
    const moments = both(values).map(
      ({ kind, scale }) =>
        2 * integral((w) => w * w * textbook[kind](w, scale), 0, 40 * scale, 20_000),
    )
    if (values.match === 'variance') expect(moments[0] / moments[1]).toBeCloseTo(1, 6)
    else expect(moments[0] / moments[1]).toBeCloseTo(2, 6)
  }
})

test('no weight drawn is exactly zero, at 200 seeds', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const { cloud } of both({ ...start, seed })) {
      expect(cloud.zeros).toBe(0)
      expect(cloud.smallest).toBeGreaterThan(0)
    }
  }
})

test('the share of pairs near an axis is, over many seeds, what the densities say', () => {
  const counts = [0, 0]
  const seeds = 100
  for (let seed = 1; seed <= seeds; seed++) {
    both({ ...start, seed }).forEach(({ cloud }, k) => (counts[k] += cloud.near.length))
  }
  both(start).forEach(({ kind, scale }, k) => {
    const one = 2 * integral((w) => textbook[kind](w, scale), 0, start.near)
    const share = 1 - (1 - one) ** 2
    const deviation = Math.sqrt((share * (1 - share)) / (seeds * PAIRS))
    expect(Math.abs(counts[k] / (seeds * PAIRS) - share)).toBeLessThan(4 * deviation)
  })
})

test('pairs near an axis and the others are all pairs, and only the former have a weight below the bound', () => {
  for (const values of states) {
    for (const { cloud } of both(values)) {
      expect(cloud.near.length + cloud.others.length).toBe(PAIRS)
      const smaller = (pair: readonly number[]) => Math.min(...pair.map(Math.abs))
      cloud.near.forEach((pair) => expect(smaller(pair)).toBeLessThan(values.near))
      cloud.others.forEach((pair) => expect(smaller(pair)).toBeGreaterThanOrEqual(values.near))
    }
  }
})

test('a wider prior draws the same weights, stretched', () => {
  const once = both(start)
  both({ ...start, spread: 2, near: 0.2 }).forEach(({ cloud }, k) => {
    cloud.near.forEach(([w], i) => expect(w).toBeCloseTo(2 * once[k].cloud.near[i][0], 10))
  })
})

test('moving a bound draws no weight again', () => {
  const before = compute(start)
  const after = compute({ ...start, far: 2 })
  expect(after.laplace.cloud).toBe(before.laplace.cloud)
  const redrawn = priors.panels.flatMap(({ layers }) =>
    layers
      .filter((layer) => layer.of(after).some((part, i) => !Object.is(part, layer.of(before)[i])))
      .map(({ name }) => name),
  )
  expect(redrawn).toEqual(['masses'])
})
