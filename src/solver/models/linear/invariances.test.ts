import { expect, test } from 'vitest'
import { elasticNetPath, lasso, lassoPath, leastSquares, ridge, ridgePath } from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('weight 0 removes a row, weight 2 doubles it', () => {
  const { X, y } = linearProblem(20, 5)
  const weights = y.map((_, i) => i % 3)
  const rows = [...y.keys()].flatMap((i) => Array.from({ length: weights[i] }, () => i))
  const repeated = rows.map((i) => X[i])
  const values = rows.map((i) => y[i])
  const options = { sampleWeights: weights }
  for (const fit of [
    (A: number[][], b: number[], o = {}) => lasso(A, b, 0.1, o),
    (A: number[][], b: number[], o = {}) => ridge(A, b, 0.1, o),
    (A: number[][], b: number[], o = {}) => leastSquares(A, b, o),
  ]) {
    const weighted = fit(X, y, options)
    const plain = fit(repeated, values)
    expectClose(weighted.coefficients, plain.coefficients)
    expect(Math.abs(weighted.intercept - plain.intercept)).toBeLessThan(1e-10)
    expect(Math.abs(weighted.objective - plain.objective)).toBeLessThan(1e-12)
  }
})

test('only the ratios of weights matter, up to where doubles end', () => {
  const { X, y } = linearProblem(12, 3)
  for (const size of [Number.MIN_VALUE, 1e-310, 1e-200, 1e201, Number.MAX_VALUE]) {
    const options = { sampleWeights: y.map(() => size) }
    for (const [weighted, plain] of [
      [lasso(X, y, 0.1, options), lasso(X, y, 0.1)],
      [ridge(X, y, 0.1, options), ridge(X, y, 0.1)],
      [lassoPath(X, y, options).at(0.1), lasso(X, y, 0.1)],
    ]) {
      expect(weighted.converged).toBe(true)
      expectClose(weighted.coefficients, plain.coefficients)
      expect(Math.abs(weighted.intercept - plain.intercept)).toBeLessThan(1e-10)
      expect(Math.abs(weighted.objective - plain.objective)).toBeLessThan(1e-12)
    }
  }
})

test('the order of samples does not matter, and y scaled with λ scales the coefficients', () => {
  const { X, y } = linearProblem(25, 6)
  const fit = lasso(X, y, 0.2).coefficients
  expectClose(lasso([...X].reverse(), [...y].reverse(), 0.2).coefficients, fit)
  const scaled = lasso(
    X,
    y.map((value) => value * 1024),
    0.2 * 1024,
  ).coefficients
  expect([...scaled]).toEqual([...fit].map((w) => w * 1024))
  const columns = lasso(
    X.map((row) => row.map((value) => value * 1e100)),
    y,
    0.2e100,
  ).coefficients
  expectClose(
    columns.map((w) => w * 1e100),
    fit,
  )
})

test('inputs are never changed, and a refit gives the same fit', () => {
  const { X, y } = linearProblem(15, 4)
  const [rows, values] = [X.map((row) => Object.freeze([...row])), Object.freeze([...y])]
  const matrix = {
    rows: 15,
    columns: 4,
    data: Float64Array.from(X[0].flatMap((_, j) => X.map((row) => row[j]))),
  }
  const copy = matrix.data.slice()
  const first = lasso(matrix, values, 0.1)
  expect(lasso(matrix, values, 0.1)).toEqual(first)
  expect(lasso(rows, values, 0.1)).toEqual(first)
  lassoPath(matrix, values)
  ridgePath(matrix, values, [1, 0])
  expect(matrix.data).toEqual(copy)
})

test('from the solution, a warm start takes no further step', () => {
  const { X, y } = linearProblem(40, 10)
  expect(elasticNetPath(X, y, [0.1, 0.1], 1).fits[1].iterations).toBe(0)
  expect(
    elasticNetPath(X, y, [0.1, 0.1], 1, { method: 'coordinate descent' }).fits[1].iterations,
  ).toBe(0)
})
