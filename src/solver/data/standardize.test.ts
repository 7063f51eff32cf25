import { expect, test } from 'vitest'
import { lasso, seededRandom, ShrinkageError, standardize } from 'shrinkage'

const random = seededRandom(1)
const X = Array.from({ length: 20 }, () => [5 + random.normal(), 100 * random.normal(), 7])

test('columns get mean 0 and deviation 1, by n or by n − 1; a constant column gets 0', () => {
  for (const [deviation, divisor] of [
    ['population', 20],
    ['sample', 19],
  ] as const) {
    const { X: Z } = standardize(X, { deviation })
    for (let j = 0; j < 3; j++) {
      const column = Z.data.subarray(20 * j, 20 * j + 20)
      expect(column.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12)
      const squares = column.reduce((sum, value) => sum + value ** 2, 0)
      expect(squares / divisor).toBeCloseTo(j === 2 ? 0 : 1, 12)
    }
  }
})

test('a model on the standardized columns predicts the same on the original ones', () => {
  const scaled = standardize(X)
  const fit = lasso(
    scaled.X,
    X.map((row) => row[0] - row[1]),
    0.1,
  )
  const { coefficients, intercept } = scaled.toOriginal(fit.coefficients, fit.intercept)
  const other = [
    [6, -3, 7],
    [4, 50, 7],
  ]
  const Z = scaled.apply(other)
  other.forEach((row, i) => {
    const direct = intercept + row.reduce((sum, value, j) => sum + value * coefficients[j], 0)
    const through =
      fit.intercept + row.reduce((sum, _, j) => sum + Z.data[j * 2 + i] * fit.coefficients[j], 0)
    expect(direct).toBeCloseTo(through, 10)
  })
})

test('scales from 1e-150 to 1e150 neither overflow nor vanish', () => {
  for (const size of [1e-150, 1e150]) {
    const { X: Z, deviations } = standardize([[size], [-size]])
    expect([...Z.data]).toEqual([1, -1])
    expect(deviations[0] / size).toBeCloseTo(1, 12)
  }
})

test('other rows with another number of columns are refused', () => {
  expect(() => standardize(X).apply([[1]])).toThrow(ShrinkageError)
})
