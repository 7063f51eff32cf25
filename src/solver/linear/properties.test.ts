import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
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
import { build, recipe } from '../testing/degenerateProblem.ts'

/** The only silence that is allowed is that of a certified answer. */
function expectCertified(fit: Fit, X: number[][], y: number[], options: FitOptions): void {
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

test('every fit of 2,000 random and degenerate problems is certified, or refused where doubles end', () => {
  let refused = 0
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = build(r)
      try {
        const path = lassoPath(X, y, options)
        const lambda = r.share * path.knots[0].lambda
        expectCertified(path.at(lambda), X, y, options)
        expectCertified(elasticNet(X, y, lambda, r.rho, options), X, y, options)
      } catch (error) {
        // Columns of 1e±150 beside each other can ask for a coefficient that no double holds.
        if (!(r.wild && error instanceof ShrinkageError && error.code === 'overflow')) throw error
        refused++
      }
    }),
    { numRuns: 2000, seed: 20260 },
  )
  expect(refused).toBeLessThan(100)
}, 60_000)

test('warm-started paths are certified at every λ', () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = build({ ...r, wild: false })
      const top = lassoPath(X, y, options).knots[0].lambda
      const lambdas = [1, 0.3, 0.1, 0.03, 0.01].map((share) => share * top)
      for (const fit of elasticNetPath(X, y, r.rho, lambdas, options)) {
        expectCertified(fit, X, y, options)
      }
      for (const fit of ridgePath(X, y, lambdas, options)) expectCertified(fit, X, y, options)
    }),
    { numRuns: 300, seed: 20261 },
  )
}, 60_000)

test('exact path and coordinate descent to a gap of 1e-13 agree to 1e-9', () => {
  fc.assert(
    fc.property(recipe, (r) => {
      // Enough rows for one well-conditioned solution, as agreement of coefficients needs.
      const tame = { ...r, columns: Math.min(r.columns, 8), rows: r.rows + 30 }
      const { X, y, options } = build({
        ...tame,
        ...{
          wild: false,
          duplicates: false,
          zeros: false,
          sums: false,
          exponentX: 0,
          exponentY: 0,
        },
      })
      const path = lassoPath(X, y, options)
      const lambda = r.share * path.knots[0].lambda
      if (lambda === 0) return
      const exact = path.at(lambda).coefficients
      const descent = lasso(X, y, lambda, {
        ...options,
        method: 'coordinate descent',
        tolerance: 1e-20,
      }).coefficients
      const active = lasso(X, y, lambda, options).coefficients
      exact.forEach((w, j) => {
        expect(Math.abs(w - descent[j])).toBeLessThan(1e-9)
        expect(Math.abs(w - active[j])).toBeLessThan(1e-9)
      })
    }),
    { numRuns: 300, seed: 20262 },
  )
}, 60_000)

test('elastic net with ρ = 1 is the lasso and with ρ = 0 is ridge', () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const { X, y, options } = build({ ...r, wild: false, exponentX: 0, exponentY: 0 })
      const lambda = r.share + 0.01
      expect(elasticNet(X, y, lambda, 1, options)).toEqual(lasso(X, y, lambda, options))
      expect(elasticNet(X, y, lambda, 0, options)).toEqual(ridge(X, y, lambda, options))
    }),
    { numRuns: 200, seed: 20263 },
  )
})
