import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  crossValidate,
  dummyData,
  elasticNet,
  lambdaGrid,
  lambdaMax,
  logGrid,
  standardize,
} from 'shrinkage'
import reference from '../fixtures/selection.json' with { type: 'json' }
import { predict } from '../testing/predict.ts'
import { prostate } from '../testing/prostate.ts'

const seeds = fc.integer({ min: 1, max: 1000 })
const dataOf = (seed: number, p = 4) => dummyData({ n: 24, p, relevant: 2, noise: 1, seed })

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
    { numRuns: 20, seed: 1030 },
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
    { numRuns: 30, seed: 1031 },
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

test('fits that did not converge are told of, and how many', () => {
  const { X, y } = dummyData({ n: 30, p: 10, relevant: 3, correlation: 0.9, seed: 2 })
  const rough = { method: 'coordinate descent', maxIterations: 1 } as const
  const { converged, notes, lambdas } = crossValidate(X, y, { folds: 3, ...rough })
  expect(converged).toBe(false)
  expect(notes).toHaveLength(1)
  expect(notes[0]).toMatch(new RegExp(`^\\d+ of the ${3 * lambdas.length} fits did not reach`))
  const fine = crossValidate(X, y, { folds: 3 })
  expect([fine.converged, fine.notes]).toEqual([true, []])
})
