import { expect, test } from 'vitest'
import { simulateRegression } from 'shrinkage'

const correlationOf = (a: number[], b: number[]) => {
  const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = (u: number[], v: number[]) =>
    mean(u.map((x, i) => (x - (u === a ? meanA : meanB)) * (v[i] - (v === a ? meanA : meanB))))
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

test('without noise y is exactly X times the true coefficients', () => {
  const { X, y, coefficients } = simulateRegression({ n: 20, p: 6, relevant: 4, noise: 0, seed: 3 })
  X.forEach((row, i) => {
    expect(y[i]).toBe(row.reduce((sum, value, j) => sum + value * coefficients[j], 0))
  })
})

test('as many coefficients as asked differ from 0, and they come first', () => {
  for (const relevant of [0, 1, 5]) {
    const { coefficients } = simulateRegression({ n: 3, p: 5, relevant, seed: 1 })
    expect(Array.from(coefficients, (w) => w !== 0)).toEqual(
      Array.from({ length: 5 }, (_, j) => j < relevant),
    )
  }
})

test('every two features have the correlation asked for, and each has deviation 1', () => {
  for (const correlation of [0, 0.5, 0.9]) {
    const { X } = simulateRegression({ n: 5000, p: 4, relevant: 1, correlation, seed: 2 })
    const column = (j: number) => X.map((row) => row[j])
    for (const [a, b] of [
      [0, 1],
      [1, 3],
      [0, 2],
    ]) {
      expect(Math.abs(correlationOf(column(a), column(b)) - correlation)).toBeLessThan(0.05)
    }
    const square = column(0).reduce((sum, x) => sum + x * x, 0) / X.length
    expect(Math.abs(square - 1)).toBeLessThan(0.08)
  }
})

test('the noise has the deviation asked for', () => {
  const { X, y, coefficients } = simulateRegression({
    n: 5000,
    p: 3,
    relevant: 2,
    noise: 2,
    seed: 4,
  })
  const rest = X.map((row, i) => y[i] - row.reduce((sum, x, j) => sum + x * coefficients[j], 0))
  const deviation = Math.sqrt(rest.reduce((sum, r) => sum + r * r, 0) / rest.length)
  expect(Math.abs(deviation - 2)).toBeLessThan(0.1)
})

test('the same seed gives the same data, another seed gives other data', () => {
  const make = (seed: number) => simulateRegression({ n: 5, p: 2, relevant: 1, seed })
  expect(make(1)).toEqual(make(1))
  expect(make(1)).not.toEqual(make(2))
})

test('numbers out of range are refused by name', () => {
  const good = { n: 5, p: 2, relevant: 1, seed: 1 }
  expect(() => simulateRegression({ ...good, n: 0 })).toThrow('n is 0')
  expect(() => simulateRegression({ ...good, p: 1.5 })).toThrow('p is 1.5; expected a whole number')
  expect(() => simulateRegression({ ...good, relevant: 3 })).toThrow('only p = 2 features')
  expect(() => simulateRegression({ ...good, correlation: -0.1 })).toThrow('correlation is -0.1')
  expect(() => simulateRegression({ ...good, noise: -1 })).toThrow('noise is -1')
})
