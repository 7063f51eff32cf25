import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults } from '../kit/parameters.ts'
import { randomState } from '../testing/randomState.ts'
import map from './index.ts'
import { levelSets } from './levels.ts'
import { compute, modeOf, type MapValues } from './model.ts'

const start = defaults(map)
const random = seededRandom(41)
const states = Array.from({ length: 60 }, () => randomState(map, random))

/** Minus the log-posterior of one weight as in the text, up to a constant: n(ŵ − w)²/(2σ²) plus the penalty. */
const minusLog =
  ({ prior, scale, noise, n }: MapValues, observation: number) =>
  (w: number) =>
    (n * (observation - w) ** 2) / (2 * noise ** 2) +
    (prior === 'laplace' ? Math.abs(w) / scale : w ** 2 / (2 * scale ** 2))

/** The minimum of a convex function, by golden sections. */
function minimum(f: (w: number) => number, low = -4, high = 4): number {
  const golden = (Math.sqrt(5) - 1) / 2
  for (let k = 0; k < 80; k++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)]
    if (f(a) <= f(b)) high = b
    else low = a
  }
  return (low + high) / 2
}

/** Median and mean of exp(−f), by Simpson's rule on each side of 0, where f may have a kink. */
function byQuadrature(f: (w: number) => number, center: number, width: number) {
  const steps = 4000
  const [low, high] = [Math.min(0, center - 12 * width), Math.max(0, center + 12 * width)]
  const cells: [w: number, mass: number, moment: number][] = []
  for (const [from, to] of [
    [low, 0],
    [0, high],
  ]) {
    const h = (to - from) / steps
    for (let i = 0; i < steps; i++) {
      const at = (t: number) => Math.exp(f(center) - f(from + (i + t) * h))
      const [left, middle, right] = [at(0), at(0.5), at(1)]
      const mass = (h * (left + 4 * middle + right)) / 6
      const moment = [0, 0.5, 1].map((t) => from + (i + t) * h)
      cells.push([
        from + (i + 0.5) * h,
        mass,
        (h * (left * moment[0] + 4 * middle * moment[1] + right * moment[2])) / 6,
      ])
    }
  }
  const total = cells.reduce((sum, [, mass]) => sum + mass, 0)
  let below = 0
  const median = cells.find(([, mass]) => (below += mass) >= total / 2)![0]
  return { mean: cells.reduce((sum, [, , moment]) => sum + moment, 0) / total, median }
}

test('60 random states: mode, median and mean are those of the product, by search and by quadrature', () => {
  for (const values of states) {
    compute(values).weights.forEach(({ posterior, noise }, j) => {
      const f = minusLog(values, values.estimate[j])
      const mode = minimum(f)
      const { mean, median } = byQuadrature(f, mode, noise)
      expect(Math.abs(posterior.mode - mode)).toBeLessThan(1e-6)
      expect(Math.abs(posterior.mean - mean)).toBeLessThan(1e-7)
      expect(Math.abs(posterior.median - median)).toBeLessThan(0.02 * noise)
    })
  }
})

test('the mode is the penalized fit at the λ that is told, zeros included', () => {
  let zeros = 0
  for (const values of states) {
    const { fit, penalty, ...rest } = compute(values)
    const mode = modeOf({ fit, penalty, ...rest })
    mode.forEach((w, j) => {
      expect(fit.coefficients[j]).toBeCloseTo(w, 10)
      expect(fit.coefficients[j] === 0).toBe(w === 0)
      if (w === 0) zeros++
    })
    const { prior, scale, noise, n } = values
    const expected = prior === 'laplace' ? noise ** 2 / scale : noise ** 2 / scale ** 2
    expect(penalty.perSum / expected).toBeCloseTo(1, 12)
    expect(penalty.lambda / (expected / n)).toBeCloseTo(1, 12)
  }
  expect(zeros).toBeGreaterThan(10)
})

test('a Laplace mode is zero exactly if |ŵ| ≤ λ; the mean is zero only if ŵ is', () => {
  for (const values of states) {
    if (values.prior === 'gaussian') continue
    const { weights, penalty } = compute(values)
    for (const { observation, posterior } of weights) {
      expect(posterior.mode === 0).toBe(Math.abs(observation) <= penalty.lambda)
      expect(Math.sign(posterior.mean)).toBe(Math.sign(observation))
      expect(Math.sign(posterior.median)).toBe(Math.sign(observation))
    }
  }
})

test('on a level set the posterior has fallen by the same, in every direction from the mode', () => {
  for (const values of states) {
    const { weights } = compute(values)
    const height = ([first, second]: readonly number[]) =>
      minusLog(values, values.estimate[0])(first) + minusLog(values, values.estimate[1])(second)
    const mode = weights.map(({ posterior }) => posterior.mode)
    const falls = [0.5, 4.5, 12.5]
    levelSets(weights, falls).forEach((points, k) => {
      for (const point of points) {
        const fallen = height(point) - height(mode)
        expect(Math.abs(fallen - falls[k])).toBeLessThan(1e-9 * (1 + height(mode)))
      }
    })
  }
})

test('the curves of the estimates pass through the estimates at their ŵ', () => {
  for (const values of states.slice(0, 20)) {
    const { estimates } = compute(values)
    for (const { observation, mode, median, mean } of [
      estimates[0],
      estimates[17],
      estimates[48],
    ]) {
      const [{ posterior }] = compute({ ...values, estimate: [observation, 0] }).weights
      expect([mode, median, mean]).toEqual([posterior.mode, posterior.median, posterior.mean])
    }
  }
})

test('what is said of zeros is true', () => {
  for (const values of states) {
    const model = compute(values)
    const said = map.describe(model).en
    const zeros = modeOf(model).filter((w) => w === 0).length
    expect(said.includes('both weights are exactly zero')).toBe(zeros === 2)
    expect(/w[₁₂] is exactly zero/.test(said)).toBe(zeros === 1)
  }
})

test('moving the first ŵ leaves the second weight and the curves of the estimates', () => {
  const before = compute(start)
  const after = compute({ ...start, estimate: [0.7, start.estimate[1]] })
  expect(after.weights[1]).toBe(before.weights[1])
  expect(after.estimates).toBe(before.estimates)
})
