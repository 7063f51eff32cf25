import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  simulateRegression,
  gradientDescentSteps,
  learningRateLimit,
  ridge,
  takeSteps,
} from 'shrinkage'

const data = fc
  .integer({ min: 1, max: 1000 })
  .map((seed) => simulateRegression({ n: 12, p: 3, relevant: 2, correlation: 0.4, seed }))
const lambdas = fc.constantFrom(0.01, 0.1, 0.5, 3)
const lastOf = <T>(list: T[]) => list[list.length - 1]

test('each step is θ_j(1 − αλ) − (α/m)Σ(h − y)x_j, with θ₀ not shrunk', () => {
  fc.assert(
    fc.property(data, lambdas, ({ X, y }, lambda) => {
      const [alpha, m] = [0.1, X.length]
      const start = [0.5, 1, -2, 3]
      const states = gradientDescentSteps(X, y, { learningRate: alpha, lambda, start })
      const [, { parameters }] = takeSteps(states, 1)
      const h = X.map((row) => start[0] + row.reduce((sum, x, j) => sum + x * start[j + 1], 0))
      start.forEach((theta, j) => {
        const slope = X.reduce((sum, row, i) => sum + (h[i] - y[i]) * (j === 0 ? 1 : row[j - 1]), 0)
        const shrink = j === 0 ? 1 : 1 - alpha * lambda
        expect(parameters[j]).toBeCloseTo(theta * shrink - (alpha / m) * slope, 12)
      })
    }),
    { seed: 1014 },
  )
})

test('the two steps of a state lead to the next one', () => {
  fc.assert(
    fc.property(data, lambdas, fc.boolean(), ({ X, y }, lambda, intercept) => {
      const options = { learningRate: 0.05, lambda, intercept }
      const states = takeSteps(gradientDescentSteps(X, y, options), 5)
      states.slice(1).forEach(({ parameters }, k) => {
        const { parameters: from, shrinkStep, dataStep } = states[k]
        parameters.forEach((theta, j) =>
          expect(theta).toBeCloseTo(from[j] + shrinkStep[j] + dataStep[j], 12),
        )
      })
    }),
    { seed: 1015 },
  )
})

test('the steps descend the objective: they are −α times its slope by finite differences', () => {
  const { X, y } = simulateRegression({ n: 10, p: 2, relevant: 1, seed: 6 })
  const options = { learningRate: 0.2, lambda: 0.3 }
  const at = (start: number[]) => takeSteps(gradientDescentSteps(X, y, { ...options, start }), 0)[0]
  const point = [0.3, -1, 2]
  const { shrinkStep, dataStep } = at(point)
  point.forEach((_, j) => {
    const shifted = (by: number) => point.map((value, k) => (k === j ? value + by : value))
    const slope = (at(shifted(1e-5)).objective - at(shifted(-1e-5)).objective) / 2e-5
    expect(shrinkStep[j] + dataStep[j]).toBeCloseTo(-options.learningRate * slope, 8)
  })
})

test('it converges to the ridge fit of the same λ', () => {
  fc.assert(
    fc.property(data, lambdas, ({ X, y }, lambda) => {
      const learningRate = 0.9 * learningRateLimit(X, lambda)
      const end = lastOf(takeSteps(gradientDescentSteps(X, y, { learningRate, lambda }), 3000))
      const fit = ridge(X, y, lambda)
      const wanted = [fit.intercept, ...fit.coefficients]
      end.parameters.forEach((theta, j) => expect(theta).toBeCloseTo(wanted[j], 8))
      expect(end.objective).toBeCloseTo(fit.objective, 10)
    }),
    { numRuns: 20, seed: 1016 },
  )
})

test('it falls at every step below the limit of the learning rate, and blows up above it', () => {
  fc.assert(
    fc.property(data, lambdas, fc.boolean(), ({ X, y }, lambda, intercept) => {
      const limit = learningRateLimit(X, lambda, { intercept })
      const run = (learningRate: number) =>
        takeSteps(gradientDescentSteps(X, y, { learningRate, lambda, intercept }), 1500)
      const below = run(0.99 * limit)
      const size = below[0].objective
      below.slice(1).forEach(({ objective }, k) => {
        expect(objective).toBeLessThanOrEqual(below[k].objective + 1e-12 * size)
      })
      expect(lastOf(run(1.02 * limit)).objective).toBeGreaterThan(1e6 * size)
    }),
    { numRuns: 20, seed: 1017 },
  )
})

test('without an intercept the limit is 2/(h_max + λ); with one that rule is on the safe side', () => {
  // XᵀX/m = diag(4, 1)
  const X = [
    [2, 1],
    [-2, 1],
    [2, -1],
    [-2, -1],
  ]
  expect(learningRateLimit(X, 2, { intercept: false })).toBeCloseTo(2 / (4 + 2), 12)
  fc.assert(
    fc.property(data, lambdas, ({ X: design }, lambda) => {
      const largestCurvature = 2 / learningRateLimit(design, 0)
      const rule = 2 / (largestCurvature + lambda)
      expect(learningRateLimit(design, lambda)).toBeGreaterThanOrEqual(rule * (1 - 1e-12))
    }),
    { seed: 1018 },
  )
})

test('beyond αλ = 1 the shrink factor turns the sign, as literal weight decay does', () => {
  const steps = gradientDescentSteps([[1]], [0], {
    learningRate: 0.5,
    lambda: 2.5,
    intercept: false,
    start: [1],
  })
  const [{ shrinkStep }] = takeSteps(steps, 0)
  expect(1 + shrinkStep[0]).toBeCloseTo(-0.25, 12)
})

test('bad input is refused by name', () => {
  const run = (X: number[][], y: number[], learningRate = 0.1, lambda = 1, start?: number[]) =>
    gradientDescentSteps(X, y, { learningRate, lambda, start }).next()
  expect(() => run([[1], [2]], [1])).toThrow('y has 1 values; expected 2')
  expect(() => run([[1], [2, 3]], [1, 2])).toThrow('row 1')
  expect(() => run([[NaN]], [1])).toThrow('row 0, column 0')
  expect(() => run([[1]], [1], 0)).toThrow('learningRate is 0; expected a number > 0')
  expect(() => run([[1]], [1], 0.1, -1)).toThrow('lambda is -1')
  expect(() => run([[1]], [1], 0.1, 1, [1])).toThrow('start has 1 values; expected 2')
})
