import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  groupLambdaMax,
  groupLasso,
  groupLassoPath,
  lasso,
  leastSquares,
  seededRandom,
  ShrinkageError,
  simulateRegression,
} from 'shrinkage'
import { build, recipe } from '../../testing/degenerateProblem.ts'
import { expectClose } from '../../testing/expectClose.ts'
import { groupExcess } from '../../testing/referee/exactGroup.ts'
import { groupLambdaMax as refereeLambdaMax, relativeGroupGap } from '../../testing/groupGap.ts'

const random = seededRandom(3)
const X = Array.from({ length: 40 }, () => Array.from({ length: 6 }, () => random.normal()))
const y = X.map((row) => 1 + 2 * row[0] - row[1] + 0.3 * row[4] + random.normal())
const groups = [0, 0, 1, 1, 2, 2]

test('groups are in or out as a whole, and fewer are in for larger λ', () => {
  let before = 3
  for (const lambda of [0.01, 0.1, 0.3, 1, 3]) {
    const fit = groupLasso(X, y, groups, lambda)
    expect(fit.converged).toBe(true)
    const zero = [...fit.coefficients].map((w) => w === 0)
    for (let j = 0; j < 6; j += 2) expect(zero[j]).toBe(zero[j + 1])
    const inside = zero.filter((out) => !out).length / 2
    expect(inside).toBeLessThanOrEqual(before)
    before = inside
  }
  expect(before).toBe(0)
})

test('a group that is in satisfies X_gᵀr/n = λ√|g|·w_g/‖w_g‖, a group that is out ‖X_gᵀr/n‖ ≤ λ√|g|', () => {
  const lambda = 0.2
  const fit = groupLasso(X, y, groups, lambda, { tolerance: 1e-14 })
  const residual = X.map(
    (row, i) => y[i] - fit.intercept - row.reduce((s, x, j) => s + x * fit.coefficients[j], 0),
  )
  for (let g = 0; g < 3; g++) {
    const members = [2 * g, 2 * g + 1]
    const pull = members.map((j) => X.reduce((s, row, i) => s + row[j] * residual[i], 0) / 40)
    const w = members.map((j) => fit.coefficients[j])
    const bound = lambda * Math.SQRT2
    if (w[0] === 0) expect(Math.hypot(...pull)).toBeLessThanOrEqual(bound)
    else
      members.forEach((_, k) => expect(pull[k]).toBeCloseTo((bound * w[k]) / Math.hypot(...w), 7))
  }
})

test('with groups of one feature it is the lasso, with λ = 0 least squares', () => {
  const tight = { tolerance: 1e-16 }
  const single = groupLasso(X, y, [0, 1, 2, 3, 4, 5], 0.1, tight).coefficients
  lasso(X, y, 0.1).coefficients.forEach((w, j) => expect(single[j]).toBeCloseTo(w, 8))
  const free = groupLasso(X, y, groups, 0, tight).coefficients
  leastSquares(X, y).coefficients.forEach((w, j) => expect(free[j]).toBeCloseTo(w, 7))
})

test('turning the axes within a group does not change what is fitted', () => {
  const [cos, sin] = [Math.cos(1), Math.sin(1)]
  const turned = X.map(([a, b, ...rest]) => [cos * a + sin * b, cos * b - sin * a, ...rest])
  const [fit, other] = [X, turned].map((A) => groupLasso(A, y, groups, 0.3, { tolerance: 1e-15 }))
  expect(other.objective).toBeCloseTo(fit.objective, 12)
  expect(Math.hypot(other.coefficients[0], other.coefficients[1])).toBeCloseTo(
    Math.hypot(fit.coefficients[0], fit.coefficients[1]),
    7,
  )
})

test('sample weights count by their ratios: 1e-30, 1e-200 or 1e200 for every row changes nothing', () => {
  const wanted = groupLasso(X, y, groups, 0.1).coefficients
  for (const weight of [1e-300, 1e-200, 1e-30, 1e200]) {
    const fit = groupLasso(X, y, groups, 0.1, { sampleWeights: y.map(() => weight) })
    expect(fit.converged).toBe(true)
    expectClose(fit.coefficients, wanted, 1e-9)
  }
})

test('columns of wildly different scale are fitted in groups of their own, and refused within one', () => {
  const wild = [[1e170, 2e-170], [2e170, 5e-170], [4e170, 4e-170], [0, 1e-170]] // prettier-ignore
  const target = [1, 2, 4, 3]
  for (const lambda of [0, 1e-180]) {
    const wanted = lasso(wild, target, lambda).coefficients
    groupLasso(wild, target, [0, 1], lambda).coefficients.forEach((w, j) =>
      expect(w / wanted[j]).toBeCloseTo(1, 9),
    )
  }
  expect(() => groupLasso(wild, target, [0, 0], 1e-180)).toThrow(/Column 1 of X spans about 8e-171/)
})

test('correlated groups take tens of passes, more features than rows included', () => {
  const few = simulateRegression({ n: 15, p: 60, relevant: 5, correlation: 0.5, seed: 3 })
  const many = simulateRegression({ n: 60, p: 20, relevant: 5, correlation: 0.95, seed: 3 })
  for (const { X, y } of [few, many]) {
    const fours = X[0].map((_, j) => j >> 2)
    const fit = groupLasso(X, [...y], [...fours], 0.001)
    expect(fit.converged).toBe(true)
    expect(fit.iterations).toBeLessThan(100)
  }
})

test('with more groups in than rows a few passes do, however small λ is', () => {
  const random = seededRandom(5)
  const shapes = [[2, 9, 1], [2, 9, 3], [5, 40, 2], [15, 60, 4]] // prettier-ignore
  for (const [n, p, size] of shapes) {
    const X = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()))
    const y = X.map(() => random.normal())
    const labels = X[0].map((_, j) => Math.floor(j / size))
    const largest = groupLambdaMax(X, y, labels)
    for (const share of [0.1, 1e-3, 1e-5]) {
      const fit = groupLasso(X, y, labels, share * largest)
      expect(fit.converged).toBe(true)
      expect(fit.iterations).toBeLessThan(20)
      const question = { X, y, groups: labels, lambda: fit.lambda, options: {} }
      expect(relativeGroupGap(X, y, labels, fit, { intercept: true })).toBeLessThan(1e-8)
      if (p < 10) expect(groupExcess(question, fit.coefficients, fit.intercept)).toBeLessThan(1e-10)
    }
  }
})

test('where only rounding is left it stops, and says whether the tolerance is met', () => {
  const { X, y } = simulateRegression({ n: 60, p: 20, relevant: 5, correlation: 0.95, seed: 3 })
  const fours = X[0].map((_, j) => j >> 2)
  for (const lambda of [1, 0.1, 0.01, 0.001]) {
    const fit = groupLasso(X, y, fours, lambda, { tolerance: 0 })
    expect(fit.iterations).toBeLessThan(50)
    expect(fit.converged).toBe(fit.dualityGap <= 0)
    expect(fit.notes.length).toBe(fit.converged ? 0 : 1)
    // The rounding error of a correlation, times the coefficients, is part of the bound.
    expect(fit.dualityGap).toBeLessThan(1e-12)
  }
})

test('a penalty without limits leaves no group, without a silent NaN', () => {
  const fit = groupLasso(X, y, groups, 1e308)
  expect([...fit.coefficients]).toEqual([0, 0, 0, 0, 0, 0])
  expect(fit.objective).toBeGreaterThan(0)
})

test('options that it does not have are refused and not ignored', () => {
  for (const option of [{ nonNegative: true }, { penaltyFactors: [1] }, { method: 'auto' }]) {
    expect(() => groupLasso(X, y, groups, 0.1, option as never)).toThrow(/groupLasso has no option/)
  }
})

test('no silence on degenerate data: the duality gap, worked out anew, bears out what the fit says', () => {
  let certified = 0
  let refused = 0
  const runs = 300
  fc.assert(
    fc.property(recipe, (r) => {
      const problem = build({ ...r, options: { ...r.options, nonNegative: false } })
      const labels = problem.X[0].map((_, j) => (j * j) % 4)
      const { intercept, sampleWeights } = problem.options
      const options = { intercept, sampleWeights, maxIterations: 1000 }
      try {
        const lambda = r.share * refereeLambdaMax(problem.X, problem.y, labels, options)
        const fit = groupLasso(problem.X, problem.y, labels, lambda, options)
        if (fit.converged) {
          certified++
          const { X, y } = problem
          const gap = relativeGroupGap(X, y, labels, fit, options)
          if (gap > 1e-9) {
            // The residual proves no more than this; the minimum itself does.
            const question = { X, y, groups: labels, lambda, options }
            expect(groupExcess(question, fit.coefficients, fit.intercept)).toBeLessThan(1e-9)
          }
        } else expect(fit.notes.join()).toMatch(/gap was not reached/)
      } catch (error) {
        // Columns of 1e±150 in one group are beyond doubles.
        if (!(r.wild && error instanceof ShrinkageError && error.code === 'overflow')) throw error
        refused++
      }
    }),
    { numRuns: runs, seed: 20264 },
  )
  expect(certified + refused).toBeGreaterThan(0.98 * runs)
  expect(certified).toBeGreaterThan(runs / 2)
}, 60_000)

test('from λmax on all groups are out, and just below it one is in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.boolean(), (seed, intercept) => {
      const { X, y } = simulateRegression({ n: 15, p: 5, relevant: 3, seed })
      const groups = [0, 0, 1, 1, 1]
      const weights = { sampleWeights: y.map((_, i) => 1 + (i % 3)), intercept }
      const top = groupLambdaMax(X, y, groups, weights)
      const [at, below] = [1 + 1e-12, 0.999].map((share) =>
        groupLasso(X, y, groups, share * top, weights).coefficients.filter((w) => w !== 0),
      )
      expect(at).toHaveLength(0)
      expect(below.length).toBeGreaterThan(1)
    }),
    { seed: 20_261_130, numRuns: 30 },
  )
})

test('a path is its fits one by one, in the order of the λ, down to least squares', () => {
  const { X, y } = simulateRegression({ n: 15, p: 5, relevant: 3, seed: 3 })
  const groups = [0, 0, 1, 1, 1]
  const lambdas = [0.1, 0, 1, 0.5]
  const { fits, lambdas: given } = groupLassoPath(X, y, groups, lambdas)
  expect([...given]).toEqual(lambdas)
  lambdas.forEach((lambda, k) => {
    const single = groupLasso(X, y, groups, lambda)
    expect([fits[k].lambda, fits[k].converged]).toEqual([lambda, true])
    single.coefficients.forEach((w, j) => expect(fits[k].coefficients[j]).toBeCloseTo(w, 4))
    expect(fits[k].objective).toBeCloseTo(single.objective, 9)
  })
  expect(() => groupLassoPath(X, y, groups, [-1])).toThrow(
    'lambdas[0] is -1; expected a number ≥ 0',
  )
  expect(() => groupLambdaMax(X, y, [0])).toThrow('groups has 1 values; expected 5')
})

test('every fit of a path on XᵀX is proven by the data', () => {
  const shapes = [[60, 20], [40, 24], [100, 60]] // prettier-ignore
  for (const [n, p] of shapes) {
    const { X, y } = simulateRegression({ n, p, relevant: 5, correlation: 0.7, seed: n + p })
    const fours = Array.from(X[0], (_, j) => j >> 2)
    const top = groupLambdaMax(X, y, fours)
    const lambdas = [1, 0.5, 0.1, 0.01, 1e-3, 1e-5].map((share) => share * top)
    for (const fit of groupLassoPath(X, y, fours, lambdas).fits) {
      expect(fit.converged).toBe(true)
      expect(relativeGroupGap(X, y, fours, fit, { intercept: true })).toBeLessThan(1e-9)
    }
  }
})

test('columns that XᵀX cannot tell apart are fitted from X', () => {
  const { X, y } = simulateRegression({ n: 30, p: 6, relevant: 3, seed: 9 })
  const near = X.map((row, i) => [...row.slice(0, 4), row[0] + 1e-7 * row[4], 1e6 + i])
  const labels = [0, 0, 1, 1, 0, 1]
  const top = groupLambdaMax(near, y, labels)
  for (const share of [0.1, 1e-3, 1e-6]) {
    const fit = groupLasso(near, y, labels, share * top)
    expect(fit.converged).toBe(true)
    expect(relativeGroupGap(near, y, labels, fit, { intercept: true })).toBeLessThan(1e-9)
  }
})

test('a copy of a group stays out, exactly: its pull is at the bound, where rounding must not take it in', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed)
    const rows = Array.from({ length: 8 }, () => [random.normal(), random.normal()])
    const twins = rows.map(([a, b]) => [a, b, a, b, random.normal()])
    const response = rows.map(() => random.normal())
    for (const lambda of [0.3, 0.03, 0.01]) {
      const { coefficients, dualityGap } = groupLasso(twins, response, [0, 0, 1, 1, 2], lambda)
      expect(dualityGap).toBeGreaterThanOrEqual(0)
      for (const w of coefficients) expect(w === 0 || Math.abs(w) > 1e-9).toBe(true)
    }
  }
})
