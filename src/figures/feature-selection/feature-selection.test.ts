import { simulateRegression, seededRandom, type Matrix } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults, withValues } from '../kit/parameters.ts'
import { tableOf } from '../kit/tables.ts'
import { cases } from '../../solver/testing/cases.ts'
import { randomState } from '../testing/randomState.ts'
import featureSelection from './index.ts'
import { compute, kept, stages, type SelectionModel, type SelectionValues } from './model.ts'
import { parameters, strengths } from './parameters.ts'

const start = defaults(featureSelection)
const random = seededRandom(31)

async function modelOf(changes: Readonly<Record<string, unknown>>): Promise<SelectionModel> {
  const values = withValues(featureSelection, start, changes) as SelectionValues
  await featureSelection.load?.(values)
  return compute(values)
}

const randomModel = (changes: object = {}) =>
  modelOf({ ...randomState(featureSelection, random), ...changes })

const column = ({ rows, data }: Matrix, j: number) => data.subarray(j * rows, (j + 1) * rows)
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
const meanSquare = (values: ArrayLike<number>) => dot(values, values) / values.length

function residual(X: Matrix, y: Float64Array, w: ArrayLike<number>) {
  const r = y.slice()
  for (let j = 0; j < w.length; j++) column(X, j).forEach((x, i) => (r[i] -= w[j] * x))
  return r
}

/** Plain coordinate descent on standardized columns, until nothing changes in a pass. */
function lassoByDescent(X: Matrix, y: Float64Array, lambda: number) {
  const w = new Float64Array(X.columns)
  const r = y.slice()
  for (let pass = 0; pass < 200_000; pass++) {
    let moved = 0
    for (let j = 0; j < w.length; j++) {
      const x = column(X, j)
      const pull = dot(x, r) / X.rows + w[j]
      const next = Math.sign(pull) * Math.max(0, Math.abs(pull) - lambda)
      const step = next - w[j]
      if (step === 0) continue
      for (let i = 0; i < x.length; i++) r[i] -= step * x[i]
      w[j] = next
      moved = Math.max(moved, Math.abs(step))
    }
    if (moved < 1e-14) break
  }
  return w
}

/** (XᵀX/n + λI)w = Xᵀy/n by Gaussian elimination with pivots. */
function ridgeByElimination(X: Matrix, y: Float64Array, lambda: number) {
  const p = X.columns
  const A = Array.from({ length: p }, (_, j) => {
    const row = Array.from({ length: p }, (_, k) => dot(column(X, j), column(X, k)) / X.rows)
    row[j] += lambda
    return [...row, dot(column(X, j), y) / X.rows]
  })
  for (let k = 0; k < p; k++) {
    let pivot = k
    for (let i = k; i < p; i++) if (Math.abs(A[i][k]) > Math.abs(A[pivot][k])) pivot = i
    ;[A[k], A[pivot]] = [A[pivot], A[k]]
    for (let i = k + 1; i < p; i++) {
      const factor = A[i][k] / A[k][k]
      for (let j = k; j <= p; j++) A[i][j] -= factor * A[k][j]
    }
  }
  const w = new Float64Array(p)
  for (let k = p - 1; k >= 0; k--) {
    w[k] = (A[k][p] - dot(A[k].slice(k + 1, p), w.subarray(k + 1))) / A[k][k]
  }
  return w
}

const farthest = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, j) => Math.max(most, Math.abs(value - b[j])), 0)

const toRows = (values: Float64Array) => Array.from(values, (value) => [value])
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
function varianceOf(values: readonly number[]) {
  const mean = meanOf(values)
  return meanOf(values.map((value) => (value - mean) ** 2))
}

/** New rows, standardized by the means and variances of the columns of `rows`. */
function standardizedLike(rows: readonly ArrayLike<number>[], news: readonly ArrayLike<number>[]) {
  const units = Array.from(rows[0], (_, j) => {
    const values = rows.map((row) => row[j])
    return [meanOf(values), Math.sqrt(varianceOf(values))]
  })
  return news.map((row) => units.map(([mean, deviation], j) => (row[j] - mean) / deviation))
}

/** The mean squared error of a prediction from rows, as a share of the variance of the target. */
function shareLeft(rows: readonly number[][], targets: readonly number[], w: Float64Array) {
  const wrong = targets.map((target, i) => target - dot(w, rows[i]))
  return meanSquare(wrong) / varianceOf(targets)
}

test('random states: the weights are those of plain coordinate descent and of the normal equations to 1e-8', async () => {
  let worst = 0
  for (let i = 0; i < cases(12, 40); i++) {
    const { sample, lasso, ridge } = await randomModel({
      lambda: 10 ** (-1.7 + 2.7 * random.uniform()),
    })
    const { X, y } = sample
    worst = Math.max(
      worst,
      farthest(lasso.coefficients, lassoByDescent(X, y, lasso.lambda)),
      farthest(ridge.coefficients, ridgeByElimination(X, y, ridge.lambda)),
    )
  }
  expect(worst).toBeLessThanOrEqual(1e-8)
})

test('the features said to be kept are those whose weight plain coordinate descent does not put at zero', async () => {
  for (let i = 0; i < cases(7, 20); i++) {
    const { sample, lasso } = await randomModel({ lambda: 0.05 + 0.3 * random.uniform() })
    const w = lassoByDescent(sample.X, sample.y, lasso.lambda)
    let [matter, useless] = [0, 0]
    w.forEach((weight, j) => {
      if (weight === 0) return
      if (j < sample.matter) matter++
      else useless++
    })
    expect(kept(lasso, sample)).toEqual({ matter, useless })
  }
})

test('from λmax on the lasso keeps nothing, and just below it something', async () => {
  for (let i = 0; i < cases(7, 20); i++) {
    const { sample, lassoPath } = await randomModel()
    const { X, y } = sample
    const correlations = Array.from({ length: X.columns }, (_, j) => dot(column(X, j), y) / X.rows)
    const lambdaMax = Math.max(...correlations.map(Math.abs))
    for (const solution of lassoPath.solutions) {
      const { matter, useless } = kept(solution, sample)
      expect(matter + useless > 0).toBe(solution.lambda < lambdaMax)
    }
  }
})

test('the training error is the mean squared residual of the standardized training data', async () => {
  for (let i = 0; i < cases(4, 10); i++) {
    const { sample, lasso, ridge } = await randomModel()
    expect(meanSquare(sample.y)).toBeCloseTo(1, 12)
    for (const { coefficients, trainError } of [lasso, ridge]) {
      const byHand = meanSquare(residual(sample.X, sample.y, coefficients))
      expect(trainError).toBeCloseTo(byHand, 12)
    }
  }
})

test('the true weights leave the noise alone, and no weights leave at least the whole variance', async () => {
  for (let i = 0; i < cases(7, 20); i++) {
    const { sample, lassoPath } = await randomModel({ data: 'made-up' })
    const truth = new Float64Array(sample.X.columns)
    truth.set(sample.truth!.weights)
    expect(sample.testError(new Float64Array(truth.length), 0)).toBeGreaterThanOrEqual(1)
    expect(sample.testError(truth, 0)).toBeGreaterThanOrEqual(sample.truth!.noise)
    for (const { testError } of lassoPath.solutions) {
      expect(testError).toBeGreaterThan(sample.truth!.noise)
    }
  }
})

test('the test error of made-up data is that of 50,000 new samples from the same source', async () => {
  for (const correlation of [0, 0.6]) {
    const source = { n: 40, p: 20, relevant: 4, noise: 2, correlation }
    const { lasso, ridge } = await modelOf({ ...source, seed: 3 })
    const { X, y } = simulateRegression({ ...source, seed: 3 })
    const { X: newX, y: newY } = simulateRegression({ ...source, n: 50_000, seed: 4 })
    const newRows = standardizedLike(X, newX)
    const newTargets = standardizedLike(toRows(y), toRows(newY)).map(([value]) => value)
    for (const { coefficients, testError } of [lasso, ridge]) {
      const byHand = shareLeft(newRows, newTargets, coefficients)
      expect(Math.abs(testError / byHand - 1)).toBeLessThan(0.02)
    }
  }
})

test('the test error of diabetes is that of the patients who did not train', async () => {
  const n = 150
  const { lasso, ridge } = await modelOf({ data: 'diabetes', n, p: 10, seed: 9 })
  const { rows } = tableOf('diabetes')
  const draw = seededRandom(9)
  const order = rows.map((row) => [draw.uniform(), row] as const).sort((a, b) => a[0] - b[0])
  const shuffled = order.map(([, row]) => [...row])
  const standardized = standardizedLike(shuffled.slice(0, n), shuffled.slice(n))
  expect(standardized).toHaveLength(442 - n)
  const targets = standardized.map((row) => row[10])
  for (const { coefficients, testError } of [lasso, ridge]) {
    expect(testError).toBeCloseTo(shareLeft(standardized, targets, coefficients), 12)
  }
})

test('the same seed gives the same data and another seed other data', async () => {
  for (const data of ['made-up', 'diabetes']) {
    const first = await modelOf({ data, seed: 7 })
    const other = await modelOf({ data, seed: 8 })
    const again = await modelOf({ data, seed: 7 })
    expect(again.sample).not.toBe(first.sample)
    expect(again.sample.X.data).toEqual(first.sample.X.data)
    expect(featureSelection.numbers(again)).toEqual(featureSelection.numbers(first))
    expect(other.sample.X.data).not.toEqual(first.sample.X.data)
  }
})

test('moving λ alone computes nothing: data and paths keep their identity, so no path is drawn again', async () => {
  const before = await modelOf({ lambda: 0.1 })
  const after = await modelOf({ lambda: 0.2 })
  for (const panel of featureSelection.panels) {
    expect(panel.x(after).domain).toEqual(panel.x(before).domain)
    expect(panel.y(after).domain).toEqual(panel.y(before).domain)
    const redrawn = panel.layers.filter((layer) =>
      layer.of(after).some((part, i) => part !== layer.of(before)[i]),
    )
    expect(redrawn.map(({ name }) => name)).toEqual(['now'])
  }
})

test('the stages are the parts of the model that take long, so that it finds them done', async () => {
  const { values } = await randomModel()
  const [sample, lasso, ridge] = stages.map((stage) => stage(values))
  const model = compute(values)
  expect(sample).toBe(model.sample)
  expect(lasso).toBe(model.lassoPath)
  expect(ridge).toBe(model.ridgePath)
})

test('the λ called best has the smallest test error of all that the slider can take', async () => {
  const { lassoPath, ridgePath } = await randomModel()
  for (const { best, solutions } of [lassoPath, ridgePath]) {
    expect(solutions.map(({ lambda }) => lambda)).toEqual(strengths)
    for (const { testError } of solutions) expect(testError).toBeGreaterThanOrEqual(best.testError)
  }
  expect([strengths[0], strengths.at(-1)]).toEqual([parameters.lambda.min, parameters.lambda.max])
})
