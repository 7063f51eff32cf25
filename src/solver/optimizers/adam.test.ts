import { expect, test } from 'vitest'
import {
  adamSteps,
  adamWSteps,
  simulateRegression,
  quadraticLoss,
  ridge,
  squaredLoss,
  takeSteps,
} from 'shrinkage'
import type { OptimizerState } from 'shrinkage'

const { X, y } = simulateRegression({ n: 15, p: 4, relevant: 2, correlation: 0.3, seed: 6 })
const loss = squaredLoss(X, y)
const lastOf = <T>(list: T[]) => list[list.length - 1]

test("Adam's first step has length α in every coordinate, whatever the gradient's size", () => {
  const loss = quadraticLoss(
    [
      [1, 0],
      [0, 1],
    ],
    [5000, -0.003],
  )
  const [{ adaptiveStep }] = takeSteps(adamSteps(loss, { lambda: 0, learningRate: 0.01 }), 0)
  expect(adaptiveStep[0]).toBeCloseTo(0.01, 6)
  expect(adaptiveStep[1]).toBeCloseTo(-0.01, 6)
})

test('Adam and AdamW are the same without decay', () => {
  const options = { lambda: 0, learningRate: 0.1 }
  expect(takeSteps(adamWSteps(loss, options), 50).map(({ parameters }) => parameters)).toEqual(
    takeSteps(adamSteps(loss, options), 50).map(({ parameters }) => parameters),
  )
})

test('Adam with L2 converges to the ridge fit; AdamW, whose decay is decoupled, does not', () => {
  const fit = ridge(X, y, 1)
  const end = (steps: Generator<OptimizerState>) => lastOf(takeSteps(steps, 8000)).parameters
  const coupled = end(adamSteps(loss, { lambda: 1, learningRate: 0.01 }))
  const decoupled = end(adamWSteps(loss, { lambda: 1, learningRate: 0.01 }))
  const distance = (w: Float64Array) =>
    Math.hypot(...w.map((value, j) => value - fit.coefficients[j]))
  expect(distance(coupled)).toBeLessThan(1e-3)
  expect(distance(decoupled)).toBeGreaterThan(0.1)
})

test("AdamW's decay step is −αλw, and the two steps of a state lead to the next", () => {
  const options = { lambda: 0.5, learningRate: 0.2, start: [1, -2, 3, 0.5] }
  const states = takeSteps(adamWSteps(loss, options), 10)
  states.slice(1).forEach(({ parameters }, k) => {
    const { parameters: from, adaptiveStep, decayStep } = states[k]
    parameters.forEach((w, j) => {
      expect(decayStep[j]).toBeCloseTo(-0.1 * from[j], 12)
      expect(w).toBeCloseTo(from[j] + adaptiveStep[j] + decayStep[j], 12)
    })
  })
})
