import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  certificateOf,
  elasticNet,
  elasticNetPath,
  lambdaMax,
  lasso,
  lassoPath,
  leastSquares,
  logisticLambdaMax,
  logisticRegression,
  ridge,
  ridgePath,
  simulateRegression,
  standardize,
} from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'

const SEED = 20_261_130
const seeds = fc.integer({ min: 1, max: 10_000 })

/** A problem whose features differ in scale and place. */
function dataOf(seed: number, n = 20, p = 4) {
  const { X, y } = simulateRegression({ n, p, relevant: 2, correlation: 0.3, seed })
  return { X: X.map((row) => row.map((x, j) => 10 ** (2 * j - 3) * x + 3 * j)), y }
}

test('standardize: true is the fit on the standardized design, with its coefficients brought back', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0, 0.5, 1), (seed, rho) => {
      const { X, y } = dataOf(seed)
      const scale = standardize(X)
      const byHand = elasticNet(scale.X, y, 0.2, rho)
      const original = scale.toOriginal(byHand.coefficients, byHand.intercept)
      const options = { standardize: true }
      const fits = [
        elasticNet(X, y, 0.2, rho, options),
        elasticNetPath(X, y, [0.3, 0.2], rho, options).fits[1],
        ...(rho === 0 ? [ridgePath(X, y, [0.3, 0.2], options).fits[1]] : []),
        ...(rho === 1 ? [lassoPath(X, y, options).at(0.2)] : []),
      ]
      for (const fit of fits) {
        expectClose(predictions(X, fit), predictions(X, original), 1e-7)
        expect(fit.objective).toBeCloseTo(byHand.objective, 9)
        expect(fit.converged).toBe(true)
      }
      const { dualityGap } = certificateOf(X, y, original.coefficients, 0.2, rho, options)
      expect(dualityGap).toBeLessThan(1e-9 * byHand.objective)
    }),
    { seed: SEED, numRuns: 40 },
  )
})

const predictions = (
  X: Float64Array[],
  { coefficients, intercept }: { coefficients: Float64Array; intercept: number },
) => X.map((row) => row.reduce((sum, x, j) => sum + x * coefficients[j], intercept))

test('at λmax of the standardized design the model is empty, and just below it one feature is in', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { X, y } = dataOf(seed)
      const options = { standardize: true }
      const top = lambdaMax(X, y, options)
      expect(top).toBeCloseTo(lambdaMax(standardize(X).X, y), 10)
      expect(lasso(X, y, top, options).coefficients.every((w) => w === 0)).toBe(true)
      expect(lasso(X, y, 0.999 * top, options).coefficients.some((w) => w !== 0)).toBe(true)
    }),
    { seed: SEED, numRuns: 30 },
  )
})

test('with sample weights the deviations are weighted: a weight of 2 is a row twice', () => {
  const { X, y } = dataOf(4)
  const weights = X.map((_, i) => i % 3)
  const rows = X.flatMap((row, i) => Array.from({ length: weights[i] }, () => row))
  const response = [...y].flatMap((value, i) => Array.from({ length: weights[i] }, () => value))
  for (const intercept of [true, false]) {
    const repeated = lasso(rows, response, 0.1, { standardize: true, intercept })
    const weighted = lasso(X, y, 0.1, { standardize: true, intercept, sampleWeights: weights })
    expectClose(predictions(X, weighted), predictions(X, repeated), 1e-8)
  }
})

test('without an intercept the deviations are those about the mean, but nothing is centred', () => {
  const X = [[1], [3], [5]] // deviation √(8/3), mean square 35/3
  const y = [2, 6, 10]
  // ½·35/3·(w − 2)² + λ·√(8/3)·|w| is least at w = 2 − λ·√(8/3)/(35/3).
  const [w] = lasso(X, y, 1, { standardize: true, intercept: false }).coefficients
  expect(w).toBeCloseTo(2 - Math.sqrt(8 / 3) / (35 / 3), 12)
})

test('a constant column, and one that varies only where no weight is, stay out', () => {
  const X = [[1, 0, 7], [2, 0, 7], [4, 0, 7], [3, 5, 7]] // prettier-ignore
  const fit = lasso(X, [1, 2, 4, 9], 0.1, { standardize: true, sampleWeights: [1, 1, 1, 0] })
  expect([fit.coefficients[1], fit.coefficients[2], fit.converged]).toEqual([0, 0, true])
})

test('logistic regression standardizes alike, with weights as well', () => {
  const { X, y } = dataOf(9, 40)
  const labels = y.map((value) => (value > 0 ? 1 : 0))
  const scale = standardize(X)
  for (const rho of [0, 0.5, 1]) {
    const byHand = logisticRegression(scale.X, labels, 0.05, rho)
    const original = scale.toOriginal(byHand.coefficients, byHand.intercept)
    const fit = logisticRegression(X, labels, 0.05, rho, { standardize: true })
    expectClose(predictions(X, fit), predictions(X, original), 1e-6)
    expect(fit.converged).toBe(true)
  }
  const top = logisticLambdaMax(X, labels, { standardize: true })
  expect(top).toBeCloseTo(logisticLambdaMax(scale.X, labels), 10)
  expect(() => lasso(X, y, 1, { standardize: 'yes' as never })).toThrow('standardize is the text "yes"') // prettier-ignore
})

test('a penalty factor of Infinity leaves a feature out: the fit of the others, with a coefficient of 0', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0, 0.1, 1), (seed, lambda) => {
      const { X, y } = simulateRegression({ n: 12, p: 3, relevant: 3, seed })
      const others = X.map(([a, , c]) => [a, c])
      const options = { penaltyFactors: [1, Infinity, 2] }
      const reduced = { penaltyFactors: [1, 2] }
      const pairs = [
        [lasso(X, y, lambda, options), lasso(others, y, lambda, reduced)],
        [ridge(X, y, lambda, options), ridge(others, y, lambda, reduced)],
        [leastSquares(X, y, options), leastSquares(others, y, reduced)],
        [lassoPath(X, y, options).at(lambda), lassoPath(others, y, reduced).at(lambda)],
      ]
      for (const [fit, wanted] of pairs) {
        const [a, b, c] = fit.coefficients
        expect(Object.is(b, 0)).toBe(true)
        expectClose([a, c], wanted.coefficients, 1e-8)
        expect(fit.converged).toBe(true)
      }
      expect(lambdaMax(X, y, options)).toBeCloseTo(lambdaMax(others, y, reduced), 12)
    }),
    { seed: SEED, numRuns: 20 },
  )
})

test('all features may be left out, and −Infinity and NaN are no factors', () => {
  const X = [[1], [2], [4]]
  const fit = lasso(X, [1, 2, 6], 0.1, { penaltyFactors: [Infinity] })
  expect([...fit.coefficients, fit.intercept]).toEqual([0, 3])
  for (const factor of [-Infinity, NaN]) {
    expect(() => lasso(X, [1, 2, 6], 0.1, { penaltyFactors: [factor] })).toThrow('penaltyFactors[0]') // prettier-ignore
  }
})

test('a feature that is left out counts neither in the rank nor among solutions that are not unique', () => {
  const X = [[1, 2, 1], [3, 5, 0], [4, 4, 2], [0, 1, 3], [2, 2, 9]] // prettier-ignore
  const twins = X.map(([a, b]) => [a, b, 2 * a])
  const y = [1, 2, 4, 3, 5]
  const options = { penaltyFactors: [1, Infinity, 1] }
  for (const lambda of [0, 1e-14]) {
    for (const method of ['auto', 'coordinate descent'] as const) {
      expect(lasso(X, y, lambda, { ...options, method }).notes).toEqual([])
    }
    expect(lassoPath(X, y, options).at(lambda).notes).toEqual([])
  }
  expect(ridge(X, y, 0, options).notes).toEqual([])
  expect(leastSquares(X, y, options).notes).toEqual([])
  expect(leastSquares(twins, y, options).notes).toEqual([
    'X has rank 1 for 2 columns: of the many solutions this is the one of smallest norm.',
  ])
})
