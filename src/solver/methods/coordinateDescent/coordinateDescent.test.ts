import { expect, test } from 'vitest'
import { simulateRegression, lasso } from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { boundBy } from '../../problem/certificate.ts'
import { residualPoint } from '../../problem/dualPoint.ts'
import { descend } from './coordinateDescent.ts'
import { isScreenedOut } from './gapSafe.ts'
import { penaltyOf } from '../../problem/penalty.ts'
import { prepare, residualOf } from '../../problem/problem.ts'
import { readSetting } from '../../input/options.ts'

const method = 'coordinate descent'

/** Two rows of four features, on which coordinate descent creeps. */
const flat = {
  X: [
    [-1.161841503944688, 2.8546564894916027, -8.730373150965988, -11.585029640457591],
    [0.09083657423389735, 0.601455038454849, -0.5085763016696909, -1.1100313401245399],
  ],
  y: [2.4099255009130824, 3.113490065277362],
  lambda: 0.008328436020300178,
  options: { method, intercept: false } as const,
}

test('coordinate descent does not give up while its objective falls, however slowly', () => {
  const { X, y, lambda } = flat
  const descent = lasso(X, y, lambda, flat.options)
  expect(descent.converged).toBe(true)
  const { objective } = lasso(X, y, lambda, { intercept: false })
  expect(Math.abs(descent.objective - objective)).toBeLessThan(1e-9)

  const shared = simulateRegression({ n: 100, p: 20, relevant: 5, correlation: 0.99, seed: 1 })
  const slow = lasso(shared.X, shared.y, 1e-3, { method })
  expect(slow.converged).toBe(true)
  expect(slow.objective - lasso(shared.X, shared.y, 1e-3).objective).toBeLessThan(1e-9)
})

test('the gap of coordinate descent never grows with the passes', () => {
  let last = Infinity
  for (let maxIterations = 10; maxIterations <= 1000; maxIterations += 10) {
    const { dualityGap } = lasso(flat.X, flat.y, flat.lambda, { ...flat.options, maxIterations })
    expect(dualityGap).toBeLessThanOrEqual(last * (1 + 1e-12))
    last = dualityGap
  }
})

test('features that the gap safe rule screens out are 0 at the solution, and without them it is the same', () => {
  const { X, y } = linearProblem(40, 60, 7)
  const lambda = 0.3
  const problem = prepare(X, y, {})
  const penalty = penaltyOf(problem.units, lambda, 1, readSetting({}, 60))
  const { coefficients } = lasso(X, y, lambda)
  let mostOut = 0
  for (const passes of [10, 20, 30]) {
    const { u } = descend(problem, penalty, new Float64Array(60), 0, passes)
    const r = residualOf(problem, u)
    const { theta, correlations } = residualPoint(problem, penalty, u, r)
    const { dualityGap, shrink } = boundBy(problem.units, penalty, u, r, { theta, correlations })
    const scaled = { theta, correlations: correlations.map((z) => shrink * z) }
    const out = [...u.keys()].filter((j) => {
      const square = problem.X.subarray(j * 40, j * 40 + 40).reduce((sum, x) => sum + x * x, 0)
      return isScreenedOut(problem.units, penalty, { point: scaled, dualityGap }, square, j)
    })
    for (const j of out) expect(coefficients[j]).toBe(0)
    expect(out.length).toBeGreaterThanOrEqual(mostOut)
    mostOut = out.length
    const kept = [...u.keys()].filter((j) => !out.includes(j))
    const inner = lasso(
      X.map((row) => kept.map((j) => row[j])),
      y,
      lambda,
    )
    expectClose(
      inner.coefficients,
      kept.map((j) => coefficients[j]),
    )
  }
  expect(mostOut).toBeGreaterThan(20)
  expectClose(lasso(X, y, lambda, { method, tolerance: 1e-16 }).coefficients, coefficients, 1e-8)
})
