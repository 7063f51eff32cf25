import fc from 'fast-check'
import { expect, test } from 'vitest'
import { polynomialFeatures } from 'shrinkage'
import reference from '../fixtures/poly.json' with { type: 'json' }

const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length
const points = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 15 })

test('the raw basis holds the powers of x, at new points too', () => {
  const { X, evaluate } = polynomialFeatures([1, -2], 4, 'raw')
  expect(X.map((row) => Array.from(row))).toEqual([
    [1, 1, 1, 1],
    [-2, 4, -8, 16],
  ])
  expect(Array.from(evaluate([3])[0])).toEqual([3, 9, 27, 81])
})

test('orthogonal columns have mean 0, mean square 1 and no correlation', () => {
  fc.assert(
    fc.property(points, (x) => {
      const degree = x.length - 1
      const { X } = polynomialFeatures(x, degree, 'orthogonal')
      for (let a = 0; a < degree; a++) {
        expect(mean(X.map((row) => row[a]))).toBeCloseTo(0, 10)
        for (let b = 0; b <= a; b++) {
          expect(mean(X.map((row) => row[a] * row[b]))).toBeCloseTo(a === b ? 1 : 0, 10)
        }
      }
    }),
    { seed: 1006 },
  )
})

test('evaluating at the given points gives X again', () => {
  fc.assert(
    fc.property(points, (x) => {
      const { X, evaluate } = polynomialFeatures(x, x.length - 1, 'orthogonal')
      evaluate(x).forEach((row, i) => row.forEach((value, k) => expect(value).toBe(X[i][k])))
    }),
    { seed: 1007 },
  )
})

test('the k-th orthogonal column is a polynomial of degree k: its k + 1st difference vanishes', () => {
  const { evaluate } = polynomialFeatures([0, 1, 3, 4, 7, 8], 3, 'orthogonal')
  let rows = evaluate([0, 1, 2, 3, 4, 5]).map((row) => Array.from(row))
  for (let degree = 1; degree <= 3; degree++) {
    rows = rows.slice(1).map((row, i) => row.map((value, k) => value - rows[i][k]))
    expect(Math.abs(rows[0][degree - 1])).toBeGreaterThan(1e-3)
    const differences = rows.slice(1).map((row, i) => row[degree - 1] - rows[i][degree - 1])
    for (const difference of differences) expect(difference).toBeCloseTo(0, 10)
  }
})

test("the orthogonal basis is R's poly times √n, on the data and at new points", () => {
  const { X, evaluate } = polynomialFeatures(reference.x, 4, 'orthogonal')
  const root = Math.sqrt(reference.x.length)
  const compare = (rows: Float64Array[], wanted: number[][]) =>
    rows.forEach((row, i) =>
      row.forEach((value, k) => expect(value).toBeCloseTo(root * wanted[i][k], 11)),
    )
  compare(X, reference.basis)
  compare(evaluate(reference.new), reference.atNew)
})

test('x of any scale and place gives the same orthogonal columns', () => {
  const x = [0, 1, 3, 4, 7]
  const { X } = polynomialFeatures(x, 3, 'orthogonal')
  for (const [scale, shift] of [
    [1e-150, 0],
    [1e150, 0],
    [1e-3, 5],
  ]) {
    const moved = polynomialFeatures(
      x.map((value) => scale * value + shift),
      3,
      'orthogonal',
    )
    moved.X.forEach((row, i) => row.forEach((value, k) => expect(value).toBeCloseTo(X[i][k], 9)))
  }
})

test('a degree that the points cannot carry, or a power that overflows, is refused', () => {
  expect(() => polynomialFeatures([1, 2, 2], 2, 'orthogonal')).toThrow(
    'degree is 2, but x has only 2 distinct values',
  )
  expect(() => polynomialFeatures([1, 1e200], 2, 'raw')).toThrow('x[1] = 1e+200 to the power 2')
  expect(() => polynomialFeatures([1, 2], 0, 'raw')).toThrow('degree is 0')
  expect(() => polynomialFeatures([1, NaN], 1, 'raw')).toThrow('x[1] is NaN')
})
