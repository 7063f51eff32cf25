import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  certificateOf,
  coefficientsByName,
  elasticNetPath,
  lasso,
  lassoPath,
  leastSquares,
  logisticPath,
  logisticRegression,
  pathAt,
  predict,
  predictClasses,
  predictProbabilities,
  residuals,
  residualSumOfSquares,
  ridgePath,
  rSquared,
  ShrinkageError,
  simulateRegression,
  type Fit,
  type Path,
} from 'shrinkage'
import { expectClose } from '../testing/expectClose.ts'

const SEED = 20_261_130
const seeds = fc.integer({ min: 1, max: 10_000 })
const dataOf = (seed: number) => simulateRegression({ n: 20, p: 4, relevant: 2, seed })

const copies: [string, <T extends object>(value: T) => T][] = [
  ['JSON', (value) => JSON.parse(JSON.stringify(value))],
  ['a spread', (value) => ({ ...value })],
  ['structuredClone', (value) => structuredClone(value)],
]

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof ShrinkageError) return error.code
    throw error
  }
  return 'none'
}

test('a prediction is b + Σ w_j·x_j, row by row', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { X, y } = dataOf(seed)
      const fit = lasso(X, y, 0.2)
      const byHand = X.map((row) =>
        row.reduce((sum, x, j) => sum + fit.coefficients[j] * x, fit.intercept),
      )
      expectClose(predict(fit, X), byHand, 1e-12)
      expectClose(residuals(fit, X, y), y.map((value, i) => value - byHand[i]), 1e-12) // prettier-ignore
    }),
    { seed: SEED, numRuns: 30 },
  )
})

test('the objective of a fit is its residual sum of squares and its penalty', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0, 0.05, 0.5), (seed, lambda) => {
      const { X, y } = dataOf(seed)
      const fit = lasso(X, y, lambda)
      const norm = fit.coefficients.reduce((sum, w) => sum + Math.abs(w), 0)
      const objective = residualSumOfSquares(fit, X, y) / (2 * X.length) + lambda * norm
      expect(objective).toBeCloseTo(fit.objective, 10)
    }),
    { seed: SEED, numRuns: 30 },
  )
})

test('R² is the squared correlation of y and ŷ for least squares, and invariant to scale and weights of 1', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { X, y } = dataOf(seed)
      const fit = leastSquares(X, y)
      const fitted = predict(fit, X)
      const mean = (v: Float64Array) => v.reduce((sum, value) => sum + value, 0) / v.length
      const centred = (v: Float64Array) => v.map((value) => value - mean(v))
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i], 0)
      const [a, b] = [centred(y), centred(fitted)]
      expect(rSquared(fit, X, y)).toBeCloseTo(dot(a, b) ** 2 / (dot(a, a) * dot(b, b)), 10)
      expect(rSquared(fit, X, y, { sampleWeights: y.map(() => 3) })).toBeCloseTo(rSquared(fit, X, y), 12) // prettier-ignore
    }),
    { seed: SEED, numRuns: 30 },
  )
})

test('a weight of 2 counts a row twice, and one of 0 not at all', () => {
  const fit = { coefficients: [1], intercept: 0 }
  const [X, y] = [
    [[1], [2], [3]],
    [1, 3, 7],
  ]
  const weighted = { sampleWeights: [1, 2, 0] }
  const repeated = [
    [[1], [2], [2]],
    [1, 3, 3],
  ] as const
  expect(residualSumOfSquares(fit, X, y, weighted)).toBe(2)
  expect(rSquared(fit, X, y, weighted)).toBeCloseTo(rSquared(fit, ...repeated), 14)
})

test('R² does not overflow, and a constant y has none', () => {
  const fit = { coefficients: [1e200], intercept: 0 }
  expect(rSquared(fit, [[1], [2], [3]], [1e200, 2e200, 3e200])).toBe(1)
  expect(codeOf(() => rSquared(fit, [[1], [2]], [5, 5]))).toBe('no-solution')
})

test('probabilities of logistic fits are those of the labels: their mean is that of y with an intercept', () => {
  const rows = [[-2], [-1], [0], [1], [2], [3]]
  const labels = [0, 0, 1, 0, 1, 1]
  const fit = logisticRegression(rows, labels, 0.05, 0)
  const probabilities = predictProbabilities(fit, rows)
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(3, 8)
  expect(predictClasses(fit, rows)).toEqual(Array.from(probabilities, (p) => (p > 0.5 ? 1 : 0)))
})

test.each([
  ['0 and 1', [0, 0, 1, 0, 1, 1], [0, 1]],
  ['−1 and 1', [-1, -1, 1, -1, 1, 1], [-1, 1]],
  ['false and true', [false, false, true, false, true, true], [false, true]],
  ['words', ['b', 'b', 'g', 'b', 'g', 'g'], ['b', 'g']],
] as const)('labels of %s give the same fit, and come back as classes', (_, labels, classes) => {
  const rows = [[-2], [-1], [0], [1], [2], [3]]
  const fit = logisticRegression(rows, labels as never, 0.05, 1)
  const plain = logisticRegression(rows, [0, 0, 1, 0, 1, 1], 0.05, 1)
  expect(fit.classes).toEqual(classes)
  expect({ ...fit, classes: null }).toEqual({ ...plain, classes: null })
  expect(predictClasses(fit, [[-9], [9]])).toEqual(classes)
})

/** [what is wrong, the labels, the code, what the message names] */
const badLabels: [string, unknown, string, string][] = [
  ['a third number', [0, 1, 2], 'out-of-range', 'y[2] is 2; expected 0 or 1'],
  ['a third word', ['a', 'b', 'c'], 'out-of-range', 'y has 3 different words, "a", "b", "c"; expected two'], // prettier-ignore
  ['one word', ['a', 'a', 'a'], 'no-solution', 'y has 1 different words, "a"; expected two'],
  ['a mixture', ['a', 'b', 1], 'not-numeric', 'y[2] is 1; expected "a" or "b"'],
  ['a boolean among numbers', [0, 1, true], 'not-numeric', 'y[2] is true; expected 0 or 1'],
  ['no label', [], 'empty', 'y is empty; expected at least one label'],
  ['no list', 5, 'not-numeric', 'y is 5; expected a list of labels'],
]

test.each(badLabels)('%s in the labels is refused', (_, labels, code, message) => {
  const run = () => logisticRegression([[1], [2], [3]], labels as never, 1, 1)
  expect(codeOf(run)).toBe(code)
  expect(run).toThrow(message)
})

const fits: [string, (seed: number) => Fit][] = [
  ['a lasso', (seed) => lasso(dataOf(seed).X, dataOf(seed).y, 0.3)],
  ['a logistic fit', (seed) => logisticRegression(dataOf(seed).X, dataOf(seed).y.map((v) => (v > 0 ? 1 : 0)), 0.05, 1)], // prettier-ignore
]

for (const [copyName, copy] of copies) {
  test.each(fits)(`%s predicts as before after ${copyName}`, (_, fitOf) => {
    const { X } = dataOf(7)
    const fit = fitOf(7)
    expect([...predict(copy(fit), X)]).toEqual([...predict(fit, X)])
    expect(Object.keys(copy(fit))).toEqual(Object.keys(fit))
  })

  test(`paths lose nothing by ${copyName}, and are read as before`, () => {
    const { X, y } = dataOf(3)
    const labels = y.map((value) => (value > 0 ? 1 : 0))
    const lambdas = [0.5, 0.2, 0.1]
    const paths: Path[] = [
      lassoPath(X, y),
      ridgePath(X, y, lambdas),
      elasticNetPath(X, y, lambdas, 0.5),
      logisticPath(X, labels, lambdas, 1),
    ]
    for (const path of paths) {
      const copied = copy(path)
      expect(Object.keys(copied)).toEqual(Object.keys(path))
      for (const lambda of [0.5, 0.3, 0.1]) {
        expect(pathAt(copied, lambda)).toEqual(pathAt(path, lambda))
      }
    }
  })
}

test('a point of the exact path is the lasso itself: its certificate says so', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0, max: 1.2, noNaN: true }), (seed, share) => {
      const { X, y } = dataOf(seed)
      const path = lassoPath(X, y)
      const lambda = share * path.lambdas[0]
      const { coefficients, intercept } = pathAt(path, lambda)
      const fit = lasso(X, y, lambda)
      const scale = y.reduce((sum, value) => sum + value * value, 0) / (2 * y.length)
      const { dualityGap } = certificateOf(X, y, coefficients, lambda, 1)
      expect(dualityGap).toBeLessThan(1e-10 * scale)
      expectClose(coefficients, fit.coefficients, 1e-6)
      expect(intercept).toBeCloseTo(fit.intercept, 6)
    }),
    { seed: SEED, numRuns: 50 },
  )
})

test('a point of a grid is its fit, and between two λ their mean at the middle', () => {
  const { X, y } = dataOf(5)
  const { fits, ...rest } = elasticNetPath(X, y, [0.1, 0.3, 0.2], 0.5)
  const path = { fits, ...rest }
  expect(pathAt(path, 0.3).coefficients).toEqual(fits[1].coefficients)
  const middle = fits[0].coefficients.map((w, j) => (w + fits[2].coefficients[j]) / 2)
  expectClose(pathAt(path, (0.1 + 0.2) / 2).coefficients, middle, 1e-14)
  expect(() => pathAt(path, 0.31)).toThrow('lambda is 0.31; expected a number from 0.1 to 0.3')
  expect(() => pathAt(path, 0.05)).toThrow('lambda is 0.05; expected a number from 0.1 to 0.3')
})

test('the names of features reach the coefficients of every model', () => {
  const { X, y } = dataOf(2)
  const features = ['a', 'b', 'c', 'd']
  const labels = y.map((value) => (value > 0 ? 1 : 0))
  const models = [
    lasso(X, y, 0.1, { features }),
    leastSquares(X, y, { features }),
    lassoPath(X, y, { features }).at(0.1),
    pathAt(ridgePath(X, y, [0.2, 0.1], { features }), 0.15),
    logisticRegression(X, labels, 0.1, 1, { features }),
  ]
  for (const model of models) {
    expect(Object.keys(coefficientsByName(model))).toEqual(features)
    expect(Object.values(coefficientsByName(model))).toEqual([...model.coefficients])
  }
  expect(() => lasso(X, y, 1, { features: ['a'] })).toThrow('features has 1 names; expected 4')
  const twice = 'features[2] repeats "a"; expected a different name for each column of X.'
  expect(() => lasso(X, y, 1, { features: ['a', 'b', 'a', 'd'] })).toThrow(twice)
  const renamed = { ...lasso(X, y, 1), features: ['a', 'b', 'a', 'd'] }
  expect(() => coefficientsByName(renamed)).toThrow(`fit.${twice}`)
  expect(() => coefficientsByName(lasso(X, y, 1))).toThrow('fit.features is null; expected the names') // prettier-ignore
})

/** [what is wrong, the call, the code, what the message names] */
const refusals: [string, () => unknown, string, string][] = [
  ['another number of columns', () => predict({ coefficients: [1], intercept: 0 }, [[1, 2]]), 'length-mismatch', 'X has 2 columns; expected 1'], // prettier-ignore
  ['no intercept', () => predict({ coefficients: [1] } as never, [[1]]), 'not-numeric', 'fit.intercept is undefined'], // prettier-ignore
  ['no coefficients', () => predict({ intercept: 1 } as never, [[1]]), 'not-numeric', 'fit.coefficients is undefined'], // prettier-ignore
  ['an overflow', () => predict({ coefficients: [1e300], intercept: 0 }, [[1e300]]), 'overflow', 'A prediction is too large'], // prettier-ignore
  ['classes of a linear fit', () => predictClasses({ coefficients: [1], intercept: 0 }, [[1]]), 'malformed', 'fit.classes is undefined'], // prettier-ignore
  ['weights all 0', () => rSquared({ coefficients: [1], intercept: 0 }, [[1]], [1], { sampleWeights: [0] }), 'empty', 'all 0'], // prettier-ignore
  ['a y of another length', () => residuals({ coefficients: [1], intercept: 0 }, [[1]], [1, 2]), 'length-mismatch', 'y has 2 values; expected 1'], // prettier-ignore
  ['a path without fits', () => pathAt({ lambdas: [1] } as never, 1), 'malformed', 'path.fits is undefined'], // prettier-ignore
  ['a negative λ', () => pathAt(lassoPath([[1], [2]], [1, 3]), -1), 'out-of-range', 'lambda is -1'],
]

test.each(refusals)('%s is refused', (_, run, code, message) => {
  expect(codeOf(run)).toBe(code)
  expect(run).toThrow(message)
})
