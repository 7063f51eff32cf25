import { expect, test } from 'vitest'
import { adamWSteps, quadraticLoss, takeSteps } from 'shrinkage'
import { judged, type Answer } from './testing.ts'

interface Momentum {
  w: number[]
  velocity: number[]
}
interface SgdSettings {
  alpha: number
  momentum: number
  lambda: number
}
type SgdStep = (state: Momentum, gradient: number[], settings: SgdSettings) => Momentum

const sgd =
  (
    weight: (w: number, velocity: number, settings: SgdSettings) => number,
    grow = (v: number, g: number, _: number, { momentum }: SgdSettings) => momentum * v + g,
  ): SgdStep =>
  ({ w, velocity }, gradient, settings) => {
    const next = velocity.map((v, j) => grow(v, gradient[j], w[j], settings))
    return { w: w.map((value, j) => weight(value, next[j], settings)), velocity: next }
  }

const decayed = sgd((w, v, { alpha, lambda }) => w - alpha * lambda * w - alpha * v)

/** The same, in place and by loops. */
const inPlace: SgdStep = (state, gradient, { alpha, momentum, lambda }) => {
  for (let j = 0; j < gradient.length; j++) {
    state.velocity[j] = momentum * state.velocity[j] + gradient[j]
    state.w[j] = (1 - alpha * lambda) * state.w[j] - alpha * state.velocity[j]
  }
  return state
}

test.each([
  ['a new state', decayed],
  ['the old state, changed', inPlace],
])('decay by hand: %s is right', (_, step) => {
  expect(judged('decay-by-hand', step).faults).toEqual([])
})

test.each<[string, SgdStep, string]>([
  [
    'L2 in the gradient',
    sgd(
      (w, v, { alpha }) => w - alpha * v,
      (v, g, w, { momentum, lambda }) => momentum * v + g + lambda * w,
    ),
    'λw went into the gradient',
  ],
  [
    '1 − λ',
    sgd((w, v, { alpha, lambda }) => (1 - lambda) * w - alpha * v),
    'lacks the learning rate',
  ],
  [
    'decay after the step',
    sgd((w, v, { alpha, lambda }) => (w - alpha * v) * (1 - alpha * lambda)),
    'decay after the step',
  ],
  ['no decay', sgd((w, v, { alpha }) => w - alpha * v), 'Nothing decays'],
  [
    '2λ',
    sgd((w, v, { alpha, lambda }) => (1 - 2 * alpha * lambda) * w - alpha * v),
    'twice too strong',
  ],
  [
    'an averaged gradient',
    sgd(
      (w, v, { alpha, lambda }) => (1 - alpha * lambda) * w - alpha * v,
      (v, g, _, { momentum }) => momentum * v + (1 - momentum) * g,
    ),
    'with the factor 1 − μ',
  ],
])('decay by hand: %s fails by name', (_, step, words) => {
  const { faults } = judged('decay-by-hand', step)
  expect(faults.join('\n')).toContain(words)
  expect(faults.at(-1)).toMatch(/^after 20 steps: the largest deviation of a weight is [\d.e-]+/)
})

interface Adam {
  w: number[]
  m: number[]
  v: number[]
  t: number
}
interface AdamSettings {
  alpha: number
  beta1: number
  beta2: number
  epsilon: number
  lambda: number
}
type AdamStep = (state: Adam, gradient: number[], settings: AdamSettings) => Adam

const adam =
  ({
    weight = (w: number, step: number, { alpha, lambda }: AdamSettings) =>
      w - alpha * lambda * w - alpha * step,
    push = (g: number, _w: number, _: AdamSettings) => g,
    root = (v: number, epsilon: number) => Math.sqrt(v) + epsilon,
    correct = (value: number, beta: number, t: number) => value / (1 - beta ** t),
  } = {}): AdamStep =>
  ({ w, m, v, t }, gradient, settings) => {
    const { beta1, beta2, epsilon } = settings
    const g = gradient.map((value, j) => push(value, w[j], settings))
    const means = m.map((value, j) => beta1 * value + (1 - beta1) * g[j])
    const squares = v.map((value, j) => beta2 * value + (1 - beta2) * g[j] ** 2)
    const step = means.map(
      (value, j) => correct(value, beta1, t + 1) / root(correct(squares[j], beta2, t + 1), epsilon),
    )
    return {
      w: w.map((value, j) => weight(value, step[j], settings)),
      m: means,
      v: squares,
      t: t + 1,
    }
  }

/** As PyTorch computes it: the corrections in the step, and the decay first. */
const torch: AdamStep = (state, gradient, { alpha, beta1, beta2, epsilon, lambda }) => {
  state.t += 1
  const [c1, c2] = [1 - beta1 ** state.t, Math.sqrt(1 - beta2 ** state.t)]
  gradient.forEach((g, j) => {
    state.w[j] *= 1 - alpha * lambda
    state.m[j] += (1 - beta1) * (g - state.m[j])
    state.v[j] = beta2 * state.v[j] + (1 - beta2) * g * g
    state.w[j] -= ((alpha / c1) * state.m[j]) / (Math.sqrt(state.v[j]) / c2 + epsilon)
  })
  return state
}

test.each([
  ['as in the paper', adam()],
  ['as in PyTorch, in place', torch],
])('AdamW %s is right', (_, step) => {
  expect(judged('adamw-by-hand', step).faults).toEqual([])
})

test('and agrees with the solver', () => {
  const settings = { alpha: 0.05, beta1: 0.9, beta2: 0.99, epsilon: 1e-3, lambda: 0.3 }
  const loss = quadraticLoss([[2]], [2])
  let state: Adam = { w: [3], m: [0], v: [0], t: 0 }
  for (let k = 0; k < 10; k++) state = torch(state, [2 * (state.w[0] - 1)], settings)
  const { alpha: learningRate, ...others } = settings
  const theirs = takeSteps(adamWSteps(loss, { ...others, learningRate, start: [3] }), 10)[10]
  expect(state.w[0]).toBeCloseTo(theirs.parameters[0], 12)
})

test.each<[string, AdamStep, string]>([
  [
    'Adam with L2 in the loss',
    adam({
      weight: (w, step, { alpha }) => w - alpha * step,
      push: (g, w, { lambda }) => g + lambda * w,
    }),
    'that is Adam with L2 in the loss',
  ],
  [
    'decay without α',
    adam({ weight: (w, step, { alpha, lambda }) => (1 - lambda) * w - alpha * step }),
    'lacks the learning rate',
  ],
  [
    'decay after the step',
    adam({ weight: (w, step, { alpha, lambda }) => (w - alpha * step) * (1 - alpha * lambda) }),
    'decay after the step',
  ],
  ['no decay', adam({ weight: (w, step, { alpha }) => w - alpha * step }), 'Nothing decays'],
  ['no corrections', adam({ correct: (value) => value }), 'not corrected for their start at zero'],
  [
    'ε under the root',
    adam({ root: (v, epsilon) => Math.sqrt(v + epsilon) }),
    'ε stands under the root',
  ],
  [
    'corrections one step ahead',
    adam({ correct: (value, beta, t) => value / (1 - beta ** (t + 1)) }),
    'one step ahead',
  ],
])('AdamW: %s fails by name', (_, step, words) => {
  expect(judged('adamw-by-hand', step).faults[0]).toContain(words)
})

test('corrections one step behind divide by zero, and are told', () => {
  const behind = adam({ correct: (value, beta, t) => value / (1 - beta ** (t - 1)) })
  expect(judged('adamw-by-hand', behind).faults[0]).toMatch(
    /w\[0\] is (NaN|-?Infinity): a division/,
  )
})

test.each<[Parameters<typeof judged>[0], Answer, string]>([
  [
    'decay-by-hand',
    () => [1],
    'sgdStep(state, gradient, settings) is an array; expected an object { w, velocity }.',
  ],
  [
    'adamw-by-hand',
    (state: Adam) => ({ ...state, t: undefined }),
    'has no t; expected an object { w, m, v, t }.',
  ],
  [
    'adamw-by-hand',
    (state: Adam) => ({ ...state, w: 'w' }),
    'w is a string; expected an array of 4 numbers.',
  ],
])('%s: what is no answer gets a clear message', (id, answer, words) => {
  expect(judged(id, answer).faults[0]).toContain(words)
})
