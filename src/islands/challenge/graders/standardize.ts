import { seededRandom } from 'shrinkage'
import type { Text } from '../../../figures/kit/figure.ts'
import { call, fieldsIn, rowsIn } from './answer.ts'
import { rowOf, type Grader } from './grade.ts'
import { columnsOf, mean } from './linear.ts'

const MOST = 1e-10

type Rows = number[][]

/** A map of a column: what is subtracted, and what it is divided by. */
type Map = (column: number[]) => { centre: number; scale: number }

/** The statistics of the course: the squares are divided by n, and a constant column is only centred. */
const population: Map = (column) => {
  const centre = mean(column)
  return { centre, scale: Math.sqrt(mean(column.map((value) => (value - centre) ** 2))) || 1 }
}

/** A wrong answer: which rows the statistics of each part come from, and what to say of it. */
type Mistake = readonly [train: Rows, test: Rows, text: Text]

/** Training and test rows in the units of the training rows alone. */
export const standardizeGrader: Grader = {
  measure: { en: 'largest deviation from the training statistics', zh: '与训练集统计量的最大偏差' },
  grade: (answer) =>
    problems().map(({ on, train, test }) =>
      rowOf(on, MOST, () => {
        const given = call('standardize', answer, train, test)
        const fields = fieldsIn('standardize(train, test)', given, ['train', 'test'])
        const [p, mapped] = [train[0].length, scaled(train, [train, test], population)]
        const scaledTrain = rowsIn('train', fields.train, train.length, p)
        const scaledTest = rowsIn('test', fields.test, test.length, p)
        const far = (a: Rows, b: Rows) => apart(scaledTrain, a) + apart(scaledTest, b)
        const measured = Math.max(apart(scaledTrain, mapped[0]), apart(scaledTest, mapped[1]))
        const mistake = mistakesOn(train, test).find(([a, b]) => far(a, b) < MOST)?.[2]
        return { measured, fault: measured > MOST ? mistake : undefined }
      }),
    ),
}

function mistakesOn(train: Rows, test: Rows): Mistake[] {
  const parts = [train, test]
  const sample: Map = (column) => {
    const { centre, scale } = population(column)
    const n = column.length
    return { centre, scale: n > 1 ? scale * Math.sqrt(n / (n - 1)) : scale }
  }
  const range: Map = (column) => {
    const least = Math.min(...column)
    return { centre: least, scale: Math.max(...column) - least || 1 }
  }
  const [own, all] = [scaled(test, [test], population)[0], [...train, ...test]]
  const right = scaled(train, parts, population)
  const mistake = (text: Text, [a, b]: Rows[]): Mistake => [a, b, text]
  return [
    mistake(
      {
        en: 'Mean and deviation come from all rows: the test rows have leaked into training.',
        zh: '均值和标准差用了全部的行：测试集的信息泄漏进了训练。',
      },
      scaled(all, parts, population),
    ),
    mistake(
      {
        en: 'Mean and deviation come from all rows, so that the test rows leak into training; and the squares are divided by n − 1.',
        zh: '均值和标准差用了全部的行，测试集的信息泄漏进了训练；平方和还除以了 n − 1。',
      },
      scaled(all, parts, sample),
    ),
    mistake(
      {
        en: 'The test rows have been standardized by their own mean and deviation: a single new row would become 0.',
        zh: '测试集用了自己的均值和标准差：照这样，单独来的一行会变成 0。',
      },
      [right[0], own],
    ),
    mistake(
      {
        en: 'The squares are divided by n − 1; this task divides by n.',
        zh: '平方和除以了 n − 1；本题除以 n。',
      },
      scaled(train, parts, sample),
    ),
    mistake(
      {
        en: 'The columns are divided by their deviation, but not centred.',
        zh: '各列除以了标准差，但没有中心化。',
      },
      scaled(train, parts, (column) => ({ ...population(column), centre: 0 })),
    ),
    mistake(
      {
        en: 'The columns are centred, but not divided by their deviation.',
        zh: '各列做了中心化，但没有除以标准差。',
      },
      scaled(train, parts, (column) => ({ ...population(column), scale: 1 })),
    ),
    mistake(
      {
        en: 'The columns go from 0 to 1: that is min-max scaling, not standardizing.',
        zh: '各列缩放到了 0 至 1：那是最小–最大缩放，不是标准化。',
      },
      scaled(train, parts, range),
    ),
    mistake({ en: 'The test rows are as they were.', zh: '测试集没有变换。' }, [right[0], test]),
  ]
}

/** Parts of the data, mapped by the statistics of some rows. */
function scaled(from: Rows, parts: Rows[], map: Map): Rows[] {
  const maps = columnsOf(from).map(map)
  return parts.map((rows) =>
    rows.map((row) => row.map((value, j) => (value - maps[j].centre) / maps[j].scale)),
  )
}

const apart = (a: Rows, b: Rows) =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i][j]))))

function problems(): { on: Text; train: Rows; test: Rows }[] {
  const random = seededRandom(11)
  const rows = (count: number, shift: number) =>
    Array.from({ length: count }, () => [
      shift + random.normal(),
      100 + 20 * random.normal() - 30 * shift,
      random.uniform(),
    ])
  const [train, test] = [rows(20, 0), rows(7, 2)]
  return [
    { on: { en: '20 and 7 rows', zh: '20 行与 7 行' }, train, test },
    { on: { en: 'a single test row', zh: '测试集只有一行' }, train, test: test.slice(0, 1) },
    {
      on: { en: 'a constant column', zh: '有一列是常数' },
      train: train.map((row) => [...row, 7]),
      test: test.map((row) => [...row, 9]),
    },
  ]
}
