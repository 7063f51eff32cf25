import { expect, test } from 'vitest'
import {
  column,
  dot,
  judged,
  minus,
  soft,
  solve,
  steepest,
  times,
  type Answer,
  type Rows,
} from './testing.ts'

type Lasso = (X: Rows, y: number[], lambda: number) => ArrayLike<number>

/** Coordinate descent in which details can be got wrong. */
const coordinateDescent =
  ({
    update = (z: number, h: number, lambda: number) => soft(z, lambda) / h,
    strength = (lambda: number, _: number) => lambda,
    rounds = 400,
  } = {}): Lasso =>
  (X, y, lambda) => {
    const n = y.length
    const columns = X[0].map((_, j) => column(X, j))
    const w = columns.map(() => 0)
    let r = y
    for (let k = 0; k < rounds; k++) {
      columns.forEach((x, j) => {
        const h = dot(x, x) / n
        const next = update(dot(x, r) / n + h * w[j], h, strength(lambda, n))
        r = r.map((value, i) => value + x[i] * (w[j] - next))
        w[j] = next
      })
    }
    return w
  }

const gradient = (X: Rows, y: number[], w: number[]) => {
  const r = minus(times(X, w), y)
  return w.map((_, j) => dot(column(X, j), r) / y.length)
}

const ista: Lasso = (X, y, lambda) => {
  const L = steepest(X)
  let w = X[0].map(() => 0)
  for (let k = 0; k < 2000; k++) {
    const g = gradient(X, y, w)
    w = w.map((value, j) => soft(value - g[j] / L, lambda / L))
  }
  return w
}

const fista: Lasso = (X, y, lambda) => {
  const L = steepest(X)
  let w = X[0].map(() => 0)
  let [at, t] = [w, 1]
  for (let k = 0; k < 1000; k++) {
    const g = gradient(X, y, at)
    const next = at.map((value, j) => soft(value - g[j] / L, lambda / L))
    // Restarted where it would climb.
    const climbs = dot(minus(at, next), minus(next, w)) > 0
    const after = climbs ? 1 : (1 + Math.sqrt(1 + 4 * t * t)) / 2
    at = next.map((value, j) => value + ((t - 1) / after) * (value - w[j]))
    ;[w, t] = [next, after]
  }
  return Float64Array.from(w)
}

/** The path from λmax down, as LARS follows it: normal equations of the active features, knot by knot. */
const homotopy: Lasso = (X, y, lambda) => {
  const n = y.length
  let w = X[0].map(() => 0)
  let slopes = gradient(X, y, w).map((value) => -value)
  let at = Math.max(...slopes.map(Math.abs))
  if (lambda >= at) return w
  let active = [slopes.findIndex((slope) => Math.abs(slope) === at)]
  for (;;) {
    const signs = active.map((j) => Math.sign(slopes[j]))
    const gram = active.map((a) => active.map((b) => dot(column(X, a), column(X, b)) / n))
    const direction = solve(gram, signs)
    const moved = w.map(() => 0)
    active.forEach((j, k) => (moved[j] = direction[k]))
    const fitted = times(X, moved)
    const rates = w.map((_, j) => dot(column(X, j), fitted) / n)
    const events = [{ step: at - lambda, j: -1, joins: false }]
    w.forEach((value, j) => {
      if (active.includes(j)) {
        const step = -value / moved[j]
        if (step > 1e-12) events.push({ step, j, joins: false })
        return
      }
      for (const side of [1, -1]) {
        const step = (at - side * slopes[j]) / (1 - side * rates[j])
        if (step > 1e-12) events.push({ step, j, joins: true })
      }
    })
    const { step, j, joins } = events.reduce((a, b) => (b.step < a.step ? b : a))
    w = w.map((value, k) => value + step * moved[k])
    slopes = slopes.map((slope, k) => slope - step * rates[k])
    at -= step
    if (j < 0) return w
    active = joins ? [...active, j] : active.filter((other) => other !== j)
    if (!joins) w[j] = 0
  }
}

/** Feature-sign search: Newton's step on the features in use, given their signs, with a step back to the first zero. */
const newton: Lasso = (X, y, lambda) => {
  const n = y.length
  const w = X[0].map(() => 0)
  const signs = X[0].map(() => 0)
  for (let k = 0; k < 500; k++) {
    const g = gradient(X, y, w)
    const isSettled = w.every((v, j) => v === 0 || Math.abs(g[j] + lambda * signs[j]) < 1e-11)
    if (isSettled) {
      const outside = w.map((v, j) => (v === 0 ? Math.abs(g[j]) : 0))
      const worst = outside.indexOf(Math.max(...outside))
      if (outside[worst] <= lambda + 1e-11) break
      signs[worst] = -Math.sign(g[worst])
    }
    const active = w.flatMap((v, j) => (v !== 0 || signs[j] !== 0 ? [j] : []))
    const gram = active.map((a) => active.map((b) => dot(column(X, a), column(X, b)) / n))
    const right = active.map((j) => dot(column(X, j), y) / n - lambda * signs[j])
    const aim = solve(gram, right)
    const shares = active.map((j, i) => (w[j] * aim[i] < 0 ? w[j] / (w[j] - aim[i]) : 1))
    const share = Math.min(...shares)
    active.forEach((j, i) => {
      w[j] += share * (aim[i] - w[j])
      if (shares[i] === share && share < 1) w[j] = 0
      signs[j] = Math.sign(w[j])
    })
  }
  return w
}

test.each([
  ['coordinate descent', coordinateDescent()],
  ['ISTA', ista],
  ['FISTA', fista],
  ['the path of LARS', homotopy],
  ['Newton on the features in use', newton],
])('%s is right, whatever its route', (_, lasso) => {
  const { faults, count, tables } = judged('lasso-by-hand', lasso)
  expect(faults).toEqual([])
  expect(count).toBe(4)
  const gaps = tables[0]['duality gap'] as string[]
  for (const gap of gaps) expect(Number(gap)).toBeLessThanOrEqual(1e-8)
})

/** What a much-used set of problems expects: descent with sign(w), 1/n included, as it stands there. */
const signDescent: Lasso = (X, y, lambda) => {
  let w = X[0].map(() => 0)
  for (let k = 0; k < 1000; k++) {
    const g = gradient(X, y, w)
    w = w.map((value, j) => value - 0.1 * (g[j] + lambda * Math.sign(value)))
  }
  return w
}

test('descent with sign(w) fails, with its gap and the reason', () => {
  const { faults, tables } = judged('lasso-by-hand', signDescent)
  const gaps = (tables[0]['duality gap'] as string[]).map(Number)
  expect(gaps[0]).toBeGreaterThan(1e-8)
  expect(faults[0]).toMatch(
    /^60 rows, 8 features: the duality gap is [\d.]+, expected at most 1\.0e-8\. /,
  )
  expect(faults[0]).toContain('Not one weight is exactly zero. A descent with λ·sign(w)')
})

const averagedSubgradient: Lasso = (X, y, lambda) => {
  let w = X[0].map(() => 0)
  for (let k = 1; k <= 2000; k++) {
    const g = gradient(X, y, w)
    w = w.map((value, j) => value - (0.3 / Math.sqrt(k)) * (g[j] + lambda * Math.sign(value)))
  }
  return w
}

test('a subgradient method with falling steps is nearer, and still not there', () => {
  const { faults, tables } = judged('lasso-by-hand', averagedSubgradient)
  const gap = Number((tables[0]['duality gap'] as string[])[0])
  expect(gap).toBeGreaterThan(1e-8)
  expect(gap).toBeLessThan(1e-2)
  expect(faults[0]).toContain('expected at most 1.0e-8')
})

const least: Lasso = (X, y) => coordinateDescent({ strength: () => 0 })(X, y, 0)

test.each<[string, Lasso, string]>([
  ['nothing at all', (X) => X[0].map(() => 0), 'All weights are zero, and at this λ'],
  ['½‖y − Xw‖² + λ‖w‖₁', coordinateDescent({ strength: (l, n) => l / n }), 'optimal for λ/n'],
  ['‖y − Xw‖² + λ‖w‖₁', coordinateDescent({ strength: (l, n) => l / (2 * n) }), 'for λ/(2n)'],
  ['1/n·‖y − Xw‖² + λ‖w‖₁', coordinateDescent({ strength: (l) => l / 2 }), 'optimal for λ/2'],
  [
    'division before the threshold',
    coordinateDescent({ update: (z, h, lambda) => soft(z / h, lambda) }),
    'You divide by ‖x_j‖²/n before the threshold',
  ],
  [
    'a threshold that cuts negative weights off',
    coordinateDescent({ update: (z, h, lambda) => Math.max(z - lambda, 0) / h }),
    'No weight is negative',
  ],
  [
    'ridge',
    coordinateDescent({ update: (z, h, lambda) => z / (h + lambda) }),
    'These are ridge weights',
  ],
  ['least squares', least, 'least-squares weights'],
  ['too few rounds', coordinateDescent({ rounds: 4 }), 'The weights are on their way'],
])('%s fails by name', (_, lasso, words) => {
  expect(judged('lasso-by-hand', lasso).faults[0]).toContain(words)
})

test('the same mistake is explained once, the gap is told for each set of data', () => {
  const { faults } = judged('lasso-by-hand', coordinateDescent({ strength: (l, n) => l / n }))
  expect(faults.filter((message) => message.includes('not divided by n'))).toHaveLength(1)
  expect(faults.length).toBeGreaterThan(1)
})

test('in Chinese it says the same', () => {
  const { faults, tables } = judged('lasso-by-hand', signDescent, 'zh')
  expect(Object.keys(tables[0])).toEqual(['数据', '对偶间隙', '要求'])
  expect(faults[0]).toMatch(
    /^60 行 8 特征：对偶间隙为 [\d.]+，要求不超过 1\.0e-8。没有一个权重恰好为 0/,
  )
})

const hostile: [string, Answer | string | undefined, string][] = [
  ['no function', '[0, 0]', 'lasso is a string; expected a function.'],
  [
    'nothing returned',
    () => {},
    'lasso(X, y, lambda) is undefined; expected an array of 8 numbers. Is there a return?',
  ],
  ['text', () => '0,0', 'lasso(X, y, lambda) is a string; expected an array of 8 numbers.'],
  [
    'an async function',
    async () => [],
    'lasso(X, y, lambda) is a promise; expected an array of 8 numbers. Write it without async.',
  ],
  [
    'a wrong length',
    () => [1, 2],
    'lasso(X, y, lambda) has length 2; expected an array of 8 numbers.',
  ],
  [
    'a column of weights',
    (X: Rows) => X[0].map(() => [0]),
    'lasso(X, y, lambda)[0] is an array; expected a number.',
  ],
  [
    'words among numbers',
    (X: Rows) => X[0].map(() => '0'),
    'lasso(X, y, lambda)[0] is a string; expected a number.',
  ],
  [
    'NaN',
    (X: Rows) => X[0].map(() => NaN),
    'lasso(X, y, lambda)[0] is NaN: a division by zero, or a descent whose learning rate is too large.',
  ],
  ['infinity', (X: Rows) => X[0].map(() => 1 / 0), 'lasso(X, y, lambda)[0] is Infinity: '],
  ['holes', () => new Array(8), 'lasso(X, y, lambda)[0] is undefined; expected a number.'],
  [
    'an error',
    () => {
      throw new RangeError('Out of luck.')
    },
    'lasso threw an error: Out of luck.',
  ],
  [
    'something that is no error',
    () => {
      throw Object.create(null)
    },
    'lasso threw an error: object.',
  ],
  [
    'a list that cannot be read',
    () =>
      new Proxy([], {
        get() {
          throw new Error('Hands off')
        },
      }),
    'lasso(X, y, lambda) threw an error: Hands off.',
  ],
]

test.each(hostile)('%s gets a clear message', (_, answer, words) => {
  const { faults, tables } = judged('lasso-by-hand', answer)
  expect(faults[0]).toContain(`60 rows, 8 features: ${words}`)
  expect(tables[0]['duality gap']).toContain('–')
})

test('an answer may use up its data: others do not see it', () => {
  const right = coordinateDescent()
  const greedy: Lasso = (X, y, lambda) => {
    const w = right(X, y, lambda)
    X.forEach((row) => row.fill(0))
    y.length = 0
    return w
  }
  expect(judged('lasso-by-hand', greedy).faults).toEqual([])
})
