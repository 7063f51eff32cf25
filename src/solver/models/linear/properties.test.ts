import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  certificateOf,
  elasticNet,
  elasticNetPath,
  lasso,
  lassoPath,
  ridge,
  ridgePath,
  ShrinkageError,
  type Fit,
  type FitOptions,
} from 'shrinkage'
import { norm2 } from '../../algebra/norms.ts'
import { cases } from '../../testing/cases.ts'
import { build, recipe, type Recipe } from '../../testing/degenerateProblem.ts'
import { relativeGap } from '../../testing/linearGap.ts'
import { exactExcess } from '../../testing/referee/exactLinear.ts'

/** The only silence that is allowed is that of a certified answer, and the certificate must bear being worked out anew. */
function expectCertified(fit: Fit, X: number[][], y: number[], options: FitOptions): void {
  expect(fit.converged, `${fit.method} ${fit.notes} gap ${fit.dualityGap}`).toBe(true)
  if (relativeGap(X, y, fit, options) <= 1.1e-10) return
  // Worked out in doubles the gap may be rounding, so exact arithmetic decides.
  const question = { X, y, lambda: fit.lambda, rho: fit.rho, options }
  expect(exactExcess(question, fit.coefficients, fit.intercept)).toBeLessThanOrEqual(1.1e-10)
}

/** The same where columns are so far apart in scale that the plain test would overflow: no worse than no model. */
function expectUseful(fit: Fit, X: number[][], y: number[], options: FitOptions): void {
  expect(fit.converged, `${fit.method} ${fit.notes} gap ${fit.dualityGap}`).toBe(true)
  const weights = Array.from(options.sampleWeights ?? y.map(() => 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const size = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  const mean = options.intercept
    ? y.reduce((sum, value, i) => sum + (weights[i] * value) / size, 0) / total
    : 0
  const loss = (predict: (i: number) => number): number =>
    y.reduce((sum, value, i) => sum + weights[i] * (value / size - predict(i)) ** 2, 0) /
    (2 * total)
  const zero = loss(() => mean)
  expect(fit.dualityGap / size / size).toBeLessThanOrEqual(1e-10 * zero * (1 + 1e-9) + 1e-31)
  const predicted = (i: number): number =>
    (fit.intercept + fit.coefficients.reduce((sum, w, j) => sum + w * X[i][j], 0)) / size
  expect(loss(predicted)).toBeLessThanOrEqual(zero * (1 + 1e-9) + 1e-25)
}

test('every fit of random and degenerate problems is certified, or refused where doubles end', () => {
  let refused = 0
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = build(r)
      try {
        const path = lassoPath(X, y, options)
        const lambda = r.share * path.knots[0].lambda
        const expectGood = r.wild ? expectUseful : expectCertified
        expectGood(path.at(lambda), X, y, options)
        expectGood(elasticNet(X, y, lambda, r.rho, options), X, y, options)
      } catch (error) {
        // Columns of 1e±150 beside each other can ask for a coefficient that no double holds.
        if (!(r.wild && error instanceof ShrinkageError && error.code === 'overflow')) throw error
        refused++
      }
    }),
    { numRuns: cases(300, 2000), seed: 20260 },
  )
  expect(refused).toBeLessThan(100)
}, 60_000)

test('warm-started paths are certified at every λ', () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = build({ ...r, wild: false })
      const top = lassoPath(X, y, options).knots[0].lambda
      const lambdas = [1, 0.3, 0.1, 0.03, 0.01].map((share) => share * top)
      for (const fit of elasticNetPath(X, y, lambdas, r.rho, options).fits) {
        expectCertified(fit, X, y, options)
      }
      for (const fit of ridgePath(X, y, lambdas, options).fits) expectCertified(fit, X, y, options)
    }),
    { numRuns: cases(100, 300), seed: 20261 },
  )
}, 60_000)

test('nothing is silent on columns that doubles hardly tell apart: what is not certified says so', () => {
  let uncertified = 0
  const distances = fc.constantFrom(1e-6, 1e-8, 1e-10, 1e-12, 1e-14)
  fc.assert(
    fc.property(recipe, distances, fc.constantFrom(1, 1e-4, 1e-8, 1e-12), (r, near, factor) => {
      const { X, y, options } = build({ ...r, near, wild: false, exponentX: 0, exponentY: 0 })
      const top = lassoPath(X, y, options).knots[0].lambda
      const lambda = factor * r.share * top
      for (const rho of [1, r.rho]) {
        const fit = elasticNet(X, y, lambda, rho, { ...options, maxIterations: 100 })
        const zero = certificateOf(
          X,
          y,
          X[0].map(() => 0),
          lambda,
          rho,
          options,
        ).objective
        expect(fit.converged).toBe(fit.dualityGap <= 1e-10 * zero)
        if (fit.converged) continue
        uncertified++
        expect(fit.notes.at(-1)).toMatch(/duality gap was not reached/)
      }
    }),
    { numRuns: cases(100, 500), seed: 20265 },
  )
  expect(uncertified).toBeGreaterThan(0)
}, 60_000)

/** A well-posed problem of the recipe: agreement of coefficients needs one solution, and not a flat one. */
function buildTame(r: Recipe, rows: number, columns: number) {
  const [ties, wild, duplicates, zeros, sums] = [false, false, false, false, false]
  const plain = { near: 0, ties, wild, duplicates, zeros, sums, exponentX: 0, exponentY: 0 }
  const problem = build({ ...r, ...plain, rows, columns })
  // More features than samples have one solution if all are penalized.
  return rows > columns
    ? problem
    : { ...problem, options: { ...problem.options, penaltyFactors: undefined } }
}

/** The features of a design, each with as much of a common one as makes them correlated by about a half. */
function correlated(X: number[][]): number[][] {
  return X.map((row) => row.map((value) => value + row[0]))
}

test('exact path, active set and coordinate descent agree to 1e-9, for n > p, p > n and correlated features', () => {
  let compared = 0
  fc.assert(
    fc.property(recipe, fc.boolean(), (r, wide) => {
      const {
        X: plain,
        y,
        options,
      } = wide ? buildTame(r, 10, 20) : buildTame(r, r.rows + 30, Math.min(r.columns, 8))
      for (const X of [plain, correlated(plain)]) {
        const path = lassoPath(X, y, options)
        const lambda = Math.max(r.share, 0.1) * path.knots[0].lambda
        if (lambda === 0) return
        compared++
        const exact = path.at(lambda).coefficients
        const active = lasso(X, y, lambda, options).coefficients
        // Down to rounding: where nothing is penalized, an error of 1e-9 is one of 1e-18 in the objective.
        const wanted = { method: 'coordinate descent', tolerance: 1e-20 } as const
        const descent = lasso(X, y, lambda, { ...options, ...wanted })
        const none = X[0].map(() => 0)
        const zero = certificateOf(X, y, none, lambda, 1, options).objective
        expect(descent.dualityGap).toBeLessThan(1e-13 * zero)
        exact.forEach((w, j) => {
          expect(Math.abs(w - descent.coefficients[j])).toBeLessThan(1e-9)
          expect(Math.abs(w - active[j])).toBeLessThan(1e-9)
        })
      }
    }),
    { numRuns: 200, seed: 20262 },
  )
  expect(compared).toBeGreaterThan(300)
}, 60_000)

test('elastic net with ρ = 1 is the lasso and with ρ = 0 is ridge, by other methods', () => {
  let compared = 0
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = buildTame(r, r.rows + 10, Math.min(r.columns, 8))
      const exactPath = lassoPath(X, y, options)
      const lambda = Math.min(0.9, r.share) * exactPath.knots[0].lambda
      if (lambda === 0) return
      compared++
      const close = (one: Fit, other: Fit, tolerance: number): void => {
        const scale = 1 + norm2(one.coefficients)
        one.coefficients.forEach((w, j) => {
          expect(Math.abs(w - other.coefficients[j])).toBeLessThan(tolerance * scale)
        })
      }
      const path = exactPath.at(lambda)
      close(elasticNet(X, y, lambda, 1, options), path, 1e-9)
      close(elasticNet(X, y, lambda, 1 - 1e-9, options), path, 1e-6)

      const smooth = ridge(X, y, lambda, options)
      const descent = { ...options, method: 'coordinate descent', tolerance: 1e-20 } as const
      close(elasticNet(X, y, lambda, 0, descent), smooth, 1e-9)
      close(elasticNet(X, y, lambda, 1e-9, options), smooth, 1e-6)
    }),
    { numRuns: 200, seed: 20263 },
  )
  expect(compared).toBeGreaterThan(150)
})
