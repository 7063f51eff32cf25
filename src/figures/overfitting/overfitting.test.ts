import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import type { Point } from '../kit/figure.ts'
import { defaults, withValues } from '../kit/parameters.ts'
import { drawPoints } from './data.ts'
import { NOISE, truth } from '../kit/sineData.ts'
import { randomState } from '../testing/randomState.ts'
import overfitting from './index.ts'
import { compute, type OverfittingModel, type OverfittingValues } from './model.ts'
import { parameters, strengths } from './parameters.ts'

const start = defaults(overfitting)
const random = seededRandom(41)
const modelOf = (changes: Readonly<Record<string, unknown>>) =>
  compute(withValues(overfitting, start, changes) as OverfittingValues)
const action = (name: string, values = start) =>
  overfitting.actions!.find((candidate) => candidate.name === name)!.apply(values)

/** n points at distinct places, so that no power of x is constant. */
const scatter = (n: number): Point[] =>
  Array.from({ length: n }, (_, i) => [
    -1 + (2 * (i + random.uniform())) / n,
    -1 + 2 * random.uniform(),
  ])

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

/** Columns x, x², … with mean 0 and variance 1, and y with mean 0: the variables of the penalized problem. */
function standardizedPowers(points: readonly Point[], degree: number) {
  const columns = Array.from({ length: degree }, (_, j) => {
    const column = points.map(([x]) => x ** (j + 1))
    const centre = mean(column)
    const deviation = Math.sqrt(mean(column.map((value) => (value - centre) ** 2)))
    return column.map((value) => (value - centre) / deviation)
  })
  const centre = mean(points.map((point) => point[1]))
  return { columns, y: points.map((point) => point[1] - centre) }
}

const valueOf = (coefficients: ArrayLike<number>, x: number) =>
  sum(Array.from(coefficients, (coefficient, j) => coefficient * x ** j))

const gradient = ({ points, fit, values }: OverfittingModel) => {
  const { columns, y } = standardizedPowers(points, values.degree)
  const residual = y.map(
    (value, i) => value - sum(columns.map((column, j) => column[i] * fit.theta[j])),
  )
  return columns.map((column) => mean(column.map((value, i) => value * residual[i])))
}

test('60 random states: the weights meet the optimality conditions of least squares, ridge and lasso', () => {
  for (let i = 0; i < 60; i++) {
    const state = randomState(overfitting, random)
    const model = modelOf({ ...state, points: scatter(6 + random.integer(30)), zero: i % 3 === 0 })
    const { penalty, zero, lambda } = model.values
    gradient(model).forEach((pull, j) => {
      const weight = model.fit.theta[j]
      if (zero) expect(pull).toBeCloseTo(0, 9)
      else if (penalty === 'l2') expect(pull).toBeCloseTo(lambda * weight, 9)
      else if (weight !== 0) expect(Math.abs(pull - lambda * Math.sign(weight))).toBeLessThan(1e-6)
      else expect(Math.abs(pull)).toBeLessThanOrEqual(lambda + 1e-6)
    })
  }
})

test('the curve is that of the weights: coefficients of the powers predict what the standardized ones do', () => {
  for (let i = 0; i < 20; i++) {
    const model = modelOf({ points: scatter(14), degree: 1 + random.integer(9), lambda: 0.001 })
    const { columns, y } = standardizedPowers(model.points, model.values.degree)
    model.points.forEach(([x], k) => {
      const centred = sum(columns.map((column, j) => column[k] * model.fit.theta[j]))
      expect(valueOf(model.fit.polynomial, x)).toBeCloseTo(model.mean + centred, 9)
    })
    const residuals = model.points.map(([x, value]) => value - valueOf(model.fit.polynomial, x))
    expect(model.fit.trainError).toBeCloseTo(mean(residuals.map((r) => r ** 2)), 9)
    expect(y).toHaveLength(14)
  }
})

test('the intercept is not penalized: moving all points up moves the fit up and nothing else', () => {
  const low = scatter(12).map(([x, y]): Point => [x, Math.round(40 * y) / 100 - 0.5])
  const high = low.map(([x, y]): Point => [x, y + 1])
  for (const penalty of ['l1', 'l2']) {
    const [a, b] = [low, high].map((points) => modelOf({ points, penalty, lambda: 0.05 }))
    b.fit.theta.forEach((weight, j) => expect(weight).toBeCloseTo(a.fit.theta[j], 8))
    expect(b.fit.polynomial[0] - a.fit.polynomial[0]).toBeCloseTo(1, 8)
  }
})

test('λ → ∞ leaves the horizontal line at the mean of y', () => {
  for (const penalty of ['l1', 'l2']) {
    const values = action('infinity', withValues(overfitting, start, { penalty }) as typeof start)
    const { fit, mean: centre, points } = compute(values)
    expect(centre).toBeCloseTo(mean(points.map((point) => point[1])), 12)
    for (const x of [-1, -0.3, 0.5, 1]) {
      expect(Math.abs(valueOf(fit.polynomial, x) - centre)).toBeLessThan(0.01)
    }
    if (penalty === 'l1') expect(fit.theta.every((weight) => weight === 0)).toBe(true)
    else expect(fit.theta.every((weight) => weight !== 0)).toBe(true)
  }
})

test('as λ grows, training error grows and ‖θ‖ shrinks', () => {
  for (const penalty of ['l1', 'l2']) {
    const fits = [0, ...strengths.filter((_, i) => i % 7 === 0)].map(
      (lambda) => modelOf({ penalty, zero: lambda === 0, lambda }).fit,
    )
    const size = ({ theta, norm }: (typeof fits)[number]) =>
      penalty === 'l1' ? sum([...theta].map(Math.abs)) : norm
    for (let i = 1; i < fits.length; i++) {
      expect(fits[i].trainError).toBeGreaterThanOrEqual(fits[i - 1].trainError - 1e-10)
      expect(size(fits[i])).toBeLessThanOrEqual(size(fits[i - 1]) + 1e-8)
    }
  }
})

const endsOf = (points: readonly Point[]) => {
  const places = points.map(([x]) => x)
  return [Math.min(...places), Math.max(...places)]
}

test('the largest slope is that of a fine search by differences between the outermost points', () => {
  for (let i = 0; i < 10; i++) {
    const { fit, points } = modelOf({
      points: scatter(20),
      degree: 1 + random.integer(12),
      lambda: 1e-4,
    })
    const [low, high] = endsOf(points)
    let most = 0
    for (let k = 0; k < 20_000; k++) {
      const x = low + ((high - low) * k) / 20_000
      const rise = valueOf(fit.polynomial, x + 1e-4) - valueOf(fit.polynomial, x)
      most = Math.max(most, Math.abs(rise) / 1e-4)
    }
    expect(Math.abs(fit.steepest.slope) / most).toBeGreaterThan(0.995)
    expect(Math.abs(fit.steepest.slope) / most).toBeLessThan(1.005)
  }
})

test('the test error is that of 200,000 new points of the truth between the outermost ones', () => {
  for (const zero of [true, false]) {
    const { fit, points } = modelOf({ zero })
    const [low, high] = endsOf(points)
    const squares = Array.from({ length: 200_000 }, () => {
      const x = low + (high - low) * random.uniform()
      return (valueOf(fit.polynomial, x) - truth(x) - NOISE * random.normal()) ** 2
    })
    expect(Math.abs(fit.testError / mean(squares) - 1)).toBeLessThan(0.03)
  }
})

test('the errors drawn along λ are those of the fits at these λ', () => {
  for (const penalty of ['l1', 'l2']) {
    const { errors } = modelOf({ penalty })
    expect(errors.map(({ lambda }) => lambda)).toEqual(strengths)
    for (const i of [30, 70, 110]) {
      const { fit } = modelOf({ penalty, lambda: strengths[i] })
      expect(errors[i].testError).toBeCloseTo(fit.testError, 7)
      expect(errors[i].trainError).toBeCloseTo(fit.trainError, 7)
    }
  }
})

test('leave-one-out by hand gives the error that ten folds of ten points report', () => {
  const points = scatter(10)
  const { selection } = modelOf({ points, degree: 4 })
  for (const index of [60, 100]) {
    const squares = modelOf({ points }).points.map(([x, y], left) => {
      const others = points.filter((_, i) => i !== left)
      const { fit } = modelOf({ points: others, degree: 4, lambda: strengths[index] })
      return (valueOf(fit.polynomial, x) - y) ** 2
    })
    expect(selection.errors[index]).toBeCloseTo(mean(squares), 8)
  }
})

test('the one-standard-error rule takes the largest λ within one standard error of the smallest error', () => {
  const { lambdas, errors, standardErrors, minimum, oneStandardError } = modelOf({}).selection
  const bound = errors[minimum.index] + standardErrors[minimum.index]
  const within = lambdas.filter((_, i) => errors[i] <= bound)
  expect(oneStandardError.lambda).toBe(Math.max(...within))
  expect(action('one-standard-error').lambda).toBe(oneStandardError.lambda)
  expect(action('cross-validated').lambda).toBe(minimum.lambda)
})

test('the first picture makes the point: the penalty tames the fit, and new points are predicted far better', () => {
  const { fit, free, selection, span } = modelOf({ points: 'wave' })
  expect(fit.lambda).toBeGreaterThan(selection.minimum.lambda / 2)
  expect(fit.lambda).toBeLessThan(selection.minimum.lambda * 2)
  expect(free.norm).toBeGreaterThan(5 * fit.norm)
  expect(free.trainError).toBeLessThan(fit.trainError)
  expect(free.testError).toBeGreaterThan(5 * fit.testError)
  expect(span).toEqual([-1, 1])
})

test('in the first picture the wild curve fails between the points, not at the ends alone', () => {
  const { fit, free } = modelOf({ points: 'wave' })
  const excess = (polynomial: ArrayLike<number>) =>
    mean(
      Array.from({ length: 141 }, (_, i) => -0.7 + i / 100).map(
        (x) => (valueOf(polynomial, x) - truth(x)) ** 2,
      ),
    )
  expect(excess(free.polynomial)).toBeGreaterThan(5 * excess(fit.polynomial))
})

test('the points of the chapters are a draw of the truth, and new ones are another', () => {
  expect(parameters.points.named.wave).toEqual(drawPoints(15, 15))
  const { points } = action('redraw')
  expect(points).toHaveLength(15)
  expect(points).not.toEqual(parameters.points.default)
  expect(action('redraw').points).toEqual(points)
})

test('an outlier pulls the free fit further than the penalized one', () => {
  const moved = action('outlier').points
  const before = modelOf({})
  const after = modelOf({ points: moved })
  const k = moved.findIndex((point, i) => point[1] !== start.points[i][1])
  const [x] = moved[k]
  const pull = (a: OverfittingModel, b: OverfittingModel, of: 'fit' | 'free') =>
    Math.abs(valueOf(a[of].polynomial, x) - valueOf(b[of].polynomial, x))
  expect(pull(before, after, 'free')).toBeGreaterThan(1.5 * pull(before, after, 'fit'))
})

test('moving λ touches neither points, free fit nor cross-validation, and redraws three layers', () => {
  const [before, after] = [modelOf({ lambda: 0.01 }), modelOf({ lambda: 0.02 })]
  const redrawn = overfitting.panels.flatMap((panel) =>
    panel.layers
      .filter((layer) => layer.of(after).some((part, i) => part !== layer.of(before)[i]))
      .map(({ name }) => name),
  )
  expect(redrawn).toEqual(['fit', 'now', 'weights'])
})

test('the sentence says when a line is left, and when the free fit is one of many', () => {
  const said = (changes: Readonly<Record<string, unknown>>) =>
    overfitting.describe(modelOf(changes)).en
  expect(said({ penalty: 'l1', lambda: 1000 })).toMatch(/every weight is exactly 0/i)
  expect(said({ lambda: 1000 })).toMatch(/10 of its 10 weights are not 0/)
  expect(said({ zero: true })).not.toMatch(/of the many/)
  expect(said({ zero: true, points: scatter(6) })).toMatch(/of the many/)
})
