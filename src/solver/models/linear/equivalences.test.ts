import { expect, test } from 'vitest'
import {
  constrainedLasso,
  constrainedRidge,
  simulateRegression,
  elasticNetPath,
  lasso,
  lassoPath,
  leastSquares,
  ridge,
  ridgePath,
} from 'shrinkage'
import { norm1, norm2 } from '../../algebra/norms.ts'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('p > n and n > p routes agree, and both with the path', () => {
  for (const [n, p] of [
    [30, 120],
    [100, 80],
  ]) {
    const { X, y } = linearProblem(n, p, n)
    const path = lassoPath(X, y)
    for (const share of [0.9, 0.5, 0.2, 0.05]) {
      const lambda = share * path.knots[0].lambda
      const [one] = elasticNetPath(X, y, [lambda], 1).fits
      const many = elasticNetPath(
        X,
        y,
        Array.from({ length: 50 }, () => lambda),
        1,
      ).fits[49]
      expectClose(lasso(X, y, lambda).coefficients, path.at(lambda).coefficients, 1e-9)
      expectClose(one.coefficients, many.coefficients, 1e-9)
    }
  }
})

test('ridge by the primal, the dual and the path agree', () => {
  const { X, y } = linearProblem(12, 12, 3)
  const wide = X.map((row) => [...row, ...row.map((value) => value * value)])
  for (const lambda of [0.01, 1, 100]) {
    // Zero rows do not change ridge without intercept but for n, so they turn p > n into n > p.
    const tall = [...wide, ...Array.from({ length: 36 }, () => wide[0].map(() => 0))]
    const padded = [...y, ...Array.from({ length: 36 }, () => 0)]
    const dual = ridge(wide, y, lambda, { intercept: false })
    expect(dual.method).toBe('Cholesky of the dual')
    expectClose(
      ridge(tall, padded, lambda / 4, { intercept: false }).coefficients,
      dual.coefficients,
    )
    expectClose(
      ridgePath(wide, y, [lambda], { intercept: false }).fits[0].coefficients,
      dual.coefficients,
    )
  }
})

test('the constrained forms are the penalized ones at t = ‖w(λ)‖, and do not bind beyond least squares', () => {
  const { X, y } = linearProblem(40, 7, 5)
  for (const lambda of [0.05, 0.3, 0.8]) {
    const penalized = lasso(X, y, lambda)
    const fit = constrainedLasso(X, y, norm1(penalized.coefficients))
    expectClose(fit.coefficients, penalized.coefficients)
    expect(Math.abs(fit.lambda - lambda)).toBeLessThan(1e-10)
    const smooth = ridge(X, y, lambda)
    expectClose(
      constrainedRidge(X, y, norm2(smooth.coefficients)).coefficients,
      smooth.coefficients,
    )
  }
  const least = leastSquares(X, y).coefficients
  expectClose(constrainedLasso(X, y, 1e6).coefficients, least)
  expectClose(constrainedRidge(X, y, 1e6).coefficients, least)
  expect(norm1(constrainedLasso(X, y, 0).coefficients)).toBe(0)
})

test('‖w(λ)‖₁ is monotone along the path, and the path is linear between knots', () => {
  const { X, y } = simulateRegression({
    n: 30,
    p: 40,
    relevant: 6,
    noise: 1,
    correlation: 0.6,
    seed: 2,
  })
  const path = lassoPath(X, y)
  expect(path.notes).toEqual([])
  path.knots.slice(1).forEach((knot, k) => {
    const before = path.knots[k]
    expect(knot.lambda).toBeLessThan(before.lambda)
    expect(norm1(knot.coefficients)).toBeGreaterThanOrEqual(norm1(before.coefficients) - 1e-12)
    const middle = lasso(X, y, (knot.lambda + before.lambda) / 2).coefficients
    expectClose(
      middle,
      knot.coefficients.map((w, j) => (w + before.coefficients[j]) / 2),
      1e-8,
    )
  })
})
