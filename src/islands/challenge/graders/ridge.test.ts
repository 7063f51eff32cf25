import { expect, test } from 'vitest'
import { column, dot, judged, mean, minus, solve, steepest, times, type Rows } from './testing.ts'

interface Model {
  weights: number[]
  intercept: number
}
type Ridge = (X: Rows, y: number[], lambda: number) => Model

const centre = (X: Rows, y: number[]) => {
  const means = X[0].map((_, j) => mean(column(X, j)))
  return { means, rows: X.map((row) => minus(row, means)), targets: y.map((v) => v - mean(y)) }
}

const back = (X: Rows, y: number[], weights: number[]): Model => ({
  weights,
  intercept: mean(y) - dot(weights, centre(X, y).means),
})

/** Normal equations of the centred data, at n times some strength. */
const equations =
  (strength = (lambda: number, n: number) => n * lambda): Ridge =>
  (X, y, lambda) => {
    const { rows, targets } = centre(X, y)
    const columns = X[0].map((_, j) => column(rows, j))
    const A = columns.map((a, j) =>
      columns.map((b, k) => dot(a, b) + (j === k ? strength(lambda, y.length) : 0)),
    )
    return back(
      X,
      y,
      solve(
        A,
        columns.map((a) => dot(a, targets)),
      ),
    )
  }

/** By the dual: w = Xᵀ(XXᵀ + nλI)⁻¹y. */
const kernel: Ridge = (X, y, lambda) => {
  const { rows, targets } = centre(X, y)
  const K = rows.map((a, i) => rows.map((b, k) => dot(a, b) + (i === k ? y.length * lambda : 0)))
  const alphas = solve(K, targets)
  return back(
    X,
    y,
    X[0].map((_, j) => dot(column(rows, j), alphas)),
  )
}

/** One coordinate after the other, each to its minimum. */
const coordinates: Ridge = (X, y, lambda) => {
  const { rows, targets } = centre(X, y)
  const columns = X[0].map((_, j) => column(rows, j))
  const w = columns.map(() => 0)
  let r = targets
  for (let k = 0; k < 3000; k++) {
    columns.forEach((x, j) => {
      const next = (dot(x, r) + dot(x, x) * w[j]) / (dot(x, x) + y.length * lambda)
      r = r.map((value, i) => value + x[i] * (w[j] - next))
      w[j] = next
    })
  }
  return back(X, y, w)
}

/** Gradient descent on the centred data, whose step fits them unless another is given. */
const descent =
  ({ step, rounds = 6000 }: { step?: number; rounds?: number } = {}): Ridge =>
  (X, y, lambda) => {
    const { rows, targets } = centre(X, y)
    const alpha = step ?? 1 / (steepest(rows) + lambda)
    let w = X[0].map(() => 0)
    for (let k = 0; k < rounds; k++) {
      const r = minus(times(rows, w), targets)
      w = w.map((v, j) => v - alpha * (dot(column(rows, j), r) / y.length + lambda * v))
    }
    return back(X, y, w)
  }

/** With a column of ones, whose weight is penalized like the others or by what is given. */
const ones =
  (kappa?: number, scale = 1): Ridge =>
  (X, y, lambda) => {
    const rows = X.map((row) => [...row, 1])
    const columns = rows[0].map((_, j) => column(rows, j))
    const A = columns.map((a, j) =>
      columns.map(
        (b, k) =>
          dot(a, b) +
          (j !== k ? 0 : (j === X[0].length ? (kappa ?? lambda) : lambda) * y.length * scale),
      ),
    )
    const w = solve(
      A,
      columns.map((a) => dot(a, y)),
    )
    return { weights: w.slice(0, -1), intercept: w.at(-1)! }
  }

test.each<[string, Ridge]>([
  ['normal equations of centred data', equations()],
  ['a free column of ones', ones(0)],
  ['the dual, by inner products of rows', kernel],
  ['coordinate descent', coordinates],
  ['gradient descent', descent({ rounds: 6000 })],
])('%s is right, whatever its route', (_, ridge) => {
  expect(judged('ridge-equations', ridge).faults).toEqual([])
})

test.each<[string, Ridge]>([
  ['normal equations', equations()],
  ['gradient descent with a step that fits the data', descent()],
  ['coordinate descent', coordinates],
])('%s answers the task of gradient descent', (_, ridge) => {
  const { faults, count } = judged('ridge-descent', ridge)
  expect(faults).toEqual([])
  expect(count).toBe(3)
})

test.each<[string, Ridge, string]>([
  ['λ not multiplied by n', equations((lambda) => lambda), 'optimal for λ/n'],
  ['λ‖w‖² without its ½', equations((lambda, n) => 2 * n * lambda), 'optimal for 2λ'],
  ['the mean square without its ½', equations((l, n) => (n * l) / 2), 'optimal for λ/2'],
  ['no penalty', equations(() => 0), 'least-squares model'],
  ['a penalized column of ones', ones(), 'The intercept is penalized'],
  ['both: XᵀX + λI with ones', ones(undefined, 1 / 50), 'The intercept is penalized'],
  [
    'no intercept',
    (X, y, lambda) => {
      const columns = X[0].map((_, j) => column(X, j))
      const A = columns.map((a, j) =>
        columns.map((b, k) => dot(a, b) + (j === k ? y.length * lambda : 0)),
      )
      return {
        weights: solve(
          A,
          columns.map((a) => dot(a, y)),
        ),
        intercept: 0,
      }
    },
    'There is no intercept',
  ],
])('%s fails by name', (_, ridge, words) => {
  const { faults } = judged('ridge-equations', ridge)
  expect(faults[0]).toMatch(/^50 rows, 5 features: the duality gap is [\d.e-]+, expected/)
  expect(faults[0]).toContain(words)
})

test('a learning rate that does not fit the data diverges, and is told', () => {
  const { faults } = judged('ridge-descent', descent({ step: 0.01 }))
  expect(
    faults.some((each) => /^steep.*(NaN|Infinity).*learning rate is too large/.test(each)),
  ).toBe(true)
})

test('a descent that stops early is told its gap', () => {
  const { faults } = judged('ridge-descent', descent({ rounds: 100 }))
  expect(faults.join()).toContain('The model is on its way')
})

test.each<[string, unknown, string]>([
  [
    'weights alone',
    () => [1],
    'ridge(X, y, lambda) is an array; expected an object { weights, intercept }.',
  ],
  ['no intercept', () => ({ weights: [] }), 'ridge(X, y, lambda) has no intercept; expected'],
  ['an intercept of NaN', (X: Rows) => ({ weights: X[0], intercept: NaN }), 'intercept is NaN: '],
  ['null', () => null, 'ridge(X, y, lambda) is null; expected an object'],
  [
    'an async function',
    async () => ({}),
    'ridge(X, y, lambda) is a promise; expected an object { weights, intercept }. Write it',
  ],
])('%s gets a clear message', (_, answer, words) => {
  expect(judged('ridge-equations', answer).faults[0]).toContain(words)
})
