import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  crossValidate,
  simulateRegression,
  elasticNet,
  lambdaGrid,
  lambdaMax,
  logGrid,
  logisticRegression,
  predictProbabilities,
  standardize,
} from 'shrinkage'
import reference from '../fixtures/selection.json' with { type: 'json' }
import { predict } from '../testing/predict.ts'
import { prostate } from '../testing/prostate.ts'

const seeds = fc.integer({ min: 1, max: 1000 })
const dataOf = (seed: number, p = 4) =>
  simulateRegression({ n: 24, p, relevant: 2, noise: 1, seed })

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
  expect(() => logGrid(1, 2, 5)).toThrow('smallest is 2; expected a number from 0 to 1')
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
  const four = () => crossValidate(X.slice(0, 4), y.slice(0, 4), { lambdas: [1] })
  expect(four).toThrow(
    'folds is 10 by default, but there are only 4 rows; expected a number from 2 to 4',
  )
  expect(run(1)).toThrow('folds is 1; expected a number ≥ 2')
  expect(run([1, 2])).toThrow('folds has 2 values; expected 24')
  expect(run(Array(24).fill(3))).toThrow('All rows are in fold 3')
  expect(run([...Array(23).fill(3), 0.5])).toThrow('folds[23] is 0.5')
  expect(() => crossValidate(X, y, { rho: 2 })).toThrow('rho is 2')
})

test('fits that did not converge are told of, and how many', () => {
  const { X, y } = simulateRegression({ n: 30, p: 10, relevant: 3, correlation: 0.9, seed: 2 })
  const rough = { method: 'coordinate descent', maxIterations: 1 } as const
  const { converged, notes, lambdas } = crossValidate(X, y, { folds: 3, ...rough })
  expect(converged).toBe(false)
  expect(notes).toHaveLength(1)
  expect(notes[0]).toMatch(new RegExp(`^\\d+ of the ${3 * lambdas.length + 2} fits did not reach`))
  const fine = crossValidate(X, y, { folds: 3 })
  expect([fine.converged, fine.notes]).toEqual([true, []])
})

test('the models at both choices are fitted to all rows, with coefficients of X as it is', () => {
  const { X, y } = dataOf(6)
  const scaled = X.map((row) => row.map((x, j) => 10 ** j * x))
  const { minimum, oneStandardError } = crossValidate(scaled, y, { folds: 5, rho: 0.5 })
  for (const { lambda, fit } of [minimum, oneStandardError]) {
    const alone = elasticNet(scaled, y, lambda, 0.5, { standardize: true })
    expect(fit.lambda).toBe(lambda)
    fit.coefficients.forEach((w, j) => expect(w * 10 ** j).toBeCloseTo(alone.coefficients[j] * 10 ** j, 7)) // prettier-ignore
  }
})

test('a weight of 2 is a row twice in its fold, and one of 0 is a row left out', () => {
  const { X, y } = dataOf(8)
  const weights = X.map((_, i) => i % 3)
  const folds = X.map((_, i) => i % 4)
  const repeat = <T>(list: ArrayLike<T>) =>
    Array.from(list).flatMap((value, i) => Array.from({ length: weights[i] }, () => value))
  const lambdas = [0.5, 0.1]
  const weighted = crossValidate(X, y, { lambdas, folds, sampleWeights: weights })
  const repeated = crossValidate(repeat(X), repeat(y), { lambdas, folds: repeat(folds) })
  lambdas.forEach((_, l) => {
    expect(weighted.errors[l]).toBeCloseTo(repeated.errors[l], 7)
    expect(weighted.standardErrors[l]).toBeCloseTo(repeated.standardErrors[l], 7)
  })
})

test('for labels the error is the deviance of the folds, by hand', () => {
  const { X, y } = simulateRegression({ n: 40, p: 3, relevant: 2, noise: 2, seed: 3 })
  const labels = Array.from(y, (value) => (value > 0 ? 'yes' : 'no'))
  const folds = X.map((_, i) => i % 4)
  const lambdas = [0.1, 0.02]
  const given = crossValidate(X, labels, { family: 'logistic', lambdas, folds })
  lambdas.forEach((lambda, l) => {
    let deviance = 0
    for (let fold = 0; fold < 4; fold++) {
      const isTrain = (_: unknown, i: number) => folds[i] !== fold
      const fit = logisticRegression(X.filter(isTrain), labels.filter(isTrain), lambda, 1, { standardize: true }) // prettier-ignore
      predictProbabilities(fit, X).forEach((p, i) => {
        if (folds[i] === fold) deviance -= 2 * Math.log(labels[i] === 'yes' ? p : 1 - p)
      })
    }
    expect(given.errors[l]).toBeCloseTo(deviance / 40, 7)
  })
  expect(given.minimum.fit.classes).toEqual(['no', 'yes'])
  const grid = lambdaGrid(X, labels, { family: 'logistic', standardize: true })
  expect(crossValidate(X, labels, { family: 'logistic', folds }).lambdas).toEqual(grid)
  expect(() => crossValidate(X, labels, { family: 'logistic', method: 'auto' })).toThrow('no option method') // prettier-ignore
  expect(() => crossValidate(X, y, { family: 'poisson' as never })).toThrow('family is the text "poisson"') // prettier-ignore
})

test('without an intercept columns are scaled and not centred: an exact line through the origin is predicted', () => {
  const X = [[10, 1], [11, -1], [12, 2], [13, 0], [14, 1], [15, -2]] // prettier-ignore
  const y = X.map((row) => 5 * row[0])
  const options = { intercept: false, lambdas: [1e-3, 1e-6], folds: [1, 2, 3, 1, 2, 3] }
  const { errors, converged } = crossValidate(X, y, options)
  expect(converged).toBe(true)
  // With x scaled by its deviation s the lasso shrinks w·s by λ/(mean of x²/s²), so the error is of the order of λ²/x².
  // cv.glmnet(x, y, intercept = FALSE, standardize = TRUE) gives 1.8e-8 and 1.8e-14.
  expect(errors[0]).toBeGreaterThan(1e-8)
  expect(errors[0]).toBeLessThan(3e-8)
  expect(errors[1] / errors[0]).toBeCloseTo(1e-6, 8)
})

test('without an intercept, too, cross-validation is the loop by hand, each fold scaled by the others', () => {
  const { X, y } = dataOf(7)
  const lambdas = [0.5, 0.05]
  const given = crossValidate(X, y, { lambdas, folds: 4, seed: 7, intercept: false })
  lambdas.forEach((lambda, l) => {
    let squares = 0
    for (let fold = 0; fold < 4; fold++) {
      const train = X.filter((_, i) => given.folds[i] !== fold)
      const { deviations } = standardize(train)
      const scaled = train.map((row) => row.map((value, j) => value / deviations[j]))
      const response = y.filter((_, i) => given.folds[i] !== fold)
      const { coefficients } = elasticNet(scaled, response, lambda, 1, { intercept: false })
      const w = coefficients.map((value, j) => value / deviations[j])
      X.forEach((row, i) => {
        if (given.folds[i] === fold) squares += (y[i] - predict(row, w, 0)) ** 2
      })
    }
    expect(given.errors[l]).toBeCloseTo(squares / X.length, 10)
  })
})

test('errors beyond doubles are refused, and standard errors keep apart from their squares', () => {
  const X = [[1], [2], [3], [1e200]]
  const options = { folds: [0, 1, 0, 1], lambdas: [0.1], standardize: false }
  expect(() => crossValidate(X, [1, 2, 3, 4], options)).toThrow(/too large for double precision/)
  // Scaling y by 1e80 scales errors and standard errors by 1e160, whose squares no double holds.
  const data = dataOf(3)
  const [plain, large] = [1, 2 ** 266].map(
    (unit) =>
    crossValidate(data.X, data.y.map((value) => value * unit), { lambdas: [0.1 * unit], folds: 3 }), // prettier-ignore
  )
  expect(large.standardErrors[0] / 2 ** 532).toBeCloseTo(plain.standardErrors[0], 12)
})
