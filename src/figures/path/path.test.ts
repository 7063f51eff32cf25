import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { cases } from '../../solver/testing/cases.ts'
import { defaults } from '../kit/parameters.ts'
import { randomState } from '../testing/randomState.ts'
import path from './index.ts'
import { compute, keptBy, stages, type PathModel } from './model.ts'
import { strengths } from './parameters.ts'
import { spread } from './pathPanel.ts'

const random = seededRandom(31)
const start = defaults(path)
await path.load!(start)
await path.load!({ ...start, data: 'prostate' })

function randomModel(): PathModel {
  const values = randomState(path, random)
  return compute(values)
}

const share = ({ values: { penalty, rho } }: PathModel) =>
  ({ lasso: 1, ridge: 0, 'elastic-net': rho })[penalty]

/** Standardized by hand, from the rows of the table. */
function standardized(rows: readonly (readonly number[])[]) {
  const units = rows[0].map((_, j) => {
    const values = rows.map((row) => row[j])
    const mean = values.reduce((a, b) => a + b) / values.length
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
    return [mean, Math.sqrt(variance)]
  })
  return (row: readonly number[]) => row.map((x, j) => (x - units[j][0]) / units[j][1])
}

/** Elastic net by plain coordinate descent until nothing changes; columns need not have variance 1. */
function byDescent(X: number[][], y: ArrayLike<number>, lambda: number, rho: number) {
  const n = X.length
  const w = X[0].map(() => 0)
  const residual = Array.from(y)
  const square = w.map((_, j) => X.reduce((sum, row) => sum + row[j] ** 2, 0) / n)
  for (let sweep = 0, moved = 1; moved > 1e-13 && sweep < 50_000; sweep++) {
    moved = 0
    for (let j = 0; j < w.length; j++) {
      let z = square[j] * w[j]
      for (let i = 0; i < n; i++) z += (X[i][j] * residual[i]) / n
      const soft = Math.sign(z) * Math.max(Math.abs(z) - lambda * rho, 0)
      const next = soft / (square[j] + lambda * (1 - rho))
      const step = next - w[j]
      if (step === 0) continue
      for (let i = 0; i < n; i++) residual[i] -= step * X[i][j]
      w[j] = next
      moved = Math.max(moved, Math.abs(step))
    }
  }
  return w
}

test('at random states the weights are those of plain coordinate descent to 1e-8', () => {
  for (let i = 0; i < cases(10, 40); i++) {
    const model = randomModel()
    const { rows, y } = model.sample
    const X = rows.map(standardized(rows))
    const w = byDescent(X, y, model.now.lambda, share(model))
    w.forEach((weight, j) => expect(model.now.coefficients[j]).toBeCloseTo(weight, 8))
  }
})

test('the cross-validated error is what models of the other folds leave unexplained', () => {
  for (let i = 0; i < cases(3, 6); i++) {
    const model = randomModel()
    const { cv, sample, position, now } = model
    const errors = new Array<number>(10).fill(0)
    const counts = new Array<number>(10).fill(0)
    for (let fold = 0; fold < 10; fold++) {
      const train = [...cv.folds.keys()].filter((row) => cv.folds[row] !== fold)
      const scale = standardized(train.map((row) => sample.rows[row]))
      const mean = train.reduce((sum, row) => sum + sample.y[row], 0) / train.length
      const w = byDescent(
        train.map((row) => scale(sample.rows[row])),
        train.map((row) => sample.y[row] - mean),
        now.lambda,
        share(model),
      )
      cv.folds.forEach((of, row) => {
        if (of !== fold) return
        const fitted = scale(sample.rows[row]).reduce((sum, x, j) => sum + x * w[j], mean)
        errors[fold] += (sample.y[row] - fitted) ** 2
        counts[fold]++
      })
    }
    const n = sample.rows.length
    expect(counts.reduce((a, b) => a + b)).toBe(n)
    expect(cv.errors[position]).toBeCloseTo(errors.reduce((a, b) => a + b) / n, 8)
  }
})

test('the one-standard-error rule takes the largest λ that is within one standard error of the smallest', () => {
  for (let i = 0; i < cases(6, 20); i++) {
    const { errors, standardErrors, lambdas, minimum, oneStandardError } = randomModel().cv
    expect(errors[minimum.index]).toBe(Math.min(...errors))
    const bound = errors[minimum.index] + standardErrors[minimum.index]
    expect(errors[oneStandardError.index]).toBeLessThanOrEqual(bound)
    errors.forEach((error, l) => {
      if (lambdas[l] > oneStandardError.lambda) expect(error).toBeGreaterThan(bound)
    })
  }
})

test('degrees of freedom: all features near λ = 0, and for the lasso the number that is kept', () => {
  for (let i = 0; i < cases(6, 20); i++) {
    const model = randomModel()
    const { path: course, values, sample } = model
    course.df.forEach((df, l) => {
      if (values.penalty === 'lasso') expect(df).toBeCloseTo(keptBy(course.fits[l]), 6)
      else expect(df).toBeLessThan(keptBy(course.fits[l]) + 1e-9)
      if (values.penalty === 'ridge' && l > 0) expect(df).toBeLessThan(course.df[l - 1])
    })
    expect(course.df[0]).toBeGreaterThan(sample.names.length - 1.1)
  }
})

test('only at its corners does a lasso weight enter or leave', () => {
  for (const data of ['diabetes', 'prostate'] as const) {
    const { path: course } = compute({ ...start, data, feature: 'age' })
    expect(course.knots.length).toBeGreaterThan(5)
    const signs = (weights: Float64Array) => [...weights].map(Math.sign).join()
    course.fits.slice(1).forEach((fit, l) => {
      const before = course.fits[l]
      if (signs(before.coefficients) === signs(fit.coefficients)) return
      const between = course.knots.filter(
        ({ lambda }) => lambda >= before.lambda && lambda <= fit.lambda,
      )
      expect(between.length).toBeGreaterThan(0)
    })
  }
})

test('what is said of the followed weight holds at every strength', () => {
  let flipped = 0
  for (let i = 0; i < cases(15, 40); i++) {
    const model = randomModel()
    const along = model.path.fits.map(({ coefficients }) => coefficients[model.followed])
    const said = path.describe(model).en
    const flips = along.some((weight) => weight * along[0] < 0)
    const grows = along.some((weight) => Math.abs(weight) > Math.abs(along[0]))
    expect(said.includes('changes its sign')).toBe(flips)
    expect(said.includes('grows at first')).toBe(grows && !flips)
    if (flips) flipped++
  }
  expect(flipped).toBeGreaterThan(0)
})

test('names are moved apart, in the order of their lines and within the frame', () => {
  const heights = [0.1, 0.11, -0.9, 0.12, 0.95]
  const placed = spread(heights, 0.2, [-1, 1])
  const sorted = [...placed].sort((a, b) => a - b)
  expect([2, 0, 1, 3, 4].map((i) => placed[i])).toEqual(sorted)
  sorted
    .slice(1)
    .forEach((place, i) => expect(place - sorted[i]).toBeGreaterThanOrEqual(0.2 - 1e-12))
  expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1)
  expect(Math.max(...placed)).toBeLessThanOrEqual(1)
})

test('the stages are the parts of the model that take long, so that it finds them done', () => {
  const { values } = randomModel()
  const [coefficients, folds] = stages.map((stage) => stage(values))
  const model = compute(values)
  expect(coefficients).toBe(model.path)
  expect(folds).toBe(model.cv)
})

test('moving λ alone computes no path and no folds again, and redraws only what shows λ', () => {
  const [before, after] = [compute(start), compute({ ...start, lambda: strengths[30] })]
  expect(after.path).toBe(before.path)
  expect(after.cv).toBe(before.cv)
  const redrawn = path.panels.flatMap(({ name, layers }) =>
    layers
      .filter((layer) => layer.of(after).some((part, i) => !Object.is(part, layer.of(before)[i])))
      .map((layer) => `${name} ${layer.name}`),
  )
  expect(redrawn).toEqual(['paths now', 'weights bars', 'error now', 'df now'])
})
