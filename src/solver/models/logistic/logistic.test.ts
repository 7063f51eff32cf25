import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  logisticLambdaMax,
  logisticPath,
  logisticRegression,
  seededRandom,
  ShrinkageError,
} from 'shrinkage'
import type { Fit, FitOptions } from 'shrinkage'
import { build, recipe as degenerate } from '../../testing/degenerateProblem.ts'

function problem(
  seed: number,
  n: number,
  p: number,
  noise: number,
): { X: number[][]; y: number[] } {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()))
  const y = X.map((row) => (row[0] + noise * random.normal() > 0 ? 1 : 0))
  y[0] = 0
  y[1] = 1
  return { X, y }
}

const recipe = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  n: fc.integer({ min: 2, max: 30 }),
  p: fc.integer({ min: 1, max: 25 }),
  noise: fc.constantFrom(0, 1, 3),
  rho: fc.constantFrom(1, 0.5, 0),
  duplicates: fc.boolean(),
  exponent: fc.integer({ min: -100, max: 100 }),
  intercept: fc.boolean(),
  nonNegative: fc.boolean(),
})

test('every path is certified and finite, separable classes, duplicates and scales included', () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y } = problem(r.seed, r.n, r.p, r.noise)
      for (const row of X) {
        if (r.duplicates) for (let j = 1; j < r.p; j += 2) row[j] = row[j - 1]
        row.forEach((_, j) => (row[j] *= 10 ** r.exponent))
      }
      const options = { intercept: r.intercept, nonNegative: r.nonNegative }
      const top = logisticLambdaMax(X, y, { intercept: r.intercept })
      // Ridge takes λ in the square of the units of X.
      const unit = r.rho === 0 ? 10 ** r.exponent : 1
      const lambdas = [1.01, 0.3, 0.03, 0.003].map((share) => share * top * unit)
      for (const fit of logisticPath(X, y, lambdas, r.rho, options).fits) {
        expect(fit.converged, `${fit.notes} ${fit.dualityGap}`).toBe(true)
        expect(fit.dualityGap).toBeLessThan(1e-10)
        expect([...fit.coefficients].every(Number.isFinite)).toBe(true)
      }
    }),
    { numRuns: 200, seed: 7 },
  )
}, 60_000)

test('from λmax on all coefficients are exactly 0 and the intercept is the log-odds', () => {
  const { X, y } = problem(1, 30, 5, 1)
  const top = logisticLambdaMax(X, y)
  const share = y.reduce((sum, value) => sum + value, 0) / 30
  const fit = logisticRegression(X, y, top * 1.0001, 1)
  expect([...fit.coefficients]).toEqual([0, 0, 0, 0, 0])
  expect(fit.intercept).toBeCloseTo(Math.log(share / (1 - share)), 12)
  expect(logisticRegression(X, y, top * 0.99, 1).coefficients.some((w) => w !== 0)).toBe(true)
})

test('the gradient of the loss meets the subdifferential of the penalty', () => {
  const { X, y } = problem(2, 40, 6, 1)
  const [lambda, rho] = [0.05, 0.6]
  const { coefficients, intercept } = logisticRegression(X, y, lambda, rho)
  const left = X.map(
    (row, i) =>
      y[i] - 1 / (1 + Math.exp(-intercept - row.reduce((s, x, j) => s + x * coefficients[j], 0))),
  )
  expect(left.reduce((s, v) => s + v, 0)).toBeCloseTo(0, 9)
  coefficients.forEach((w, j) => {
    const pull = X.reduce((s, row, i) => s + row[j] * left[i], 0) / 40
    if (w === 0) expect(Math.abs(pull)).toBeLessThanOrEqual(lambda * rho + 1e-10)
    else expect(pull).toBeCloseTo(lambda * (rho * Math.sign(w) + (1 - rho) * w), 9)
  })
})

test('weight 0 removes a row, weight 2 doubles it', () => {
  const { X, y } = problem(3, 20, 3, 2)
  const weights = y.map((_, i) => (i < 2 ? 1 : i % 3))
  const rows = [...y.keys()].flatMap((i) => Array.from({ length: weights[i] }, () => i))
  const weighted = logisticRegression(X, y, 0.02, 1, { sampleWeights: weights })
  const plain = logisticRegression(
    rows.map((i) => X[i]),
    rows.map((i) => y[i]),
    0.02,
    1,
  )
  weighted.coefficients.forEach((w, j) => expect(w).toBeCloseTo(plain.coefficients[j], 8))
})

test('separable classes without a penalty: no silence, but a note', () => {
  const fit = logisticRegression([[-2], [-1], [1], [2]], [0, 0, 1, 1], 0, 1, { maxIterations: 20 })
  expect(fit.notes.join()).toMatch(/separated/)
})

test('weight 0 removes a row even if it is the largest by far', () => {
  const X = [[1, 2], [3, 5], [4, 4], [0, 1]] // prettier-ignore
  const y = [1, 0, 1, 0]
  const wanted = logisticRegression(X, y, 0.05, 1)
  const sampleWeights = [1, 1, 1, 1, 0]
  for (const outlier of [1e12, 1e150]) {
    const weighted = [
      [...X, [outlier, 1]],
      [...y, 1],
    ] as const
    const fit = logisticRegression(...weighted, 0.05, 1, { sampleWeights })
    expect(fit.coefficients).toEqual(wanted.coefficients)
    expect(logisticLambdaMax(...weighted, { sampleWeights })).toBe(logisticLambdaMax(X, y))
  }
})

test('classes that unpenalized features separate have no fit: not converged, with a note, if only some rows are separated', () => {
  const separated = [
    logisticRegression([[-2], [0], [0], [2]], [0, 0, 1, 1], 0, 1),
    logisticRegression([[-2], [0], [1e-6], [2]], [0, 0, 1, 1], 0, 1),
    logisticRegression([[-2, 1], [-1, 3], [1, 2], [2, 1]], [0, 0, 1, 1], 0.1, 1, { penaltyFactors: [0, 1] }), // prettier-ignore
    logisticRegression([[-2], [-1], [1], [2]], [0, 0, 1, 1], 0, 1, { nonNegative: true }),
  ]
  for (const { converged, notes } of separated) {
    expect(converged).toBe(false)
    expect(notes.join()).toMatch(/can be separated/)
  }
})

test('classes that nearly separate, or only under a penalty or against a sign, are fitted', () => {
  const { X, y } = problem(5, 300, 4, 0.05)
  const fits = [
    logisticRegression([[-2], [1e-6], [0], [2]], [0, 0, 1, 1], 0, 1),
    logisticRegression([[-2], [1], [-1], [2], [1000]], [0, 0, 1, 1, 1], 0, 1),
    logisticRegression([[-2], [-1], [1], [2]], [0, 0, 1, 1], 1e-9, 1),
    logisticRegression([[2], [1], [-1], [-2]], [0, 0, 1, 1], 0, 1, { nonNegative: true }),
    logisticRegression(X, y, 0, 1),
  ]
  for (const { converged, notes } of fits) {
    expect(converged).toBe(true)
    expect(notes).toEqual([])
  }
})

/** Rows of which two labels are a dummy's alone, beside a strong feature: the dummy's coefficient has no optimum. */
function dummyOfOneClass(seed: number): { X: number[][]; y: number[] } | null {
  const random = seededRandom(seed)
  const X: number[][] = []
  const y: number[] = []
  for (let i = 0; i < 30; i++) {
    const strength = 6 * random.normal()
    const dummy = random.uniform() < 0.25 ? 1 : 0
    X.push([dummy, strength])
    y.push(dummy === 0 && random.uniform() < 1 / (1 + Math.exp(-strength)) ? 1 : 0)
  }
  const others = (label: number) => X.filter(([d], i) => d === 0 && y[i] === label).map((x) => x[1])
  // Without the dummy the classes overlap, so that nothing but the dummy is separated.
  const overlap = Math.min(...others(1)) <= Math.max(...others(0))
  return overlap && X.some(([d]) => d === 1) ? { X, y } : null
}

test('a dummy of one class beside a strong feature is found to have no finite coefficient, every time', () => {
  // By hand: w = (−t, 0) lowers the loss of the last row alone, for all t.
  const small = [[0, 9], [0, -1], [0, -1], [0, 1], [0, -2], [0, -4], [1, -6]] // prettier-ignore
  const sets = Array.from({ length: 200 }, (_, seed) => dummyOfOneClass(seed + 1))
  const cases = [{ X: small, y: [1, 0, 1, 1, 1, 0, 0] }, ...sets.filter((set) => set !== null)]
  expect(cases.length).toBeGreaterThan(100)
  for (const { X, y } of cases) {
    const fit = logisticRegression(X, y, 0, 1)
    expect(fit.converged).toBe(false)
    expect(fit.notes.join()).toMatch(/can be separated/)
  }
})

test('features at a distance of 1e-4 to 1e-10 are told apart: the objective is that of the same span, well conditioned', () => {
  const A = [[0, 0], [2, 2], [-1, 0], [-3, -2], [-2, -2], [2, 2], [0, 1], [3, 0], [-3, 0], [-2, -2], [-3, -1], [-1, 2]] // prettier-ignore
  const y = [1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
  for (let exponent = 14; exponent <= 33; exponent++) {
    // A power of two, so that the second column is exactly a + d·b: the two span what a and b do.
    const d = 2 ** -exponent
    const near = A.map(([a, b]) => [a, a + d * b])
    const best = logisticRegression(A, y, 0, 1)
    const fit = logisticRegression(near, y, 0, 1)
    expect(fit.converged).toBe(true)
    expect(Math.abs(fit.objective - best.objective)).toBeLessThan(1e-6 * d ** -0.2)
    expect(fit.coefficients[1] * d).toBeCloseTo(best.coefficients[1], 4)
  }
})

test('powers of the years 1900 to 1999 are fitted without a penalty: the answer is that of centred years', () => {
  const random = seededRandom(11)
  const years = Array.from({ length: 100 }, (_, i) => 1900 + i)
  for (let k = 0; k < 10; k++) {
    const y = years.map((year) =>
      random.uniform() < 1 / (1 + Math.exp((1950 - year) / 20)) ? 1 : 0,
    )
    const powers = (shift: number, unit: number) =>
      years.map((year) => [1, 2, 3].map((power) => ((year - shift) / unit) ** power))
    const [raw, centred] = [powers(0, 1), powers(1950, 50)].map((X) =>
      logisticRegression(X, y, 0, 1),
    )
    expect(raw.converged && centred.converged).toBe(true)
    expect(raw.objective).toBeCloseTo(centred.objective, 8)
  }
})

test('many more features than rows: certified, no more of them in than rows, and the same as with all in play', () => {
  const { X, y } = problem(21, 40, 800, 1)
  const top = logisticLambdaMax(X, y)
  for (const [rho, share] of [
    [1, 0.3],
    [1, 0.01],
    [0.5, 0.1],
    [0, 0.1],
  ]) {
    // prettier-ignore
    const fit = logisticRegression(X, y, share * top, rho)
    expect(fit.converged).toBe(true)
    const kept = [...fit.coefficients.keys()].filter((j) => fit.coefficients[j] !== 0)
    if (rho === 1) expect(kept.length).toBeLessThanOrEqual(40)
    if (rho === 0) expect(kept.length).toBe(800)
    const given = { sampleWeights: y.map(() => 1), intercept: true }
    expect(kktResidual(X, y, fit, given)).toBeLessThan(1e-8)
  }
})

test('no silence on degenerate data: the optimality conditions, worked out anew, bear out what the fit says', () => {
  let certified = 0
  let unfinished = 0
  const runs = 300
  fc.assert(
    fc.property(degenerate, (r) => {
      // A strong L2 part would leave slopes that cost nothing.
      const scale = r.rho < 1 ? { wild: false, exponentX: 0 } : {}
      const recipe = { ...r, ...scale, rows: r.rows + 1 }
      const { X, y, options } = build(recipe)
      const weights = Array.from(options.sampleWeights ?? y.map(() => 1))
      weights[1] = 1
      const labels = y.map((_, i) => (i < 2 ? i : +(X[i][0] > X[0][0])))
      const lambda = recipe.wild ? r.share : r.share * 10 ** recipe.exponentX
      try {
        const given = { ...options, sampleWeights: weights }
        const fit = logisticRegression(X, labels, lambda, r.rho, given)
        if (fit.converged) {
          certified++
          expect(kktResidual(X, labels, fit, given)).toBeLessThan(1e-4)
        } else if (!/separated/.test(fit.notes.join())) {
          unfinished++
          expect(fit.notes.join()).toMatch(/gap was not reached/)
        }
      } catch (error) {
        if (!(error instanceof ShrinkageError && error.code === 'overflow')) throw error
      }
    }),
    { numRuns: runs, seed: 20265 },
  )
  expect(certified).toBeGreaterThan(runs / 2)
  expect(unfinished).toBeLessThan(runs / 50)
}, 60_000)

/** The largest violation of the optimality conditions, each column divided by its size. */
function kktResidual(
  X: number[][],
  y: number[],
  { coefficients, intercept, lambda, rho }: Fit,
  options: FitOptions,
): number {
  const weights = Array.from(options.sampleWeights!)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const left = y.map((label, i) => {
    const eta = X[i].reduce((sum, x, j) => sum + x * coefficients[j], intercept)
    return (weights[i] / total) * (label - 1 / (1 + Math.exp(-eta)))
  })
  const drift = options.intercept ? Math.abs(left.reduce((sum, value) => sum + value, 0)) : 0
  return X[0].reduce((most, _, j) => {
    const size = X.reduce((top, row, i) => (weights[i] > 0 ? Math.max(top, Math.abs(row[j])) : top), 0) || 1 // prettier-ignore
    const pull = X.reduce((sum, row, i) => sum + (row[j] / size) * left[i], 0)
    const strength = (lambda * (options.penaltyFactors?.[j] ?? 1)) / size
    const w = coefficients[j]
    const slope = pull - strength * (1 - rho) * w
    if (w !== 0) return Math.max(most, Math.abs(slope - strength * rho * Math.sign(w)))
    return Math.max(most, (options.nonNegative ? pull : Math.abs(pull)) - strength * rho)
  }, drift)
}
