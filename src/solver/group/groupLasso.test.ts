import { expect, test } from 'vitest'
import { groupLasso, lasso, leastSquares, seededRandom } from 'shrinkage'

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
