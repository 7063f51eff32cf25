import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults, withValues } from '../kit/parameters.ts'
import { truth } from '../kit/sineData.ts'
import { randomState } from '../testing/randomState.ts'
import { measuredPairs, totalError, TRUTH } from './cloud.ts'
import { DEGREE, grid, measuredPoints } from './curves.ts'
import perturbation from './index.ts'
import { compute, type PerturbationValues } from './model.ts'
import { CLOUD_SAMPLES, CURVE_POINTS } from './noise.ts'
import { strengths } from './parameters.ts'

const start = defaults(perturbation)
const random = seededRandom(71)
const modelOf = (changes: object) =>
  compute(withValues(perturbation, start, { ...changes }) as PerturbationValues)
const randomModel = () => modelOf(randomState(perturbation, random))

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Ax = b by Gaussian elimination with pivots. */
function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]])
  const p = b.length
  for (let k = 0; k < p; k++) {
    const pivot = rows.slice(k).reduce((best, row, i) => {
      return Math.abs(row[k]) > Math.abs(rows[best][k]) ? k + i : best
    }, k)
    ;[rows[k], rows[pivot]] = [rows[pivot], rows[k]]
    for (let i = 0; i < p; i++) {
      if (i === k) continue
      const factor = rows[i][k] / rows[k][k]
      for (let j = k; j <= p; j++) rows[i][j] -= factor * rows[k][j]
    }
  }
  return rows.map((row, k) => row[p] / row[k])
}

/** [[1, r], [r, 1]] + λI */
const shifted = (r: number, lambda: number) => [
  [1 + lambda, r],
  [r, 1 + lambda],
]

test('the two features have exactly the correlation that is set, mean 0 and variance 1', () => {
  for (const r of [0, 0.5, 0.99, 0.999]) {
    const { gram, X } = measuredPairs(r, 0.3, 1).design
    expect(gram.flat().map((value) => value.toFixed(12))).toEqual(
      [1, r, r, 1].map((value) => value.toFixed(12)),
    )
    for (const j of [0, 1]) {
      expect(mean((X as Float64Array[]).map((row) => row[j]))).toBeCloseTo(0, 12)
    }
  }
})

test('30 random states: every refit of the two features solves its normal equations', () => {
  for (let i = 0; i < 30; i++) {
    const { values, free, ridge } = randomModel()
    const { correlation, noise, seed, lambda } = values
    const { measurements } = measuredPairs(correlation, noise, seed)
    measurements.forEach(({ linear }, k) => {
      const byHand = [0, lambda].map((strength) => solve(shifted(correlation, strength), linear))
      for (const j of [0, 1]) {
        expect(free.cloud.weights[k][j]).toBeCloseTo(byHand[0][j], 8)
        expect(ridge.cloud.weights[k][j]).toBeCloseTo(byHand[1][j], 8)
      }
    })
  }
})

test('every curve of ridge is that of the normal equations in the standardized powers', () => {
  const x = Array.from({ length: CURVE_POINTS }, (_, i) => -1 + (2 * i) / (CURVE_POINTS - 1))
  const columns = Array.from({ length: DEGREE }, (_, j) => {
    const powers = x.map((at) => at ** (j + 1))
    const centre = mean(powers)
    const deviation = Math.sqrt(mean(powers.map((value) => (value - centre) ** 2)))
    const scale = (value: number) => (value - centre) / deviation
    return { values: powers.map(scale), at: (point: number) => scale(point ** (j + 1)) }
  })
  const product = (a: readonly number[], b: readonly number[]) =>
    mean(a.map((value, i) => value * b[i]))
  for (const lambda of [0.001, 0.02, 1]) {
    const { values, ridge } = modelOf({ lambda, seed: 4 })
    const gram = columns.map((a, j) =>
      columns.map((b, k) => product(a.values, b.values) + (j === k ? values.lambda : 0)),
    )
    const { measurements } = measuredPoints(values.noise, values.seed)
    measurements.forEach(({ y, mean: centre }, k) => {
      const theta = solve(
        gram,
        columns.map((column) => product(column.values, y)),
      )
      grid.forEach((at, i) => {
        const height = theta.reduce((sum, weight, j) => sum + weight * columns[j].at(at), centre)
        expect(ridge.bundle.heights[k][i]).toBeCloseTo(height, 8)
      })
    })
  }
})

test('bias and variance are those that theory gives, within what 200 refits leave to chance', () => {
  for (const [lambda, correlation] of [
    [0.01, 0.99],
    [0.1, 0.9],
    [1, 0.5],
  ]) {
    const models = Array.from({ length: 12 }, (_, i) =>
      modelOf({ lambda, correlation, seed: i + 1 }),
    )
    const { values } = models[0]
    const inTheory = (strength: number) => {
      const A = shifted(correlation, strength)
      const G = shifted(correlation, 0)
      const expected = solve(A, [
        G[0][0] * TRUTH[0] + G[0][1] * TRUTH[1],
        G[1][0] * TRUTH[0] + G[1][1] * TRUTH[1],
      ])
      // Along the directions (1, ±1)/√2, where XᵀX/n has the eigenvalues 1 ± r.
      const variance = [1 + correlation, 1 - correlation].reduce(
        (sum, d) => sum + (values.noise ** 2 / CLOUD_SAMPLES) * (d / (d + strength) ** 2),
        0,
      )
      return {
        bias2: (expected[0] - TRUTH[0]) ** 2 + (expected[1] - TRUTH[1]) ** 2,
        variance,
      }
    }
    const ridge = inTheory(values.lambda)
    const free = inTheory(0)
    const average = (of: (model: (typeof models)[number]) => number) => mean(models.map(of))
    expect(average((m) => m.ridge.cloud.variance) / ridge.variance).toBeCloseTo(1, 0.7)
    expect(average((m) => m.free.cloud.variance) / free.variance).toBeCloseTo(1, 0.7)
    expect(average((m) => m.ridge.cloud.bias2)).toBeCloseTo(ridge.bias2, 1.7)
    expect(average((m) => m.free.cloud.bias2)).toBeLessThan(0.02)
  }
})

test('bias² and variance add up to the mean squared distance from the true weights', () => {
  for (let i = 0; i < 10; i++) {
    const { free, ridge } = randomModel()
    for (const { cloud } of [free, ridge]) {
      const squares = cloud.weights.map(([a, b]) => (a - TRUTH[0]) ** 2 + (b - TRUTH[1]) ** 2)
      expect(totalError(cloud)).toBeCloseTo(mean(squares), 10)
    }
  }
})

test('no move of the input changes an answer by more than ‖w‖‖Δx‖; the move along w reaches it', () => {
  for (let i = 0; i < 40; i++) {
    const { free, ridge } = randomModel()
    for (const { weights, norm, effects, closest } of [free.moved, ridge.moved]) {
      for (const [length, effect] of effects) {
        expect(length).toBeLessThanOrEqual(1)
        expect(effect).toBeLessThanOrEqual(norm * length * (1 + 1e-12))
      }
      expect(closest).toBeLessThanOrEqual(1 + 1e-12)
      expect(closest).toBeGreaterThan(0.99)
      const along = weights.map((w) => w / norm)
      expect(weights[0] * along[0] + weights[1] * along[1]).toBeCloseTo(norm, 12)
    }
  }
})

test('as λ grows, curves and weights are moved less by the noise, and ‖w‖ shrinks', () => {
  const models = strengths.filter((_, i) => i % 10 === 0).map((lambda) => modelOf({ lambda }))
  for (let i = 1; i < models.length; i++) {
    const [before, after] = [models[i - 1].ridge, models[i].ridge]
    expect(after.bundle.spread).toBeLessThan(before.bundle.spread)
    expect(after.cloud.variance).toBeLessThan(before.cloud.variance)
    expect(after.moved.norm).toBeLessThan(before.moved.norm)
  }
  const { free } = models[0]
  expect(models[0].ridge.bundle.spread).toBeLessThan(free.bundle.spread)
  expect(models[0].ridge.cloud.variance).toBeLessThan(free.cloud.variance)
})

test('the more the features agree, the more least squares scatters, and the more ridge has to gain', () => {
  const best = perturbation.actions!.find(({ name }) => name === 'best')!
  const gains = [0, 0.9, 0.99, 0.999].map((correlation) => {
    const { free, ridge } = compute(best.apply({ ...start, correlation }))
    return [free.cloud.variance, totalError(free.cloud) / totalError(ridge.cloud)]
  })
  for (let i = 1; i < gains.length; i++) {
    expect(gains[i][0]).toBeGreaterThan(gains[i - 1][0])
    expect(gains[i][1]).toBeGreaterThan(gains[i - 1][1])
  }
})

test('the λ called best has the smallest error of all that the slider can take', () => {
  const best = perturbation.actions!.find(({ name }) => name === 'best')!.apply(start)
  const least = totalError(compute(best).ridge.cloud)
  for (const lambda of strengths) {
    expect(totalError(modelOf({ lambda }).ridge.cloud)).toBeGreaterThanOrEqual(least)
  }
})

test('the first picture makes the point: less spread, less variance, some bias, a smaller error in all', () => {
  const { free, ridge } = modelOf({})
  expect(ridge.bundle.spread).toBeLessThan(free.bundle.spread / 3)
  expect(ridge.cloud.variance).toBeLessThan(free.cloud.variance / 5)
  expect(ridge.cloud.bias2).toBeGreaterThan(free.cloud.bias2)
  expect(totalError(ridge.cloud)).toBeLessThan(totalError(free.cloud) / 1.5)
})

test('without noise the first measurement would be the truth: the points lie around it by the noise', () => {
  const [quiet, loud] = [0.1, 0.8].map((noise) => modelOf({ noise }))
  quiet.points.forEach(([x, y], i) => {
    expect((loud.points[i][1] - truth(x)) / 8).toBeCloseTo(y - truth(x), 10)
  })
})

test('moving λ redraws what ridge does, and nothing else', () => {
  const [before, after] = [modelOf({ lambda: 0.01 }), modelOf({ lambda: 0.02 })]
  const redrawn = perturbation.panels.flatMap((panel) => {
    expect(panel.y(after).domain).toEqual(panel.y(before).domain)
    return panel.layers
      .filter((layer) => layer.of(after).some((part, i) => part !== layer.of(before)[i]))
      .map((layer) => `${panel.name} ${layer.name}`)
  })
  expect(redrawn).toEqual(['bundle-ridge bundle', 'cloud ridge', 'bound ridge'])
})
