import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aic,
  bic,
  crossValidate,
  degreesOfFreedom,
  simulateRegression,
  lasso,
  leastSquares,
  mallowsCp,
  relaxedLasso,
  ridge,
  standardize,
} from 'shrinkage'
import reference from '../fixtures/selection.json' with { type: 'json' }
import { predict } from '../testing/predict.ts'
import { prostate } from '../testing/prostate.ts'

const seeds = fc.integer({ min: 1, max: 1000 })
const dataOf = (seed: number, p = 4) =>
  simulateRegression({ n: 24, p, relevant: 2, noise: 1, seed })

test('cross-validation, relaxed lasso and degrees of freedom never change what they are given', () => {
  const { X, y } = dataOf(5)
  const before = structuredClone({ X, y })
  crossValidate(X, y, { lambdas: [0.3], folds: 3 })
  degreesOfFreedom(X, relaxedLasso(X, y, 0.2).lasso)
  expect({ X, y }).toEqual(before)
})

test('bad data are refused with their place', () => {
  const { X, y } = dataOf(5)
  const holed = X.map((row, i) => row.map((value, j) => (i === 3 && j === 1 ? NaN : value)))
  expect(() => crossValidate(holed, y)).toThrow('row 3, column 1')
  expect(() => crossValidate(X, y.slice(1))).toThrow('y has 23 values; expected 24')
  expect(() => crossValidate(X, y, { lambdas: [0.1, -1] })).toThrow('lambdas[1] is -1')
  expect(() => relaxedLasso(holed, y, 1)).toThrow('row 3, column 1')
  expect(() => degreesOfFreedom([[1], [2, 3]], lasso(X, y, 1))).toThrow('row 1')
})

test("ridge's degrees of freedom are the trace of its hat matrix", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.constantFrom(2, 4, 40),
      fc.constantFrom(0.01, 0.3, 5),
      (seed, p, lambda) => {
        const { X, y } = dataOf(seed, p)
        const fit = ridge(X, y, lambda)
        // The trace of the hat matrix: how each ŷ_i answers to its own y_i; 1 of it is the intercept's.
        let trace = 0
        X.forEach((row, i) => {
          const unit = y.map((_, k) => (k === i ? 1 : 0))
          const { coefficients, intercept } = ridge(X, unit, lambda)
          trace += predict(row, coefficients, intercept)
        })
        expect(degreesOfFreedom(X, fit)).toBeCloseTo(trace - 1, 8)
      },
    ),
    { numRuns: 15, seed: 1032 },
  )
})

test('degrees of freedom: p at λ = 0, falling with λ, the rank when columns repeat', () => {
  const { X } = dataOf(6)
  const coefficients = [1, 1, 1, 1]
  const of = (lambda: number, rho: number, design = X) =>
    degreesOfFreedom(design, { coefficients, lambda, rho })
  expect(of(0, 0)).toBeCloseTo(4, 12)
  expect(of(0.1, 0)).toBeLessThan(of(0.01, 0))
  expect(of(0.1, 1)).toBeCloseTo(4, 12)
  expect(of(0.1, 0.5)).toBeCloseTo(of(0.05, 0), 12)
  const repeated = X.map((row) => [row[0], row[1], row[0], 7])
  expect(
    of(
      0.1,
      1,
      repeated.map((row) => Float64Array.from(row)),
    ),
  ).toBeCloseTo(2, 12)
  const huge = X.map((row) => row.map((value) => 1e150 * value))
  expect(of(0.1, 1, huge)).toBeCloseTo(4, 12)
})

test("the lasso's degrees of freedom count its features", () => {
  const { X, y } = dataOf(7)
  const fit = lasso(X, y, 0.3)
  expect(degreesOfFreedom(X, fit)).toBeCloseTo(fit.coefficients.filter((w) => w !== 0).length, 12)
  expect(degreesOfFreedom(X, lasso(X, y, 100))).toBe(0)
  expect(() => degreesOfFreedom(X, { ...fit, coefficients: [1] })).toThrow('coefficients has 1')
})

test("Stein: the lasso's degrees of freedom are its covariance with the noise, on average", () => {
  const { X, coefficients } = dataOf(8)
  const [repeats, lambda] = [1500, 0.25]
  let [counted, covariance] = [0, 0]
  for (let seed = 1; seed <= repeats; seed++) {
    const noise = simulateRegression({ n: 24, p: 1, relevant: 0, noise: 1, seed }).y
    const signal = Float64Array.from(X, (row) => predict(row, coefficients, 0))
    const fit = lasso(
      X,
      signal.map((value, i) => value + noise[i]),
      lambda,
    )
    counted += degreesOfFreedom(X, fit) + 1
    X.forEach((row, i) => {
      covariance += noise[i] * (predict(row, fit.coefficients, fit.intercept) - signal[i])
    })
  }
  expect(Math.abs(counted - covariance) / repeats).toBeLessThan(0.2)
})

test('AIC and BIC weigh the fit against log RSS; Cp of the full model is its number of parameters', () => {
  const { X, y } = dataOf(9)
  const { coefficients, intercept } = leastSquares(X, y)
  const residualSumOfSquares = X.reduce(
    (sum, row, i) => sum + (y[i] - predict(row, coefficients, intercept)) ** 2,
    0,
  )
  const quality = { residualSumOfSquares, n: 24, degreesOfFreedom: 5 }
  expect(mallowsCp(quality, residualSumOfSquares / (24 - 5))).toBeCloseTo(5, 12)
  expect(bic(quality) - aic(quality)).toBeCloseTo(5 * (Math.log(24) - 2), 12)
  const half = { ...quality, residualSumOfSquares: residualSumOfSquares / 2 }
  expect(aic(quality) - aic(half)).toBeCloseTo(24 * Math.log(2), 12)
  expect(() => aic({ ...quality, n: 0 })).toThrow('n is 0')
  expect(() => mallowsCp(quality, 0)).toThrow('noiseVariance is 0')
})

test("the relaxed lasso is glmnet's lasso, refitted by R's lm and blended", () => {
  const { X } = standardize(prostate.X)
  const { lambda, refit, shrunk } = reference.relaxed
  for (const gamma of [0, 0.25, 1]) {
    const { intercept, coefficients } = relaxedLasso(X, prostate.y, lambda, { gamma })
    ;[intercept, ...coefficients].forEach((value, j) =>
      expect(value).toBeCloseTo(gamma * shrunk[j] + (1 - gamma) * refit[j], 9),
    )
  }
})

test('the relaxed lasso keeps the zeros, and leaves a residual without correlation to what it kept', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0.05, 0.3, 1, 20), (seed, lambda) => {
      const { X, y } = dataOf(seed)
      const given = relaxedLasso(X, y, lambda)
      const residual = X.map((row, i) => y[i] - predict(row, given.coefficients, given.intercept))
      given.lasso.coefficients.forEach((w, j) => {
        if (w === 0) expect(given.coefficients[j]).toBe(0)
        else expect(X.reduce((sum, row, i) => sum + row[j] * residual[i], 0)).toBeCloseTo(0, 8)
      })
      expect(residual.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8)
    }),
    { seed: 1033 },
  )
})

test('γ = 1 is the lasso itself, and γ outside [0, 1] is refused', () => {
  const { X, y } = dataOf(10)
  expect(relaxedLasso(X, y, 0.2, { gamma: 1 }).coefficients).toEqual(lasso(X, y, 0.2).coefficients)
  expect(() => relaxedLasso(X, y, 0.2, { gamma: 2 })).toThrow('gamma is 2')
})
