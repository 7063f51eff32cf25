import { expect, test } from 'vitest'
import { elasticNet, lasso, leastSquares, ridge } from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('duplicate columns: the lasso says that it is not unique, ridge splits equally', () => {
  const { X, y } = linearProblem(20, 3)
  const twins = X.map((row) => [...row, row[2]])
  expect(lasso(twins, y, 0.1).notes.join()).toMatch(/not unique/)
  expect(lasso(X, y, 0.1).notes).toEqual([])
  const { coefficients } = ridge(twins, y, 0.1)
  expect(Math.abs(coefficients[2] - coefficients[3])).toBeLessThan(1e-12)
})

test('coordinate descent says that its solution is not unique where the exact methods do', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { X, y } = linearProblem(12, 5 + seed, seed)
    const twins = X.map((row) => [...row, row[0]])
    for (const design of [X, twins]) {
      for (const rho of [1, 0.5]) {
        const [exact, descent] = (['auto', 'coordinate descent'] as const).map((method) =>
          elasticNet(design, y, 0.1, rho, { method }).notes.join(),
        )
        expect(/not unique/.test(descent)).toBe(/not unique/.test(exact))
        if (rho < 1) expect(descent).toBe('')
      }
    }
  }
})

test('λ = 0 with too few rows: the solution of smallest norm, flagged with the rank', () => {
  const { X, y } = linearProblem(4, 9)
  const fit = leastSquares(X, y)
  expect(fit.notes.join()).toMatch(/rank 3 for 9 columns/)
  expectClose(ridge(X, y, 1e-9).coefficients, fit.coefficients, 1e-6)
  expectClose(ridge(X, y, 0).coefficients, fit.coefficients)
  expectClose(lasso(X, y, 0).coefficients, fit.coefficients)
  const centre = X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / 4)
  // Smallest norm means in the span of the centred rows: no part of it can be taken away.
  const rows = X.map((row) => row.map((value, j) => value - centre[j]))
  const inSpan = leastSquares(
    rows[0].map((_, j) => rows.slice(1).map((row) => row[j])),
    [...fit.coefficients],
    { intercept: false },
  )
  expect(inSpan.objective).toBeLessThan(1e-20)
})

test('non-negative fits have no negative coefficient and are optimal among those', () => {
  const { X, y } = linearProblem(30, 8, 9)
  for (const lambda of [0, 0.1]) {
    const fit = lasso(X, y, lambda, { nonNegative: true })
    expect(fit.converged).toBe(true)
    expect(Math.min(...fit.coefficients)).toBe(0)
    const kept = [...fit.coefficients.keys()].filter((j) => fit.coefficients[j] > 0)
    const inner = lasso(
      X.map((row) => kept.map((j) => row[j])),
      y,
      lambda,
    )
    expectClose(
      kept.map((j) => fit.coefficients[j]),
      inner.coefficients,
    )
  }
})

test('an unpenalised feature is fitted as by least squares of what the others leave', () => {
  const { X, y } = linearProblem(30, 5, 2)
  const fit = lasso(X, y, 10, { penaltyFactors: [0, 1, 1, 1, 1] })
  const alone = leastSquares(
    X.map((row) => [row[0]]),
    y,
  )
  expectClose(fit.coefficients, [alone.coefficients[0], 0, 0, 0, 0])
  expect(fit.converged).toBe(true)
})
