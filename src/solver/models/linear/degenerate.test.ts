import { expect, test } from 'vitest'
import {
  constrainedLasso,
  constrainedRidge,
  elasticNet,
  groupLasso,
  lambdaMax,
  lasso,
  leastSquares,
  ridge,
  ridgePath,
  seededRandom,
} from 'shrinkage'
import { norm1 } from '../../algebra/norms.ts'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('duplicate columns: the lasso says that it is not unique, ridge splits equally', () => {
  const { X, y } = linearProblem(20, 3)
  const twins = X.map((row) => [...row, row[2]])
  expect(lasso(twins, y, 0.1).notes.join()).toMatch(/not unique/)
  expect(lasso(X, y, 0.1).notes).toEqual([])
  const { coefficients } = ridge(twins, y, 0.1)
  expect(Math.abs(coefficients[2] - coefficients[3])).toBeLessThan(1e-12)
})

test('coordinate descent says that its solution is not unique where the exact methods do', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { X, y } = linearProblem(12, 5 + seed, seed)
    const twins = X.map((row) => [...row, row[0]])
    for (const design of [X, twins]) {
      for (const rho of [1, 0.5]) {
        const [exact, descent] = (['auto', 'coordinate descent'] as const).map((method) =>
          elasticNet(design, y, 0.1, rho, { method }).notes.join(),
        )
        expect(/not unique/.test(descent)).toBe(/not unique/.test(exact))
        if (rho < 1) expect(descent).toBe('')
      }
    }
  }
})

test('λ = 0 with too few rows: the solution of smallest norm, flagged with the rank', () => {
  const { X, y } = linearProblem(4, 9)
  const fit = leastSquares(X, y)
  expect(fit.notes.join()).toMatch(/rank 3 for 9 columns/)
  expectClose(ridge(X, y, 1e-9).coefficients, fit.coefficients, 1e-6)
  expectClose(ridge(X, y, 0).coefficients, fit.coefficients)
  expectClose(lasso(X, y, 0).coefficients, fit.coefficients)
  const centre = X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / 4)
  // Smallest norm means in the span of the centred rows: no part of it can be taken away.
  const rows = X.map((row) => row.map((value, j) => value - centre[j]))
  const inSpan = leastSquares(
    rows[0].map((_, j) => rows.slice(1).map((row) => row[j])),
    [...fit.coefficients],
    { intercept: false },
  )
  expect(inSpan.objective).toBeLessThan(1e-20)
})

test('non-negative fits have no negative coefficient and are optimal among those', () => {
  const { X, y } = linearProblem(30, 8, 9)
  for (const lambda of [0, 0.1]) {
    const fit = lasso(X, y, lambda, { nonNegative: true })
    expect(fit.converged).toBe(true)
    expect(Math.min(...fit.coefficients)).toBe(0)
    const kept = [...fit.coefficients.keys()].filter((j) => fit.coefficients[j] > 0)
    const inner = lasso(
      X.map((row) => kept.map((j) => row[j])),
      y,
      lambda,
    )
    expectClose(
      kept.map((j) => fit.coefficients[j]),
      inner.coefficients,
    )
  }
})

test('an unpenalized feature is fitted as by least squares of what the others leave', () => {
  const { X, y } = linearProblem(30, 5, 2)
  const fit = lasso(X, y, 10, { penaltyFactors: [0, 1, 1, 1, 1] })
  const alone = leastSquares(
    X.map((row) => [row[0]]),
    y,
  )
  expectClose(fit.coefficients, [alone.coefficients[0], 0, 0, 0, 0])
  expect(fit.converged).toBe(true)
})

test('a column that varies in its last bit alone counts as constant', () => {
  // In exact arithmetic w = 3/2^-54 would fit, but no intercept has the digits to take 0.3·w up again.
  const fit = leastSquares([[0.3], [0.3], [0.1 + 0.2], [0.3]], [1, 2, 6, 3])
  expect([...fit.coefficients, fit.intercept]).toEqual([0, 3])
  expect(fit.objective).toBe(1.75)
})

test('what a column that nearly depends on others could still explain counts in the gap', () => {
  // The second column is a + d·b exactly, so with a and b alone y is fitted far better than by the first.
  const a = [1, -1, 2, 0.5, -2.5]
  const b = [1, 2, -1, -3, 1]
  const span = leastSquares(a.map((value, i) => [value, b[i]]), b) // prettier-ignore
  expect(span.objective).toBeLessThan(1e-25)
  for (const d of [2 ** -38, 2 ** -42]) {
    for (const lambda of [0, 1e-20]) {
      const fit = lasso(a.map((value, i) => [value, value + d * b[i]]), b, lambda) // prettier-ignore
      expect(fit.dualityGap).toBeGreaterThanOrEqual(0.99 * (fit.objective - 1e-3))
      expect(fit.converged).toBe(fit.objective < 1e-3)
    }
  }
})

test('more columns, or λ, than a call can take arguments', () => {
  const count = 130_000
  const data = Float64Array.from({ length: 2 * count }, (_, i) => Math.sin(i))
  const wide = { rows: 2, columns: count, data }
  expect(ridgePath(wide, [1, 2], [1]).fits[0].converged).toBe(true)
  const lambdas = new Float64Array(count).fill(1)
  // Centred, xᵀx/n = 14/9 and xᵀy/n = 1, so w = 1/(14/9 + 1).
  const { fits } = ridgePath([[1], [2], [4]], [1, 2, 3], lambdas)
  expect(fits[count - 1].coefficients[0]).toBeCloseTo(9 / 23, 12)
})

test('60,000 equal columns are a fit, with the note that it is not unique', () => {
  const columns = 60_000
  const data = Float64Array.from({ length: 3 * columns }, (_, i) => i % 3)
  const fit = lasso({ rows: 3, columns, data }, [1, 2, 4], 0.1)
  // x = (−1, 0, 1), so xᵀx/n = 2/3 and xᵀy/n = 1: the coefficients sum to (1 − 0.1)/(2/3).
  expect(fit.coefficients.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1.35, 12)
  expect(fit.notes.join()).toMatch(/not unique/)
})

test('a method that does not reach the tolerance says so', () => {
  const columns = [0, 1, 2, 3]
  const rows = [0, 1, 2, 3, 4, 5].map((i) => columns.map((j) => Math.cos(i * (1 + j / 50))))
  const fit = lasso(rows, [1, 3, 2, 5, 4, 4], 1e-4, {
    method: 'coordinate descent',
    maxIterations: 1,
  })
  expect(fit.converged).toBe(false)
  expect(fit.notes.join()).toMatch(/gap/)
})

/** Two columns that agree to all but d, and one of its own. */
function nearTwins(d: number, seed = 4) {
  const random = seededRandom(seed)
  const X = Array.from({ length: 30 }, () => {
    const [a, b, c] = [random.normal(), random.normal(), random.normal()]
    return [a, a + d * b, c]
  })
  return { X, y: X.map((row) => 2 * row[0] + row[2] + random.normal()) }
}

test('between nearly equal columns a λ that vanishes gives least squares, or says that it does not', () => {
  for (const d of [1e-8, 1e-9, 1e-10, 1e-12]) {
    const { X, y } = nearTwins(d)
    const free = leastSquares(X, y)
    const top = lambdaMax(X, y)
    for (const share of [1e-10, 1e-15, 1e-20, 1e-25]) {
      const fits = [lasso(X, y, share * top), groupLasso(X, y, [0, 0, 1], share * top)]
      for (const { objective, dualityGap, converged, notes } of fits) {
        // No fit is better than least squares, and none may be further from it than its gap.
        const least = free.objective - free.dualityGap
        expect(objective).toBeGreaterThan(least - 1e-12)
        expect(objective - dualityGap).toBeLessThan(
          free.objective + share * top * norm1(free.coefficients) + 1e-12,
        )
        if (!converged) expect(notes.join()).toMatch(/gap was not reached/)
        if (share <= 1e-20) expect(converged).toBe(d > 1e-11)
      }
    }
  }
})

test('in a ball, nearly equal columns are solved to the tolerance, or the fit says that they are not', () => {
  for (const d of [1e-8, 1e-9, 1e-10, 1e-12]) {
    const { X, y } = nearTwins(d)
    const zero = lasso(X, y, lambdaMax(X, y)).objective
    for (const radius of [0.5, 3, 10, 1e6]) {
      const { coefficients, objective, dualityGap, converged } = constrainedLasso(X, y, radius)
      expect(norm1(coefficients)).toBeLessThanOrEqual(radius * (1 + 1e-9))
      expect(converged).toBe(dualityGap <= 1e-10 * zero)
      // The ball of ridge with this radius is inside of that of the lasso.
      const inner = constrainedRidge(X, y, radius / Math.sqrt(3))
      expect(objective - dualityGap).toBeLessThan(inner.objective + 1e-12)
    }
  }
})
