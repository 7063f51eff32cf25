import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults, withValues } from '../kit/parameters.ts'
import { randomState } from '../testing/randomState.ts'
import { penalizedGraph, slopeGraphL1, slopeGraphL2 } from './curves.ts'
import derivativeAtZero from './index.ts'
import { compute, type DerivativeValues } from './model.ts'

const random = seededRandom(31)
const start = defaults(derivativeAtZero)
const state = (changes: Partial<DerivativeValues>) =>
  withValues(derivativeAtZero, start, changes) as DerivativeValues
const states = Array.from({ length: 300 }, () => randomState(derivativeAtZero, random))

/** The loss, in an independent implementation. */
function lossAt({ slope, curvature, valley, depth }: DerivativeValues, w: number) {
  const first = slope * w + (curvature / 2) * w ** 2
  return valley ? Math.min(first, 1.5 * (w + 2) ** 2 - depth) : first
}
const l1At = (values: DerivativeValues, w: number) =>
  lossAt(values, w) + values.lambda * Math.abs(w)
const l2At = (values: DerivativeValues, w: number) => lossAt(values, w) + values.lambda * w ** 2

const grid = Array.from({ length: 8001 }, (_, i) => (i - 4000) / 1000)

test('the minima are the lowest points of 8,001, at 300 random states', () => {
  for (const values of states) {
    const { l1, l2 } = compute(values)
    expect(l1.objective).toBeCloseTo(l1At(values, l1.w), 12)
    expect(l2.objective).toBeCloseTo(l2At(values, l2.w), 12)
    const [lowest1, lowest2] = [l1At, l2At].map((J) => Math.min(...grid.map((w) => J(values, w))))
    expect(l1.objective).toBeLessThanOrEqual(lowest1 + 1e-12)
    expect(l2.objective).toBeLessThanOrEqual(lowest2 + 1e-12)
  }
})

test('for a parabola, L1 has the soft threshold and L2 a factor', () => {
  for (const values of states) {
    const { slope, curvature, lambda } = values
    const { l1, l2 } = compute({ ...values, valley: false })
    const soft = -Math.sign(slope) * Math.max(0, Math.abs(slope) - lambda)
    expect(l1.w).toBeCloseTo(soft / curvature, 12)
    expect(l2.w).toBeCloseTo(-slope / (curvature + 2 * lambda), 12)
  }
})

test('0 is the minimum under L1 exactly if |d₀| ≤ λ, the edge included', () => {
  for (let i = -200; i <= 200; i++) {
    for (const curvature of [1, 1.37, 2.99]) {
      const at = (lambda: number) => compute(state({ slope: i / 100, curvature, lambda })).l1.w
      const edge = Math.abs(i) / 100
      expect(at(edge)).toBe(0)
      expect(at(edge + 0.01)).toBe(0)
      if (i !== 0) expect(at(edge - 0.01)).not.toBe(0)
    }
  }
})

test('with a second valley |d₀| < λ makes 0 a local minimum, and not always the global one', () => {
  const outcomes = new Set<boolean>()
  for (const values of states.filter((s) => s.valley && Math.abs(s.slope) < s.lambda)) {
    const [left, zero, right] = [-1e-4, 0, 1e-4].map((w) => l1At(values, w))
    expect(Math.min(left, right)).toBeGreaterThan(zero)
    const { l1 } = compute(values)
    outcomes.add(l1.w === 0)
    expect(derivativeAtZero.describe(compute(values)).en.includes('only a local one')).toBe(
      l1.w !== 0,
    )
  }
  expect(outcomes.size).toBe(2)
})

test('the runs are those of the two update rules', () => {
  for (const values of states) {
    const { slope, curvature, lambda, rate, start: from, falling } = values
    const { subgradient, proximal } = compute({
      ...values,
      valley: false,
      subgradient: true,
      proximal: true,
    })
    let [jumping, landing] = [from, from]
    for (let k = 1; k <= 30; k++) {
      const alpha = falling ? rate / Math.sqrt(k) : rate
      const pull = lambda * Math.sign(jumping)
      jumping -= alpha * (slope + curvature * jumping + pull)
      const there = landing - rate * (slope + curvature * landing)
      landing = Math.sign(there) * Math.max(0, Math.abs(there) - rate * lambda)
      expect(subgradient![k]).toBeCloseTo(jumping, 9)
      expect(proximal![k]).toBeCloseTo(landing, 9)
    }
  }
})

test('proximal descent stays at 0 once there, and subgradient descent is hardly ever at 0', () => {
  let [landed, hits] = [0, 0]
  for (const values of states) {
    const model = compute({ ...values, subgradient: true, proximal: true })
    if (model.landing !== undefined) {
      landed++
      expect(model.proximal!.slice(model.landing).every((w) => w === 0)).toBe(true)
      expect(Math.abs(values.slope)).toBeLessThanOrEqual(values.lambda)
      if (model.landing > 0) expect(model.proximal![model.landing - 1]).not.toBe(0)
    }
    hits += model.subgradient!.filter((w) => w === 0).length
  }
  expect(landed).toBeGreaterThan(100)
  expect(hits).toBeLessThan(5)
})

test('a passing visit at 0 is not called a landing', () => {
  // From −0.12 a gradient step of 0.32 leads to 0.2, within the threshold, although |d₀| > λ.
  const values = state({ slope: -1.5, lambda: 1.4, rate: 0.2, start: -0.1 })
  const model = compute(values)
  expect(model.proximal!.includes(0)).toBe(true)
  expect(model.landing).toBeUndefined()
})

test('the drawn curves are the loss with its penalty, and the drawn slopes their derivatives', () => {
  for (const values of states.slice(0, 60)) {
    const { loss } = compute(values)
    const { lambda } = values
    for (const [w, height] of penalizedGraph(loss, (v) => lambda * Math.abs(v))) {
      expect(height).toBeCloseTo(l1At(values, w), 10)
    }
    const slopes = slopeGraphL1(loss, lambda)
    for (const [J, graph] of [
      [l1At, slopes] as const,
      [l2At, slopeGraphL2(loss, lambda)] as const,
    ]) {
      for (const [w, height] of graph) {
        const [left, here, right] = [w - 1e-6, w, w + 1e-6].map((v) => J(values, v))
        const kink = Math.abs(left + right - 2 * here) > 1e-9
        if (!Number.isNaN(height) && !kink) expect(height).toBeCloseTo((right - left) / 2e-6, 4)
      }
    }
    if (lambda > 0) {
      const jump = slopes.filter(([w]) => w === 0).map(([, height]) => height)
      expect(jump).toEqual([values.slope - lambda, NaN, values.slope + lambda])
    }
  }
})

test('moving the step redraws where the runs are and nothing else', () => {
  const [before, after] = [compute(start), compute({ ...start, step: 3 })]
  const redrawn = derivativeAtZero.panels.flatMap(({ name, layers }) =>
    layers
      .filter((layer) => layer.of(after).some((part, i) => !Object.is(part, layer.of(before)[i])))
      .map((layer) => `${name} ${layer.name}`),
  )
  expect(redrawn).toEqual(['objective runners', 'runs runs'])
})
