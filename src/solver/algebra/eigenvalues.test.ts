import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { symmetricEigenvalues } from './eigenvalues.ts'

const entry = fc.oneof(fc.constant(0), fc.double({ min: -5, max: 5, noNaN: true }))
const symmetric = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(entry, { minLength: size * size, maxLength: size * size }).map((values) => ({
    rows: size,
    columns: size,
    data: Float64Array.from(values, (_, k) => {
      const [i, j] = [k % size, Math.floor(k / size)]
      return values[Math.min(i, j) * size + Math.max(i, j)]
    }),
  })),
)

test('a diagonal matrix has its diagonal as eigenvalues, the largest first', () => {
  const data = Float64Array.of(1, 0, 0, 0, -4, 0, 0, 0, 2)
  expect(Array.from(symmetricEigenvalues({ rows: 3, columns: 3, data }))).toEqual([2, 1, -4])
})

test('the second difference matrix has the eigenvalues 2 − 2cos(kπ/(n + 1))', () => {
  const size = 30
  const data = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    data[i * size + i] = 2
    if (i > 0) data[i * size + i - 1] = data[(i - 1) * size + i] = -1
  }
  const given = symmetricEigenvalues({ rows: size, columns: size, data })
  given.forEach((value, k) => {
    expect(value).toBeCloseTo(2 - 2 * Math.cos(((size - k) * Math.PI) / (size + 1)), 13)
  })
})

test('sum, sum of squares and sum of cubes are those of A, A² and A³', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { rows: size, data } = matrix
      const eigenvalues = symmetricEigenvalues(matrix)
      const at = (i: number, j: number) => data[j * size + i]
      let [trace, squares, cubes] = [0, 0, 0]
      for (let i = 0; i < size; i++) {
        trace += at(i, i)
        for (let j = 0; j < size; j++) {
          squares += at(i, j) ** 2
          for (let k = 0; k < size; k++) cubes += at(i, j) * at(j, k) * at(k, i)
        }
      }
      const power = (k: number) => eigenvalues.reduce((sum, value) => sum + value ** k, 0)
      expect(Math.abs(power(1) - trace)).toBeLessThan(1e-11)
      expect(Math.abs(power(2) - squares)).toBeLessThan(1e-10 * (1 + squares))
      expect(Math.abs(power(3) - cubes)).toBeLessThan(1e-10 * (1 + squares ** 1.5))
    }),
    { seed: 1019 },
  )
})

test('the eigenvalues scale with the matrix, from 1e-300 to 1e300, and a matrix of zeros has zeros', () => {
  for (const scale of [1e-300, 1e300]) {
    const data = Float64Array.of(2 * scale, scale, scale, 2 * scale)
    const [large, small] = symmetricEigenvalues({ rows: 2, columns: 2, data })
    expect(large / scale).toBeCloseTo(3, 13)
    expect(small / scale).toBeCloseTo(1, 13)
  }
  expect(
    Array.from(symmetricEigenvalues({ rows: 2, columns: 2, data: new Float64Array(4) })),
  ).toEqual([0, 0])
})

test('it ends, and keeps the trace, beside entries of any tiny size', () => {
  const random = seededRandom(5)
  for (let repeat = 0; repeat < 5000; repeat++) {
    const size = 4 + random.integer(5)
    const data = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const value = random.integer(3) * random.normal() * 10 ** (-300 * random.uniform())
        data[i * size + j] = data[j * size + i] = value
      }
    }
    const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const sum = symmetricEigenvalues({ rows: size, columns: size, data }).reduce((a, b) => a + b, 0)
    const trace = data.reduce(
      (total, value, k) => (k % (size + 1) === 0 ? total + value : total),
      0,
    )
    expect(Math.abs(sum - trace)).toBeLessThanOrEqual(1e-13 * largest)
  }
})

test('what is no number ends in an error, not in an endless loop', () => {
  const data = Float64Array.of(1, NaN, NaN, 1)
  expect(() => symmetricEigenvalues({ rows: 2, columns: 2, data })).toThrow(/cannot be found/)
})
