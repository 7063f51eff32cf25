import { readFileSync } from 'node:fs'
import { seededRandom, readNumericTable, splitTarget, type Matrix } from '../../src/solver/index.ts'
import { sparse } from '../problems.ts'

/** A lasso at one λ, for numbers or, if it is logistic, for labels 0 and 1. There is an intercept, without a penalty. */
export interface DefaultsProblem {
  name: string
  kind: 'gaussian' | 'logistic'
  X: Matrix
  y: Float64Array
  lambda: number
}

interface Data {
  X: Matrix
  y: Float64Array
}

/** Ten problems of the kinds that users have, from well-behaved to badly scaled; the same in each run. */
export function defaultsProblems(): DefaultsProblem[] {
  const diabetes = readTable('diabetes', 'target')
  const prostate = standardized(readTable('prostate', 'lpsa', ['train']))
  return [
    at(50, 'diabetes, standardized', standardized(diabetes)),
    at(1000, 'diabetes, in its own units', diabetes),
    at(20, 'prostate', prostate),
    at(10, 'teaching 50×8', sparse({ n: 50, p: 8, relevant: 3, correlation: 0.5, seed: 1 })),
    at(
      100,
      'correlated 200×50',
      sparse({ n: 200, p: 50, relevant: 5, correlation: 0.95, seed: 9 }),
    ),
    at(1000, 'nearly collinear 100×10', nearlyCollinear()),
    at(4, 'wide 100×1000', sparse({ n: 100, p: 1000, relevant: 10, correlation: 0, seed: 11 })),
    at(1000, 'badly scaled 100×10', badlyScaled()),
    at(1e5, 'tiny λ 100×20', sparse({ n: 100, p: 20, relevant: 5, correlation: 0.5, seed: 12 })),
    at(
      20,
      'logistic, prostate',
      { ...prostate, y: prostate.y.map((v) => (v > 2.5 ? 1 : 0)) },
      true,
    ),
  ]
}

/** A problem whose λ is so many times smaller than λmax. */
function at(times: number, name: string, { X, y }: Data, isLogistic = false): DefaultsProblem {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  let most = 0
  for (let j = 0; j < X.columns; j++) {
    let slope = 0
    for (let i = 0; i < X.rows; i++) slope += X.data[j * X.rows + i] * (y[i] - mean)
    most = Math.max(most, Math.abs(slope))
  }
  const kind = isLogistic ? 'logistic' : 'gaussian'
  return { name: `${name}, λmax/${times}`, kind, X, y, lambda: most / X.rows / times }
}

function readTable(name: string, target: string, labels: string[] = []): Data {
  const text = readFileSync(new URL(`../../content/data/${name}.csv`, import.meta.url), 'utf8')
  const { X, y } = splitTarget(readNumericTable(text, { labels }), target)
  const rows = X.length
  const columns = X[0].length
  const data = Float64Array.from(
    { length: rows * columns },
    (_, k) => X[k % rows][Math.floor(k / rows)],
  )
  return { X: { rows, columns, data }, y: Float64Array.from(y) }
}

function standardized({ X, y }: Data): Data {
  return withColumns(X, y, (column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    const deviation = Math.sqrt(
      column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length,
    )
    return column.map((value) => (value - mean) / deviation)
  })
}

/** Each of the last five columns is one of the first five but for a ten thousandth. */
function nearlyCollinear(): Data {
  const random = seededRandom(10)
  const { X, y } = sparse({ n: 100, p: 10, relevant: 3, correlation: 0, seed: 10 })
  const half = X.data.length / 2
  const data = X.data.map((value, k) =>
    k < half ? value : X.data[k - half] + 1e-4 * random.normal(),
  )
  return { X: { ...X, data }, y }
}

/** Columns whose units go from thousandths to thousands. */
function badlyScaled(): Data {
  const { X, y } = sparse({ n: 100, p: 10, relevant: 5, correlation: 0.3, seed: 13 })
  const units = [1, 1e3, 1e-3, 30, 1e-2, 1e-3, 10, 1e2, 1e-1, 1e3]
  return withColumns(X, y, (column, j) => column.map((value) => value * units[j]))
}

function withColumns(
  X: Matrix,
  y: Float64Array,
  change: (column: Float64Array, j: number) => Float64Array,
): Data {
  const data = new Float64Array(X.data.length)
  for (let j = 0; j < X.columns; j++) {
    data.set(change(X.data.subarray(j * X.rows, (j + 1) * X.rows), j), j * X.rows)
  }
  return { X: { ...X, data }, y }
}
