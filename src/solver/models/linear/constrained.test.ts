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
