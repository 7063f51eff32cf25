import { seededRandom } from 'shrinkage'
import { expect, test } from 'vitest'
import { defaults } from '../kit/parameters.ts'
import { cases } from '../../solver/testing/cases.ts'
import { randomState } from '../testing/randomState.ts'
import thresholding from './index.ts'
import { compute, type ThresholdModel } from './model.ts'

const random = seededRandom(29)
const start = defaults(thresholding)
const states = Array.from({ length: cases(80, 200) }, () => randomState(thresholding, random))

test('one weight follows the closed forms, at 200 random states', () => {
  for (const { lambda, weight, curvature: h, rho, ...rest } of states) {
    const { at } = compute({ lambda, weight, curvature: h, rho, ...rest })
    const soft = (t: number) => Math.sign(weight) * Math.max(Math.abs(weight) - t, 0)
    expect(at.lasso).toBeCloseTo(soft(lambda / h), 12)
    expect(at.ridge).toBeCloseTo((h * weight) / (h + lambda), 12)
    expect(at.net).toBeCloseTo((h / (h + lambda * (1 - rho))) * soft((lambda * rho) / h), 12)
    expect(at.hard).toBe(Math.abs(weight) > lambda / h ? weight : 0)
  }
})

test('the graphs pass through the answer of every weight', () => {
  for (const values of states) {
    const { graphs } = compute(values)
    for (const name of ['lasso', 'ridge', 'net'] as const) {
      const corners = graphs[name]
      const below = corners.findLastIndex(([weight]) => weight <= values.weight)
      const [[x0, y0], [x1, y1]] = [
        corners[below],
        corners[Math.min(below + 1, corners.length - 1)],
      ]
      const height = x1 > x0 ? y0 + ((values.weight - x0) / (x1 - x0)) * (y1 - y0) : y0
      expect(height).toBeCloseTo(compute(values).at[name], 12)
    }
  }
})

/** The slope of ½(w − ŵ)ᵀH(w − ŵ) in each of the three weights. */
function slopes({ values: { correlation: r, third } }: ThresholdModel, w: Float64Array) {
  const d = [w[0] - 1.6, w[1] - 1.2, w[2] - third]
  return [d[0] + r * d[2], d[1] + r * d[2], r * d[0] + r * d[1] + d[2]]
}

test('the three weights satisfy the optimality conditions of lasso and ridge', () => {
  for (const values of states) {
    const model = compute(values)
    const { lasso, ridge } = model.now
    slopes(model, ridge.coefficients).forEach((slope, j) =>
      expect(slope).toBeCloseTo(-values.lambda * ridge.coefficients[j], 9),
    )
    slopes(model, lasso.coefficients).forEach((slope, j) => {
      const weight = lasso.coefficients[j]
      if (weight === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(values.lambda + 1e-9)
      else expect(slope).toBeCloseTo(-values.lambda * Math.sign(weight), 9)
    })
  }
})

test('what is said of the third weight’s course is true on a fine grid of λ', () => {
  const seen = new Set<string>()
  for (const values of states) {
    const { correlated } = compute(values)
    const along = Array.from(
      { length: 701 },
      (_, i) => correlated.at(i / 280).lasso.coefficients[2],
    )
    const flips = along.some((weight) => weight * values.third < -1e-9)
    const grows = along.some((weight) => Math.abs(weight) > Math.abs(values.third) + 1e-9)
    // A deviation from ŵ₃ by less than the step of the grid can be missed, never invented.
    if (flips) expect(correlated.course).toBe('flips')
    else if (grows) expect(correlated.course).toBe('grows')
    seen.add(correlated.course)
  }
  expect([...seen].sort()).toEqual(['flips', 'grows', 'shrinks'])
})

test('without correlation, and under ridge’s rule for one weight, nothing grows', () => {
  for (const third of [-0.8, -0.3, 0, 0.6]) {
    expect(compute({ ...start, correlation: 0, third }).correlated.course).toBe('shrinks')
  }
})

test('with all three weights positive, the third grows with λ exactly if 2r > 1', () => {
  for (const correlation of [0.3, 0.45, 0.55, 0.65]) {
    const { correlated } = compute({ ...start, correlation, third: 0.5 })
    const slope = correlated.at(0.01).lasso.coefficients[2] - 0.5
    expect(slope > 0).toBe(2 * correlation > 1)
  }
})

test('the presets show what they are called', () => {
  const courses = thresholding.actions!.map(
    (action) => compute(action.apply(start)).correlated.course,
  )
  expect(courses).toEqual(['grows', 'flips', 'shrinks'])
})

test('moving λ keeps the paths, and moving the weight keeps the graphs', () => {
  const before = compute(start)
  expect(compute({ ...start, lambda: 1.5 }).correlated).toBe(before.correlated)
  const drawn = compute(start).graphs
  expect(compute({ ...start, weight: 1 }).graphs).toBe(drawn)
})
