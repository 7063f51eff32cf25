import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aic,
  bic,
  crossValidate,
  degreesOfFreedom,
  dummyData,
  elasticNet,
  lambdaGrid,
  lambdaMax,
  lasso,
  leastSquares,
  logGrid,
  mallowsCp,
  readNumericTable,
  relaxedLasso,
  ridge,
  splitTarget,
  standardize,
} from 'shrinkage'
import reference from '../fixtures/selection.json' with { type: 'json' }

const file = new URL('../../../content/data/prostate.csv', import.meta.url)
const table = readNumericTable(readFileSync(file, 'utf8'), { labels: ['train'] })
const prostate = splitTarget(table, 'lpsa')
const seeds = fc.integer({ min: 1, max: 1000 })
const dataOf = (seed: number, p = 4) => dummyData({ n: 24, p, relevant: 2, noise: 1, seed })
const predict = (row: ArrayLike<number>, w: Float64Array, b: number) =>
  w.reduce((sum, value, j) => sum + value * row[j], b)

test('a λ grid starts where the model is empty and falls by one factor', () => {
  const { X, y } = dataOf(1)
  const grid = lambdaGrid(X, y, { rho: 0.5, count: 20, ratio: 1e-3 })
  expect(grid).toHaveLength(20)
  expect(grid[0]).toBe(lambdaMax(X, y, { rho: 0.5 }))
  expect(grid[19] / grid[0]).toBeCloseTo(1e-3, 15)
  for (let k = 1; k < 19; k++) expect(grid[k] ** 2 / grid[k - 1] / grid[k + 1]).toBeCloseTo(1, 12)
  expect(elasticNet(X, y, grid[0], 0.5).coefficients.every((w) => w === 0)).toBe(true)
  expect(elasticNet(X, y, grid[1], 0.5).coefficients.some((w) => w !== 0)).toBe(true)
})

test("ridge's grid starts at λmax of ρ = 0.001, for its own is infinite", () => {
  const { X, y } = dataOf(2)
  expect(lambdaGrid(X, y, { rho: 0 })[0]).toBe(lambdaMax(X, y, { rho: 1e-3 }))
})

test('a grid of a constant y, and grids of bad numbers, are refused', () => {
  expect(() => lambdaGrid([[1], [2]], [3, 3])).toThrow('No feature correlates with y')
  expect(() => logGrid(1, 2, 5)).toThrow('smallest is 2; a number from 0 to 1')
  expect(() => logGrid(1, 0, 5)).toThrow('smallest is 0')
  expect(() => logGrid(1, 0.1, 1)).toThrow('count is 1')
})

test('cross-validation is a loop by hand: fit on the others, scaled by the others, test on the fold', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0, 0.4, 1), fc.boolean(), (seed, rho, scaled) => {
      const { X, y } = dataOf(seed)
      const lambdas = [0.5, 0.1, 0.02]
      const given = crossValidate(X, y, { rho, lambdas, folds: 4, seed, standardize: scaled })
      lambdas.forEach((lambda, l) => {
        let squares = 0
        for (let fold = 0; fold < 4; fold++) {
          const train = X.filter((_, i) => given.folds[i] !== fold)
          const scale = standardize(train)
          const response = y.filter((_, i) => given.folds[i] !== fold)
          const fit = elasticNet(scaled ? scale.X : train, response, lambda, rho)
          const back = scaled ? scale.toOriginal(fit.coefficients, fit.intercept) : fit
          X.forEach((row, i) => {
            if (given.folds[i] !== fold) return
            squares += (y[i] - predict(row, back.coefficients, back.intercept)) ** 2
          })
        }
        expect(given.errors[l]).toBeCloseTo(squares / X.length, 8)
      })
    }),
    { numRuns: 20 },
  )
})

test("errors, standard errors and both choices are those of glmnet's cv.glmnet", () => {
  const { lambdas, folds } = reference
  const given = crossValidate(prostate.X, prostate.y, { lambdas, folds })
  lambdas.forEach((_, l) => {
    expect(given.errors[l]).toBeCloseTo(reference.errors[l], 9)
    expect(given.standardErrors[l]).toBeCloseTo(reference.standardErrors[l], 9)
  })
  expect(given.minimum.lambda).toBe(reference.minimum)
  expect(given.oneStandardError.lambda).toBe(reference.oneStandardError)
})

test('the folds are of nearly equal size, and the same for the same seed', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 24 }), (seed, count) => {
      const { X, y } = dataOf(1)
      const run = () => crossValidate(X, y, { lambdas: [1], folds: count, seed })
      const { folds } = run()
      const sizes = Array.from({ length: count }, (_, k) => folds.filter((f) => f === k).length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(run().folds).toEqual(folds)
    }),
    { numRuns: 30 },
  )
})

test('with scaling inside the fold, the scale and the place of a feature make no difference', () => {
  const { X, y } = dataOf(3)
  const moved = X.map((row) => row.map((value, j) => (j === 1 ? 1e6 * value - 5 : value)))
  const lambdas = [0.3, 0.1]
  const [a, b] = [X, moved].map((design) => crossValidate(design, y, { lambdas, folds: 5 }))
  a.errors.forEach((error, l) => expect(b.errors[l]).toBeCloseTo(error, 8))
})

test('the order of the λ does not change what is chosen', () => {
  const { X, y } = dataOf(4)
  const lambdas = [1, 0.3, 0.1, 0.03, 0.01]
  const [a, b] = [lambdas, lambdas.toReversed()].map((list) =>
    crossValidate(X, y, { lambdas: list, folds: 6 }),
  )
  expect(b.minimum.lambda).toBe(a.minimum.lambda)
  expect(b.oneStandardError.lambda).toBe(a.oneStandardError.lambda)
  expect(a.oneStandardError.lambda).toBeGreaterThanOrEqual(a.minimum.lambda)
  expect(a.lambdas[a.minimum.index]).toBe(a.minimum.lambda)
})

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
  expect(() => crossValidate(X, y.slice(1))).toThrow('y has 23 values; 24 are wanted')
  expect(() => crossValidate(X, y, { lambdas: [0.1, -1] })).toThrow('lambda is -1')
  expect(() => relaxedLasso(holed, y, 1)).toThrow('row 3, column 1')
  expect(() => degreesOfFreedom([[1], [2, 3]], lasso(X, y, 1))).toThrow('row 1')
})

test('folds that do not fit the rows are refused', () => {
  const { X, y } = dataOf(5)
  const run = (folds: number | number[]) => () => crossValidate(X, y, { lambdas: [1], folds })
  expect(run(25)).toThrow('folds is 25, but there are only 24 rows')
  expect(run(1)).toThrow('folds is 1; a number ≥ 2')
  expect(run([1, 2])).toThrow('folds has 2 values; 24 are wanted')
  expect(run(Array(24).fill(3))).toThrow('All rows are in fold 3')
  expect(run([...Array(23).fill(3), 0.5])).toThrow('folds[23] is 0.5')
  expect(() => crossValidate(X, y, { rho: 2 })).toThrow('rho is 2')
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
    { numRuns: 15 },
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
    const noise = dummyData({ n: 24, p: 1, relevant: 0, noise: 1, seed }).y
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
  )
})

test('γ = 1 is the lasso itself, and γ outside [0, 1] is refused', () => {
  const { X, y } = dataOf(10)
  expect(relaxedLasso(X, y, 0.2, { gamma: 1 }).coefficients).toEqual(lasso(X, y, 0.2).coefficients)
  expect(() => relaxedLasso(X, y, 0.2, { gamma: 2 })).toThrow('gamma is 2')
})
