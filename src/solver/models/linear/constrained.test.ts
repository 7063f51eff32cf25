import { expect, test } from 'vitest'
import {
  constrainedLasso,
  constrainedRidge,
  leastSquares,
  projectL1Ball,
  projectL2Ball,
  seededRandom,
} from 'shrinkage'
import { norm1, norm2 } from '../../algebra/norms.ts'
import { linearProblem } from '../../testing/linearProblem.ts'
import { predict } from '../../testing/predict.ts'

const { X, y } = linearProblem(20, 5, 4)

function lossOf(w: Float64Array, b: number): number {
  return X.reduce((sum, row, i) => sum + (y[i] - predict(row, w, b)) ** 2, 0) / (2 * X.length)
}

test('the objective of a constrained fit is the loss alone, and no other point of the ball is below it by more than the gap', () => {
  const random = seededRandom(6)
  for (const radius of [0.1, 1, 2.5, 100]) {
    for (const [fit, project] of [
      [constrainedLasso(X, y, radius), projectL1Ball],
      [constrainedRidge(X, y, radius), projectL2Ball],
    ] as const) {
      expect(fit.converged).toBe(true)
      expect(fit.dualityGap).toBeLessThan(1e-10)
      expect(Math.abs(fit.objective - lossOf(fit.coefficients, fit.intercept))).toBeLessThan(1e-12)
      for (let k = 0; k < 200; k++) {
        const moved = fit.coefficients.map(
          (w) => w + 10 ** (-5 * random.uniform()) * random.normal(),
        )
        const other = Float64Array.from(project(moved, radius))
        const best = X.reduce((sum, row, i) => sum + y[i] - predict(row, other, 0), 0) / X.length
        expect(lossOf(other, best)).toBeGreaterThan(fit.objective - fit.dualityGap - 1e-13)
      }
    }
  }
})

test('a constrained fit lies in its ball, also where the least squares solution without bounds is not unique', () => {
  const random = seededRandom(77)
  for (let k = 0; k < 150; k++) {
    const n = 1 + random.integer(6)
    const p = n + random.integer(8)
    const wide = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()))
    const values = wide.map(() => random.normal())
    const options = { nonNegative: k % 2 === 0 }
    const size = norm1(leastSquares(wide, values, options).coefficients)
    const radius = 1e-3 + 1.2 * size * random.uniform()
    const [lasso, ridge] = [constrainedLasso, constrainedRidge].map((fit) =>
      fit(wide, values, radius, options),
    )
    expect(norm1(lasso.coefficients)).toBeLessThanOrEqual(radius * (1 + 1e-9))
    expect(norm2(ridge.coefficients)).toBeLessThanOrEqual(radius * (1 + 1e-9))
    expect(lasso.converged && ridge.converged).toBe(true)
  }
})

test('columns of 1e-4 to 1e8: the fit lies on its sphere and converged says what the gap does', () => {
  const random = seededRandom(1196)
  const rows = 3 + random.integer(5)
  const columns = 1 + random.integer(4)
  const wild = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (_, j) => random.normal() * 10 ** (4 * j - 4)),
  )
  const values = wild.map(() => random.normal())
  const mean = values.reduce((sum, value) => sum + value, 0) / rows
  const zero = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (2 * rows)
  for (const radius of [1e-9, 0.00045452265223002635, 0.01, 1]) {
    for (const [constrained, norm] of [
      [constrainedLasso, norm1],
      [constrainedRidge, norm2],
    ] as const) {
      const fit = constrained(wild, values, radius)
      const isIn = norm(fit.coefficients) <= radius * (1 + 1e-9)
      expect(fit.converged).toBe(fit.dualityGap <= 1e-10 * zero && isIn)
      expect(fit.notes.length > 0 || fit.converged).toBe(true)
    }
    expect(constrainedRidge(wild, values, radius).converged).toBe(true)
  }
})

test('a multiplier that no double holds is an overflow, not NaN', () => {
  // At ‖w‖ = 1e169 the multiplier is xᵀr/(nw), about 1e-170/1e169.
  const call = () => constrainedRidge([[1e-170], [-2e-170], [1e-170]], [1, -1, 1], 1e169)
  expect(call).toThrow(/too small for double precision/)
})
