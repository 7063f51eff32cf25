import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateOf, lasso, lassoPath } from 'shrinkage'
import { build, recipe } from '../../testing/degenerateProblem.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { pathCoefficients } from './pathCoefficients.ts'

test('coefficients at many λ of 500 random and degenerate paths hold a gap of 1e-10, and report no less than it', () => {
  fc.assert(
    fc.property(recipe, fc.double({ min: 0, max: 1, noNaN: true }), (r, position) => {
      // At the last knots of nearly collinear columns λ is about 1e-13, where some points are honestly not certified.
      const { X, y, options } = build({ ...r, near: 0, wild: false, exponentX: 0, exponentY: 0 })
      const path = lassoPath(X, y, options)
      const { knots } = path
      const lambdas = knots.flatMap(({ lambda }, k) => {
        const next = knots[k + 1]?.lambda ?? lambda
        return [lambda, lambda + position * (next - lambda)]
      })
      lambdas.push(2 * lambdas[0] + 1)
      const { coefficients, intercepts, dualityGap, converged } = path.coefficientsAt(lambdas)
      expect(converged).toBe(true)
      const p = coefficients.rows
      const zero = certificateOf(
        X,
        y,
        knots[0].coefficients.map(() => 0),
        0,
        1,
        options,
      ).objective
      lambdas.forEach((lambda, k) => {
        const w = coefficients.data.subarray(k * p, (k + 1) * p)
        const gap = certificateOf(X, y, w, lambda, 1, options).dualityGap
        expect(gap).toBeLessThanOrEqual(1e-10 * zero + 1e-30)
        expect(gap).toBeLessThanOrEqual(dualityGap + 1e-11 * zero + 1e-30)
        expect(intercepts[k]).toBeCloseTo(path.at(lambda).intercept, 8)
      })
    }),
    { numRuns: 500, seed: 20264 },
  )
})

test('coefficients at many λ are those of the fits, between knots and beyond them', () => {
  for (const [n, p] of [
    [40, 9],
    [20, 90],
  ]) {
    const { X, y } = linearProblem(n, p)
    const lambdaMin = 0.2
    const path = lassoPath(X, y, { lambdaMin })
    const lambdas = [0.15, 3, 0.2, 0.7, 0.31, 0]
    const { coefficients, intercepts } = path.coefficientsAt(lambdas)
    expect([coefficients.rows, coefficients.columns]).toEqual([p, lambdas.length])
    lambdas.forEach((lambda, k) => {
      const fit = path.at(lambda)
      fit.coefficients.forEach((w, j) => expect(coefficients.data[k * p + j]).toBeCloseTo(w, 11))
      expect(intercepts[k]).toBeCloseTo(fit.intercept, 11)
    })
  }
})

test('where neither a line nor a fit is certified, the coefficients say so', () => {
  const knots = {
    size: 1,
    lambdas: Float64Array.of(2, 0.4, 0.1),
    coefficients: Float64Array.of(0, 1, 3),
    intercepts: Float64Array.of(5, 4, 2),
  }
  const gaps = Float64Array.of(0, Infinity, 1e-9)
  const { X, y } = linearProblem(30, 1)
  const at = (lambda: number) => ({ ...lasso(X, y, lambda), converged: false, dualityGap: 3 })
  const onLine = pathCoefficients(Float64Array.of(0.25, 0.1), knots, gaps, at)
  expect([...onLine.coefficients.data, ...onLine.intercepts]).toEqual([2, 3, 3, 2])
  expect([onLine.converged, onLine.dualityGap]).toEqual([true, 1e-9])
  for (const lambda of [3, 1, 0.05]) {
    const alone = pathCoefficients(Float64Array.of(0.25, lambda), knots, gaps, at)
    expect([alone.converged, alone.dualityGap]).toEqual([false, 3])
    expect(alone.coefficients.data[1]).toBe(lasso(X, y, lambda).coefficients[0])
  }
})
