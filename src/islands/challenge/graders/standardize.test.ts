import { expect, test } from 'vitest'
import { standardize as standardizer } from 'shrinkage'
import { column, judged, mean, type Rows } from './testing.ts'

type Standardize = (train: Rows, test: Rows) => { train: unknown; test: unknown }

/** Maps training and test rows by the statistics of chosen rows. */
const by =
  ({
    rows = (train: Rows, _: Rows) => train,
    freedom = 0,
    isCentred = true,
    isScaled = true,
  } = {}): Standardize =>
  (train, test) => {
    const from = rows(train, test)
    const maps = train[0].map((_, j) => {
      const values = column(from, j)
      const centre = mean(values)
      const sum = values.reduce((total, value) => total + (value - centre) ** 2, 0)
      const scale = Math.sqrt(sum / (values.length - freedom)) || 1
      return { centre: isCentred ? centre : 0, scale: isScaled ? scale : 1 }
    })
    const map = (part: Rows) =>
      part.map((row) => row.map((value, j) => (value - maps[j].centre) / maps[j].scale))
    return { train: map(train), test: map(test) }
  }

const rowsOf = ({ data, rows, columns }: { data: Float64Array; rows: number; columns: number }) =>
  Array.from({ length: rows }, (_, i) =>
    Float64Array.from({ length: columns }, (_, j) => data[j * rows + i]),
  )

test.each<[string, Standardize]>([
  ['two passes', by()],
  [
    'the standardize of shrinkage',
    (train, test) => {
      const fitted = standardizer(train)
      return { train: rowsOf(fitted.X), test: rowsOf(fitted.apply(test)) }
    },
  ],
  [
    'one pass, by the mean of the squares',
    (train, test) => {
      const maps = train[0].map((_, j) => {
        const [first, second] = [mean(column(train, j)), mean(column(train, j).map((v) => v * v))]
        const variance = second - first ** 2
        return [first, variance < 1e-9 ? 1 : Math.sqrt(variance)]
      })
      const map = (part: Rows) =>
        part.map((row) => row.map((v, j) => (v - maps[j][0]) / maps[j][1]))
      return { train: map(train), test: map(test) }
    },
  ],
])('%s is right', (_, answer) => {
  expect(judged('standardize-training', answer).faults).toEqual([])
})

const all = (train: Rows, test: Rows) => [...train, ...test]

test.each<[string, Standardize, string]>([
  ['statistics of all rows', by({ rows: all }), 'from all rows: the test rows have leaked'],
  ['statistics of all rows, by n − 1', by({ rows: all, freedom: 1 }), 'leak into training; and'],
  [
    'the test rows by themselves',
    (train, test) => ({ train: by()(train, train).train, test: by()(test, test).train }),
    'standardized by their own mean',
  ],
  ['n − 1', by({ freedom: 1 }), 'The squares are divided by n − 1'],
  ['no centring', by({ isCentred: false }), 'but not centred'],
  ['no scaling', by({ isScaled: false }), 'centred, but not divided'],
  [
    'min and max',
    (train, test) => {
      const maps = train[0].map((_, j) => {
        const least = Math.min(...column(train, j))
        return [least, Math.max(...column(train, j)) - least || 1]
      })
      const map = (part: Rows) =>
        part.map((row) => row.map((v, j) => (v - maps[j][0]) / maps[j][1]))
      return { train: map(train), test: map(test) }
    },
    'min-max scaling',
  ],
  ['test rows as they were', (train, test) => ({ ...by()(train, test), test }), 'as they were'],
])('%s fails by name', (_, answer, words) => {
  const { faults } = judged('standardize-training', answer)
  expect(faults[0]).toMatch(
    /^20 and 7 rows: the largest deviation from the training statistics is /,
  )
  expect(faults[0]).toContain(words)
})

test('a constant column that is divided by zero is told', () => {
  const { faults } = judged('standardize-training', (train: Rows, test: Rows) => {
    const { train: a } = by()(train, test) as { train: Rows }
    return {
      ...by()(train, test),
      train: a.map((row, i) => row.map((v, j) => (train[i][j] === 7 ? 0 / 0 : v))),
    }
  })
  expect(faults).toEqual([
    expect.stringContaining('a constant column: train[0][3] is NaN: a division by zero'),
  ])
})

test.each<[string, unknown, string]>([
  [
    'the training rows alone',
    (train: Rows) => train,
    'is an array; expected an object { train, test }.',
  ],
  [
    'rows that are missing',
    (train: Rows) => ({ train, test: [] }),
    'test has length 0; expected an array of 7 rows.',
  ],
  [
    'columns in place of rows',
    (train: Rows, test: Rows) => ({ train: [...train[0]].map((_, j) => column(train, j)), test }),
    'train has length 3; expected an array of 20 rows.',
  ],
])('%s: a clear message', (_, answer, words) => {
  expect(judged('standardize-training', answer).faults[0]).toContain(words)
})
