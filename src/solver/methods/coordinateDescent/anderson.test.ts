import { expect, test } from 'vitest'
import { simulateRegression, lasso } from 'shrinkage'
import { extrapolate } from './anderson.ts'

test('of a linear recursion with one slow mode, three steps come ten times nearer to the limit', () => {
  const [start, rates] = [
    [1, 1, 1],
    [0.99, 0.3, 0.1],
  ]
  const limit = [5, 6, 7]
  const after = (steps: number) =>
    Float64Array.from(limit, (value, j) => value + start[j] * rates[j] ** steps)
  const distance = (v: Float64Array): number => Math.hypot(...v.map((x, j) => x - limit[j]))
  const vectors = [4, 5, 6, 7].map(after)
  expect(distance(vectors[3])).toBeGreaterThan(0.9)
  expect(distance(extrapolate(vectors)!)).toBeLessThan(0.1)
})

test('vectors that stand still give no direction', () => {
  const still = Float64Array.of(1, 2)
  expect(extrapolate([still, still, still])).toBe(null)
})

test('with extrapolation strongly correlated features take a fifth of the passes that plain descent needs', () => {
  const { X, y } = simulateRegression({ n: 100, p: 20, relevant: 5, correlation: 0.99, seed: 1 })
  const { iterations, converged } = lasso(X, y, 0.01, { method: 'coordinate descent' })
  expect(converged).toBe(true)
  // Plain passes: 4,100; these are 400 to 600, by how the kernels round.
  expect(iterations).toBeLessThan(820)
})
