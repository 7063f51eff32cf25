import { describe, expect, test } from 'vitest'
import { certificateOf, ridge, ridgePath, seededRandom, type Fit, type FitOptions } from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

const lambdas = [3, 0.01, 0, 0.3, 1e-4]

function expectSame(path: Fit[], fits: Fit[], tolerance = 1e-10): void {
  path.forEach((fit, k) => {
    expect(fit.converged).toBe(true)
    expect(fit.lambda).toBe(fits[k].lambda)
    expectClose(fit.coefficients, fits[k].coefficients, tolerance)
    expectClose([fit.intercept, fit.objective], [fits[k].intercept, fits[k].objective], tolerance)
  })
}

describe.each([
  [60, 25],
  [25, 60],
  [30, 30],
  [400, 3],
])('%i × %i:', (n, p) => {
  const { X, y } = linearProblem(n, p, n)
  const scaled = X.map((row) => row.map((value, j) => value * 2 ** ((j % 9) - 4)))
  const options: [string, number[][], FitOptions][] = [
    ['an intercept', X, {}],
    ['no intercept', X, { intercept: false }],
    ['sample weights', X, { sampleWeights: y.map((_, i) => i % 4) }],
    ['columns of different scales', scaled, {}],
  ]
  for (const [name, design, option] of options) {
    test(`the path has the fits of every λ by itself, with ${name}`, () => {
      const fits = lambdas.map((lambda) => ridge(design, y, lambda, option))
      expectSame(ridgePath(design, y, lambdas, option).fits, fits)
    })
  }

  test('each fit carries the certificate that its coefficients have from the data', () => {
    for (const fit of ridgePath(X, y, [3, 0.3, 0.01]).fits) {
      const proof = certificateOf(X, y, [...fit.coefficients], fit.lambda, 0)
      expectClose([fit.objective], [proof.objective], 1e-13)
      expect(proof.dualityGap).toBeLessThan(1e-20)
      expect(fit.dualityGap).toBeLessThan(1e-20)
    }
  })

  test('λ from tiny to huge: the limits are least squares of smallest norm, and Xᵀy/(nλ)', () => {
    const options = { intercept: false }
    const path = ridgePath(X, y, [1e-13, 1e-300, 1e14, 1e150], options).fits
    expect(path.every((fit) => fit.converged)).toBe(true)
    const [least] = ridgePath(X, y, [0], options).fits
    expectClose(path[0].coefficients, least.coefficients, 1e-6)
    expectClose(path[1].coefficients, least.coefficients, 1e-6)
    for (const { coefficients, lambda } of path.slice(2)) {
      const slopes = X[0].map((_, j) => X.reduce((sum, row, i) => sum + row[j] * y[i], 0) / n)
      expectClose(
        coefficients.map((w) => w * lambda),
        slopes,
        1e-12,
      )
    }
  })
})

test('a well-conditioned problem takes fewer steps than it has features, and a large λ fewer still', () => {
  const { X, y } = linearProblem(800, 100, 2)
  const [large, small] = ridgePath(X, y, [10, 1e-3]).fits
  expect(small.iterations).toBeLessThan(40)
  expect(large.iterations).toBeLessThan(small.iterations)
})

test('repeated columns: no more steps than there are different ones, and equal weights for equals', () => {
  const { X, y } = linearProblem(50, 4)
  const repeated = X.map((row) => [...row, ...row, ...row])
  for (const fit of ridgePath(repeated, y, [1, 1e-6, 1e-12]).fits) {
    expect(fit.converged).toBe(true)
    expect(fit.iterations).toBeLessThanOrEqual(4)
    const [one, two, three] = [0, 4, 8].map((start) => fit.coefficients.subarray(start, start + 4))
    expectClose(two, one, 1e-13)
    expectClose(three, one, 1e-13)
  }
})

test('a y that no feature correlates with, and one that never varies, have no weights at all', () => {
  const X = [1, 1, -1, -1].map((value) => [value])
  for (const y of [
    [1, -1, 1, -1],
    [5, 5, 5, 5],
  ]) {
    for (const fit of ridgePath(X, y, [1, 0.1]).fits) {
      expect(fit.converged).toBe(true)
      expectClose(fit.coefficients, [0])
    }
  }
})

test('singular values over six decades: every λ is certified, whether it damps few of them or most', () => {
  const random = seededRandom(4)
  const [n, p] = [80, 40]
  const mixing = Array.from({ length: p }, () => Array.from({ length: p }, () => random.normal()))
  const X = Array.from({ length: n }, () => {
    const factors = mixing.map((_, k) => random.normal() * 10 ** ((-6 * k) / p))
    return mixing.map((row) => row.reduce((sum, value, k) => sum + value * factors[k], 0))
  })
  const y = X.map((row) => row[0] + random.normal())
  const wide = X[0].map((_, j) => X.map((row) => row[j]))
  for (const [design, response] of [
    [X, y],
    [wide, y.slice(0, p)],
  ] as const) {
    for (const fit of ridgePath(design, response, [1, 1e-4, 1e-8], { intercept: false }).fits) {
      expect(fit.converged).toBe(true)
      const alone = ridge(design, response, fit.lambda, { intercept: false })
      const weights = [...fit.coefficients]
      const proof = certificateOf(design, response, weights, fit.lambda, 0, { intercept: false })
      expect(proof.dualityGap).toBeLessThan(1e-12 * alone.objective)
      expect(Math.abs(proof.objective - alone.objective)).toBeLessThan(1e-12 * alone.objective)
    }
  }
})
