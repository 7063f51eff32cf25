import { expect, test } from 'vitest'
import { column, dot, judged, mean, soft, type Answer, type Rows } from './testing.ts'

type Minimum = (h: number, z: number, lambda: number) => number

/** The minimum by halving an interval in which the slope changes its sign. */
const bisection: Minimum = (h, z, lambda) => {
  let [low, high] = [-100, 100]
  const slope = (w: number) => h * w - z + lambda * Math.sign(w)
  if (Math.abs(z) <= lambda) return 0
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) high = middle
    else low = middle
  }
  return low
}

/** The best of the three candidates: of each side of zero, and zero. */
const candidates: Minimum = (h, z, lambda) => {
  const value = (w: number) => (h / 2) * w * w - z * w + lambda * Math.abs(w)
  const sides = [Math.max((z - lambda) / h, 0), Math.min((z + lambda) / h, 0), 0]
  return sides.reduce((best, w) => (value(w) < value(best) ? w : best))
}

/** Proximal steps until nothing moves. */
const proximal: Minimum = (h, z, lambda) => {
  let w = 5
  for (let k = 0; k < 400; k++) w = soft(w - 0.2 * (h * w - z), 0.2 * lambda)
  return w
}

test.each<[string, Minimum]>([
  ['the soft threshold', (h, z, lambda) => soft(z, lambda) / h],
  ['the soft threshold as max and min', (h, z, l) => (Math.max(z - l, 0) + Math.min(z + l, 0)) / h],
  ['bisection', bisection],
  ['the best of three candidates', candidates],
  ['proximal steps', proximal],
])('one weight: %s is right', (_, minimum) => {
  expect(judged('coordinate-minimum', minimum).faults).toEqual([])
})

test.each<[string, Minimum, string]>([
  ['division before the threshold', (h, z, l) => soft(z / h, l), 'You divide before the threshold'],
  ['no division', (_, z, l) => soft(z, l), 'The curvature h is missing'],
  ['one side alone', (h, z, l) => Math.max(z - l, 0) / h, 'A negative z has to move up'],
  ['the hard threshold', (h, z, l) => (Math.abs(z) > l ? z / h : 0), 'the hard threshold'],
  ['half the threshold', (h, z, l) => soft(z, l / 2) / h, 'The threshold is λ/2'],
  ['ridge', (h, z, l) => z / (h + l), 'This is the minimum with λ/2·w²'],
])('one weight: %s fails by name', (_, minimum, words) => {
  const { faults } = judged('coordinate-minimum', minimum)
  expect(faults.join('\n')).toContain(words)
  expect(faults[0]).toMatch(/ the distance of 0 from the subdifferential is [\d.e-]+, expected/)
})

test('descent with sign(w), rounded, fails with its distance', () => {
  const { faults } = judged('coordinate-minimum', ((h, z, lambda) => {
    let w = 1
    for (let k = 0; k < 1000; k++) w -= 0.01 * (h * w - z + lambda * Math.sign(w))
    return w
  }) satisfies Minimum)
  expect(faults.length).toBeGreaterThan(0)
})

type Step = (w: number[], g: number[], alpha: number, lambda: number, rho: number) => number[]

/** A step whose parts can be got wrong, weight by weight. */
const each =
  (step: (w: number, g: number, alpha: number, lambda: number, rho: number) => number): Step =>
  (w, g, alpha, lambda, rho) =>
    w.map((value, j) => step(value, g[j], alpha, lambda, rho))

test.each<[string, Step]>([
  [
    'soft threshold, then division',
    each((w, g, a, l, rho) => soft(w - a * g, a * l * rho) / (1 + a * l * (1 - rho))),
  ],
  [
    'the minimum of the quadratic model',
    each((w, g, a, l, rho) => bisection(1 / a + l * (1 - rho), w / a - g, l * rho)),
  ],
])('a proximal step as %s is right', (_, step) => {
  expect(judged('elastic-net-step', step).faults).toEqual([])
})

test.each<[string, Step, string]>([
  [
    'a step down the subgradient',
    each((w, g, a, l, rho) => w - a * (g + l * rho * Math.sign(w) + l * (1 - rho) * w)),
    'a step down a slope of the penalty',
  ],
  [
    'λ without α',
    each((w, g, a, l, rho) => soft(w - a * g, l * rho) / (1 + l * (1 - rho))),
    'The learning rate is missing',
  ],
  ['no L2 part', each((w, g, a, l, rho) => soft(w - a * g, a * l * rho)), 'The L2 part is missing'],
  [
    'division first',
    each((w, g, a, l, rho) => soft((w - a * g) / (1 + a * l * (1 - rho)), a * l * rho)),
    'You divide before the threshold',
  ],
  [
    'a factor instead of a division',
    each((w, g, a, l, rho) => soft(w - a * g, a * l * rho) * (1 - a * l * (1 - rho))),
    'its proximal operator divides',
  ],
  [
    'the L2 part in the gradient',
    each((w, g, a, l, rho) => soft(w - a * (g + l * (1 - rho) * w), a * l * rho)),
    'The L2 part went into the gradient',
  ],
])('a proximal step with %s fails by name', (_, step, words) => {
  expect(judged('elastic-net-step', step).faults.join('\n')).toContain(words)
})

type Largest = (X: Rows, y: number[], rho: number) => number

const centred = (values: number[]) => values.map((value) => value - mean(values))
const largest =
  ({ size = Math.abs, residual = centred, divisor = (n: number) => n, share = 1 } = {}): Largest =>
  (X, y, rho) => {
    const slopes = X[0].map((_, j) => size(dot(column(X, j), residual(y))))
    return Math.max(...slopes) / (divisor(y.length) * rho ** share)
  }

/** The smallest λ that leaves the first weight of coordinate descent at zero, by halving. */
const halving: Largest = (X, y, rho) => {
  const slopes = X[0].map((_, j) => Math.abs(dot(centred(column(X, j)), y)) / y.length)
  const isEmpty = (lambda: number) => slopes.every((slope) => soft(slope, rho * lambda) === 0)
  let [low, high] = [0, 1e6]
  for (let k = 0; k < 100; k++) {
    const middle = (low + high) / 2
    if (isEmpty(middle)) high = middle
    else low = middle
  }
  return high
}

test.each<[string, Largest]>([
  ['by the formula', largest()],
  ['by halving, with centred columns', halving],
])('λmax %s is right', (_, answer) => {
  expect(judged('largest-lambda', answer).faults).toEqual([])
})

test.each<[string, Largest, string]>([
  ['y not centred', largest({ residual: (y) => y }), 'y is not centred'],
  ['no division by n', largest({ divisor: () => 1 }), 'It is n times too large'],
  ['division by 2n', largest({ divisor: (n) => 2 * n }), 'It is half of what it should be'],
  ['no ρ', largest({ share: 0 }), 'ρ is missing'],
  ['signed slopes', largest({ size: (value) => value }), 'The largest slope is negative here'],
])('λmax with %s fails by name', (_, answer, words) => {
  expect(judged('largest-lambda', answer).faults.join('\n')).toContain(words)
})

test.each<[Parameters<typeof judged>[0], Answer, string]>([
  ['coordinate-minimum', () => [1], 'minimum(1, 3, 1) is an array; expected a number.'],
  ['coordinate-minimum', () => NaN, 'minimum(1, 3, 1) is NaN: a division by zero'],
  ['elastic-net-step', () => 1, 'proximalStep(…) is a number; expected an array of 6 numbers.'],
  ['elastic-net-step', (w: number[]) => w.slice(1), 'proximalStep(…) has length 5; expected'],
  ['largest-lambda', () => '3', 'lambdaMax(X, y, rho) is a string; expected a number.'],
])('%s: what is no answer gets a clear message', (id, answer, words) => {
  expect(judged(id, answer).faults[0]).toContain(words)
})
