import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults } from '../kit/parameters.ts'
import { randomState } from '../testing/randomState.ts'
import weightDecay from './index.ts'
import { compute, type DecayModel, type DecayValues } from './model.ts'

const random = seededRandom(17)
const start = defaults(weightDecay)
const randomValues = () => randomState(weightDecay, random)
const states = Array.from({ length: 200 }, randomValues)

const stable = ({ stability }: DecayModel) => stability.penalized < 1.999
const lengthOf = ([, first, second]: ArrayLike<number> & Iterable<number>) =>
  Math.hypot(first, second)

/** Relative closeness, because the values of a diverging run are large. */
function expectNear(value: number, expected: number, tolerance = 1e-9) {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  )
}

/*
 * The run in closed form: along each eigenvector of [[1, r], [r, 1]] the distance to the goal is multiplied by
 * 1 − α(h + λ/m) at each step, and for θ₀ by 1 − α.
 */
function runByEigenvectors(
  { alpha, lambda, m, optimum, start, correlation }: DecayValues,
  k: number,
) {
  const turn = ([a, b]: readonly number[]) => [(a + b) / Math.SQRT2, (a - b) / Math.SQRT2]
  const [from, best] = [turn(start), turn(optimum)]
  const there = [1 + correlation, 1 - correlation].map((h, i) => {
    const goal = (h / (h + lambda / m)) * best[i]
    return goal + (1 - alpha * (h + lambda / m)) ** k * (from[i] - goal)
  })
  return [2 - 2 * (1 - alpha) ** k, ...turn(there)]
}

test('both runs are those of the closed form, at 200 random states', () => {
  for (const values of states) {
    const { penalized, plain } = compute(values)
    const { step } = values
    const longest = Math.max(...penalized.slice(0, step + 1).map((s) => lengthOf(s.parameters)))
    const truths = [
      runByEigenvectors(values, step),
      runByEigenvectors({ ...values, lambda: 0 }, step),
    ]
    ;[penalized[step], plain[step]].forEach(({ parameters }, i) =>
      parameters.forEach((theta, j) => {
        expect(Math.abs(theta - truths[i][j])).toBeLessThanOrEqual(1e-9 * Math.max(1, longest))
      }),
    )
  }
})

test('the two arrows of a step lead to the next one, and θ₀ has only the second', () => {
  for (const values of states) {
    const { penalized, factor } = compute(values)
    const { parameters, shrinkStep, dataStep } = penalized[values.step]
    const next = penalized[values.step + 1].parameters
    expect(shrinkStep[0]).toBe(0)
    parameters.forEach((theta, j) => {
      expectNear(theta + shrinkStep[j] + dataStep[j], next[j])
      if (j > 0) expectNear(theta + shrinkStep[j], factor * theta)
    })
  }
})

test('a run goes to the ridge solution exactly if α(h_max + λ/m) is below 2', () => {
  let diverged = 0
  for (const values of states) {
    const { stability, goal } = compute(values)
    const { alpha, lambda, m, correlation } = values
    expectNear(stability.penalized, alpha * (1 + Math.abs(correlation) + lambda / m))
    expectNear(stability.plain, alpha * (1 + Math.abs(correlation)))
    const late = runByEigenvectors(values, 100_000)
    const distance = Math.hypot(...goal.coefficients.map((w, j) => w - late[j + 1]))
    if (stability.penalized < 2) expect(distance).toBeLessThan(1e-6)
    else expect(Number.isFinite(distance) && distance < 1).toBe(false)
    if (stability.penalized > 2) diverged++
  }
  expect(diverged).toBeGreaterThan(20)
  expect(diverged).toBeLessThan(180)
})

test('m changes nothing but λ/m', () => {
  let compared = 0
  for (const { m, lambda, ...values } of states) {
    if (m > 48 || lambda > 100) continue
    const once = compute({ ...values, m, lambda })
    const twice = compute({ ...values, m: 2 * m, lambda: 2 * lambda })
    if (!stable(once)) continue
    compared++
    once.penalized.forEach(({ parameters }, k) =>
      parameters.forEach((theta, j) => expectNear(twice.penalized[k].parameters[j], theta)),
    )
  }
  expect(compared).toBeGreaterThan(5)
})

test('alone, L2 leaves factor^k and L1 max(0, 1 − kαλ/m), which is zero after ⌈m/(αλ)⌉ steps', () => {
  for (const values of states) {
    const { decay, factor } = compute(values)
    const pull = (values.alpha * values.lambda) / values.m
    decay.l2.forEach((weight, k) => expectNear(weight, factor ** k))
    decay.l1.forEach((weight, k) => expectNear(weight, Math.max(0, 1 - k * pull)))
    const steps = Math.ceil(1 / pull - 1e-9)
    expect(decay.l1Steps).toBe(steps <= 30 ? steps : undefined)
  }
})

test('what is said of the length is true: weights are said to grow exactly when they do', () => {
  let [grown, shrunk] = [0, 0]
  for (const values of states) {
    const model = compute(values)
    const said = weightDecay.describe(model).en
    if (!said.startsWith('Step')) continue
    const [from, to] = [values.step, values.step + 1].map((k) =>
      lengthOf(model.penalized[k].parameters),
    )
    expect(said.includes('weights grow')).toBe(to > from + 1e-9)
    expect(said.includes('weights shrink')).toBe(to < from - 1e-9)
    if (to > from) grown++
    else shrunk++
  }
  expect(grown).toBeGreaterThan(3)
  expect(shrunk).toBeGreaterThan(3)
})

test('from a start at zero every step makes the weights longer, though each factor is below 1', () => {
  const { penalized, factor } = compute({ ...start, start: [0, 0] })
  expect(factor).toBeGreaterThan(0)
  expect(factor).toBeLessThan(1)
  const lengths = penalized.slice(0, 8).map(({ parameters }) => lengthOf(parameters))
  lengths.slice(1).forEach((length, k) => expect(length).toBeGreaterThan(lengths[k]))
})

test('the presets do what they are called', () => {
  const [sign, diverge] = weightDecay.actions!.map((action) => compute(action.apply(start)))
  expect(sign.factor).toBeLessThan(0)
  expect(sign.stability.penalized).toBeLessThan(2)
  expect(diverge.factor).toBeGreaterThan(0)
  expect(diverge.stability.penalized).toBeGreaterThan(2)
  expect(diverge.stability.plain).toBeLessThan(2)
})

test('moving the step redraws what shows the step, and computes no run again', () => {
  const before = compute(start)
  const after = compute({ ...start, step: 9 })
  expect(after.penalized).toBe(before.penalized)
  expect(after.decay).toBe(before.decay)
  const redrawn = weightDecay.panels.flatMap(({ name, layers }) =>
    layers
      .filter((layer) => layer.of(after).some((part, i) => !Object.is(part, layer.of(before)[i])))
      .map((layer) => `${name} ${layer.name}`),
  )
  expect(redrawn).toEqual(['plane now', 'update steps', 'decay now'])
})
