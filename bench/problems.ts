import { readFileSync } from 'node:fs'
import { readNumericTable, seededRandom, splitTarget, type Matrix } from '../src/solver/index.ts'

/** A problem to be timed: centred data, and the strengths to solve it at. */
export interface Problem {
  name: string
  kind: 'lasso' | 'group' | 'ridge'
  X: Matrix
  y: Float64Array
  /** Falling strengths, in units of Xᵀy/n. */
  lambdas: Float64Array
  /** Features in a group: as many in each, neighbours in X; 1 but for a group lasso. */
  groupSize: number
  /** How much faster than the fastest reference the solver means to be, as goals; plain and with SIMD kernels. */
  goal: { plain?: number; simd?: number }
}

/** The problems of the benchmark whose names hold a word, the same in each run. */
export function problems(word = ''): Problem[] {
  return Object.entries(recipes)
    .filter(([name]) => name.includes(word))
    .map(([name, make]) => make(name))
}

const recipes: Record<string, (name: string) => Problem> = {
  'diabetes 442×10': (name) => lasso(name, diabetes(), { plain: 20, simd: 1.2 }),
  'teaching 50×8': (name) =>
    lasso(name, sparse({ n: 50, p: 8, relevant: 3, correlation: 0.5, seed: 1 }), {
      plain: 40,
      simd: 1.2,
    }),
  'tall 5000×200': (name) =>
    lasso(name, sparse({ n: 5000, p: 200, relevant: 20, correlation: 0, seed: 2 }), { simd: 1.2 }),
  'large 10000×1000': (name) => {
    const data = sparse({ n: 10_000, p: 1000, relevant: 10, correlation: 0, seed: 7 })
    return lasso(name, data, { simd: 1.2 }, 1000)
  },
  'gaussian 200×2000': (name) =>
    lasso(name, sparse({ n: 200, p: 2000, relevant: 20, correlation: 0, seed: 3 }), {
      plain: 1.5,
      simd: 2.5,
    }),
  'correlated 1000×5000': (name) =>
    lasso(name, sparse({ n: 1000, p: 5000, relevant: 50, correlation: 0.5, seed: 4 }), {
      plain: 2,
      simd: 4,
    }),
  'single 500×1000': (name) =>
    single(name, sparse({ n: 500, p: 1000, relevant: 20, correlation: 0, seed: 5 }), {
      plain: 2,
      simd: 4,
    }),
  'group 500×100': (name) =>
    group(name, sparse({ n: 500, p: 100, relevant: 20, correlation: 0.5, seed: 8 }), 5),
  'ridge 1000×500': (name) =>
    ridge(name, sparse({ n: 1000, p: 500, relevant: 50, correlation: 0, seed: 6 }), { simd: 1.2 }),
}

interface Data {
  X: Matrix
  y: Float64Array
}

type Goal = Problem['goal']

function lasso(name: string, data: Data, goal: Goal, span = 100): Problem {
  const top = largestCorrelation(data, 1)
  const lambdas = geometric(top, top / span, 100)
  return { name, kind: 'lasso', ...data, lambdas, groupSize: 1, goal }
}

function single(name: string, data: Data, goal: Goal): Problem {
  const lambdas = Float64Array.of(largestCorrelation(data, 1) / 10)
  return { name, kind: 'lasso', ...data, lambdas, groupSize: 1, goal }
}

function group(name: string, data: Data, groupSize: number): Problem {
  const top = largestCorrelation(data, groupSize) / Math.sqrt(groupSize)
  const lambdas = geometric(top, top / 100, 100)
  return { name, kind: 'group', ...data, lambdas, groupSize, goal: {} }
}

function ridge(name: string, data: Data, goal: Goal): Problem {
  return { name, kind: 'ridge', ...data, lambdas: geometric(10, 1e-3, 100), groupSize: 1, goal }
}

function diabetes(): Data {
  const text = readFileSync(new URL('../content/data/diabetes.csv', import.meta.url), 'utf8')
  const { X, y, features } = splitTarget(readNumericTable(text), 'target')
  const data = new Float64Array(X.length * features.length)
  X.forEach((row, i) => row.forEach((value, j) => (data[j * X.length + i] = value)))
  return centred({ rows: X.length, columns: features.length, data }, y, true)
}

interface Shape {
  n: number
  p: number
  relevant: number
  correlation: number
  seed: number
}

/** Gaussian features, each two with the same correlation; alternating weights of size 1 on the first ones; noise 1. */
export function sparse({ n, p, relevant, correlation, seed }: Shape): Data {
  const random = seededRandom(seed)
  const data = new Float64Array(n * p)
  const common = Float64Array.from({ length: n }, () => random.normal())
  const y = Float64Array.from({ length: n }, () => random.normal())
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)]
  for (let j = 0; j < p; j++) {
    const weight = j < relevant ? (j % 2 ? -1 : 1) : 0
    for (let i = 0; i < n; i++) {
      const value = shared * common[i] + own * random.normal()
      data[j * n + i] = value
      y[i] += weight * value
    }
  }
  return centred({ rows: n, columns: p, data }, y, false)
}

function centred(X: Matrix, y: Float64Array, standardized: boolean): Data {
  const columns = Array.from({ length: X.columns }, (_, j) =>
    X.data.subarray(j * X.rows, (j + 1) * X.rows),
  )
  for (const column of [...columns, y]) {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    for (let i = 0; i < column.length; i++) column[i] -= mean
  }
  if (standardized) {
    for (const column of columns) {
      const deviation = Math.sqrt(column.reduce((sum, v) => sum + v * v, 0) / column.length)
      for (let i = 0; i < column.length; i++) column[i] /= deviation
    }
  }
  return { X, y }
}

/** The largest length of Xᵀy/n over groups of neighbours. */
function largestCorrelation({ X, y }: Data, groupSize: number): number {
  const most = new Float64Array(X.columns / groupSize)
  for (let j = 0; j < X.columns; j++) {
    let sum = 0
    for (let i = 0; i < X.rows; i++) sum += X.data[j * X.rows + i] * y[i]
    most[Math.floor(j / groupSize)] += sum * sum
  }
  return Math.sqrt(Math.max(...most)) / X.rows
}

function geometric(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)))
}
