import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adamSteps,
  adamWSteps,
  coordinateDescentSteps,
  simulateRegression,
  elasticNet,
  fistaSteps,
  gradientDescentSteps,
  istaSteps,
  logisticRegression,
  quadraticLoss,
  squaredLoss,
  subgradientSteps,
  takeSteps,
} from 'shrinkage'
import type { Loss, OptimizerState } from 'shrinkage'

const problems = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  lambda: fc.constantFrom(0, 0.05, 0.3, 1, 10),
  rho: fc.constantFrom(0, 0.3, 1),
})
const dataOf = (seed: number) =>
  simulateRegression({ n: 15, p: 4, relevant: 2, correlation: 0.3, seed })
const lastOf = <T>(list: T[]) => list[list.length - 1]
const normOf = (v: ArrayLike<number>) => Math.hypot(...Array.from(v))

/** Loss, exact fit, and the exact fit's objective for a problem. */
function solved({ seed, lambda, rho }: { seed: number; lambda: number; rho: number }) {
  const { X, y } = dataOf(seed)
  return { loss: squaredLoss(X, y), fit: elasticNet(X, y, lambda, rho), lambda, rho }
}

test('squaredLoss is 1/(2n)·‖y − b − Xw‖² at the best b, and its gradient the slope', () => {
  const { X, y } = dataOf(1)
  const loss = squaredLoss(X, y)
  const w = Float64Array.of(1, -2, 0.5, 3)
  const rest = X.map((row, i) => y[i] - row.reduce((sum, x, j) => sum + x * w[j], 0))
  const b = rest.reduce((sum, r) => sum + r, 0) / rest.length
  const squares = rest.reduce((sum, r) => sum + (r - b) ** 2, 0)
  expect(loss.value(w)).toBeCloseTo(squares / (2 * rest.length), 12)
  loss.gradient(w).forEach((slope, j) => {
    const at = (by: number) => loss.value(w.map((value, k) => (k === j ? value + by : value)))
    expect((at(1e-4) - at(-1e-4)) / 2e-4).toBeCloseTo(slope, 8)
  })
})

test('the curvature of a loss bounds how fast its gradient changes, and is reached', () => {
  const loss = quadraticLoss(
    [
      [2, 1],
      [1, 2],
    ],
    [0, 0],
  )
  expect(loss.curvature).toBeCloseTo(3, 13)
  expect(normOf(loss.gradient(Float64Array.of(1, 1)))).toBeCloseTo(3 * Math.SQRT2, 13)
})

const methods: [string, (p: ReturnType<typeof solved>) => Generator<OptimizerState>, number][] = [
  ['ISTA', ({ loss, lambda, rho }) => istaSteps(loss, { lambda, rho }), 1500],
  ['FISTA', ({ loss, lambda, rho }) => fistaSteps(loss, { lambda, rho }), 1500],
  [
    'coordinate descent',
    ({ loss, lambda, rho }) => coordinateDescentSteps(loss, { lambda, rho }),
    1500,
  ],
]

for (const [name, run, steps] of methods) {
  test(`${name} converges to the exact fit, with the same exact zeros`, () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const p = solved(problem)
        const { parameters, objective } = lastOf(takeSteps(run(p), steps))
        parameters.forEach((w, j) => {
          expect(w).toBeCloseTo(p.fit.coefficients[j], 7)
          if (p.fit.coefficients[j] === 0) expect(w).toBe(0)
        })
        expect(objective).toBeCloseTo(p.fit.objective, 10)
      }),
      { numRuns: 30, seed: 1010 },
    )
  })
}

for (const [name, run] of [methods[0], methods[2]]) {
  test(`${name} never raises the objective`, () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const states = takeSteps(run(solved(problem)), 100)
        states.slice(1).forEach(({ objective }, k) => {
          expect(objective).toBeLessThanOrEqual(states[k].objective * (1 + 1e-12) + 1e-14)
        })
      }),
      { seed: 1011 },
    )
  })
}

test('ISTA and FISTA keep the bounds that are proved for them, after every step', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { loss, fit, ...options } = solved(problem)
      const distance = loss.curvature * normOf(fit.coefficients) ** 2
      const ista = takeSteps(istaSteps(loss, options), 200)
      const fista = takeSteps(fistaSteps(loss, options), 200)
      for (let k = 1; k <= 200; k++) {
        const slack = 1e-10 + fit.objective
        expect(ista[k].objective).toBeLessThanOrEqual(slack + distance / (2 * k))
        expect(fista[k].objective).toBeLessThanOrEqual(slack + (2 * distance) / (k + 1) ** 2)
      }
    }),
    { numRuns: 30, seed: 1012 },
  )
})

test('a loss of one’s own will do: ISTA on the log-loss is the logistic lasso', () => {
  const x = [-2, -1, 0.5, 1, 3]
  const labels = [0, 1, 0, 1, 1]
  const chance = (w: number, k: number) => 1 / (1 + Math.exp(-w * x[k]))
  const mean = (of: (k: number) => number) => x.reduce((sum, _, k) => sum + of(k), 0) / x.length
  const loss: Loss = {
    dimension: 1,
    curvature: mean((k) => x[k] ** 2) / 4,
    value: ([w]) => mean((k) => -Math.log(labels[k] ? chance(w, k) : 1 - chance(w, k))),
    gradient: ([w]) => Float64Array.of(mean((k) => (chance(w, k) - labels[k]) * x[k])),
  }
  const rows = x.map((value) => [value])
  const fit = logisticRegression(rows, labels, 0.2, 1, { intercept: false })
  const { parameters, objective } = lastOf(takeSteps(istaSteps(loss, { lambda: 0.2 }), 500))
  expect(parameters[0]).toBeCloseTo(fit.coefficients[0], 9)
  expect(objective).toBeCloseTo(fit.objective, 12)
})

test('an optimizer that starts at the solution stays there', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { loss, fit, ...rest } = solved(problem)
      const options = { ...rest, start: fit.coefficients }
      for (const steps of [istaSteps, fistaSteps, coordinateDescentSteps]) {
        const { parameters } = lastOf(takeSteps<OptimizerState>(steps(loss, options), 5))
        parameters.forEach((w, j) => expect(w).toBeCloseTo(fit.coefficients[j], 9))
      }
    }),
    { seed: 1013 },
  )
})

test('coordinate descent changes only the coordinate that it names, and cycles', () => {
  const { loss } = solved({ seed: 3, lambda: 0.1, rho: 1 })
  const states = takeSteps(coordinateDescentSteps(loss, { lambda: 0.1 }), 9)
  expect(states.map(({ coordinate }) => coordinate)).toEqual([null, 0, 1, 2, 3, 0, 1, 2, 3, 0])
  states.slice(1).forEach(({ parameters, coordinate }, k) => {
    parameters.forEach((w, j) => {
      if (j !== coordinate) expect(w).toBe(states[k].parameters[j])
    })
  })
})

test('with a constant rate the subgradient method chatters about 0 and never rests there', () => {
  // L = ½(w − 0.3)², λ = 1: the minimum is at exactly 0.
  const states = takeSteps(
    subgradientSteps(quadraticLoss([[1]], [0.3]), { lambda: 1, learningRate: 0.1, start: [1] }),
    500,
  )
  const late = states.slice(100).map(({ parameters }) => parameters[0])
  expect(late.every((w) => w !== 0)).toBe(true)
  expect(Math.min(...late)).toBeLessThan(0)
  expect(Math.max(...late)).toBeGreaterThan(0)
  expect(
    lastOf(takeSteps(istaSteps(quadraticLoss([[1]], [0.3]), { lambda: 1, start: [1] }), 2))
      .parameters[0],
  ).toBe(0)
})

test('with falling rates the subgradient method comes near the minimum, by its best objective', () => {
  const { loss, fit } = solved({ seed: 4, lambda: 0.3, rho: 1 })
  const learningRate = (k: number) => 0.3 / Math.sqrt(k)
  const { best } = lastOf(takeSteps(subgradientSteps(loss, { lambda: 0.3, learningRate }), 4000))
  expect(best).toBeGreaterThanOrEqual(fit.objective - 1e-12)
  expect(best - fit.objective).toBeLessThan(1e-3 * loss.value(new Float64Array(4)))
})

test('a kept state does not change when the optimizer goes on', () => {
  const { loss } = solved({ seed: 8, lambda: 0.1, rho: 1 })
  for (const steps of [istaSteps, fistaSteps, coordinateDescentSteps, adamSteps, adamWSteps]) {
    const run = steps(loss, { lambda: 0.1, start: [1, 1, 1, 1] })
    const first: OptimizerState = run.next().value
    const copy = Array.from(first.parameters)
    for (let k = 0; k < 8; k++) run.next()
    expect(Array.from(first.parameters)).toEqual(copy)
  }
})

test('losses and optimizers never change what they are given', () => {
  const { X, y } = dataOf(9)
  const start = [1, 2, 3, 4]
  const before = structuredClone({ X, y, start })
  const loss = squaredLoss(X, y)
  for (const steps of [istaSteps, fistaSteps, coordinateDescentSteps, adamSteps, adamWSteps]) {
    takeSteps<OptimizerState>(steps(loss, { lambda: 0.1, start }), 5)
  }
  takeSteps(gradientDescentSteps(X, y, { learningRate: 0.1, lambda: 1 }), 5)
  expect({ X, y, start }).toEqual(before)
})

test('bad input is refused by name', () => {
  const loss = quadraticLoss([[1]], [1])
  expect(() => istaSteps(loss, { lambda: -1 }).next()).toThrow('lambda is -1')
  expect(() => istaSteps(loss, { lambda: 1, rho: 2 }).next()).toThrow('rho is 2')
  expect(() => fistaSteps(loss, { lambda: 1, learningRate: 0 }).next()).toThrow('learningRate is 0')
  expect(() => coordinateDescentSteps(loss, { lambda: 1, start: [1, 2] }).next()).toThrow(
    'start has 2 values; expected 1',
  )
  expect(() => adamSteps(loss, { lambda: 1, beta1: 1 }).next()).toThrow('beta1 is 1')
  expect(() => takeSteps(istaSteps(loss, { lambda: 1 }), -1)).toThrow('count is -1')
  expect(() =>
    quadraticLoss(
      [
        [1, 2],
        [3, 4],
      ],
      [1, 1],
    ),
  ).toThrow('expected a symmetric H')
  expect(() => quadraticLoss([[1, 2]], [1])).toThrow('1 rows and 2 columns')
  expect(() => squaredLoss([[1], [2]], [1])).toThrow('y has 1 values; expected 2')
})

test('each state is a copy of its own: writing to it does not change the run', () => {
  const { loss } = solved({ seed: 8, lambda: 0.1, rho: 1 })
  const { X, y } = dataOf(8)
  const start = [1, 1, 1, 1]
  const runs: (() => Iterable<OptimizerState>)[] = [
    () => istaSteps(loss, { lambda: 0.1, start }),
    () => fistaSteps(loss, { lambda: 0.1, start }),
    () => coordinateDescentSteps(loss, { lambda: 0.1, start }),
    () => subgradientSteps(loss, { lambda: 0.1, learningRate: 0.1, start }),
    () => adamSteps(loss, { lambda: 0.1, start }),
    () => adamWSteps(loss, { lambda: 0.1, start }),
    () => gradientDescentSteps(X, y, { learningRate: 0.1, lambda: 1 }),
  ]
  for (const run of runs) {
    const untouched = takeSteps(run(), 6).map(({ parameters }) => [...parameters])
    const seen: number[][] = []
    for (const state of run()) {
      seen.push([...state.parameters])
      for (const value of Object.values(state)) if (ArrayBuffer.isView(value)) (value as Float64Array).fill(7) // prettier-ignore
      if (seen.length > 6) break
    }
    expect(seen).toEqual(untouched)
  }
})
