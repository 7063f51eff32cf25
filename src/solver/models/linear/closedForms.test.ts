import { expect, test } from 'vitest'
import {
  elasticNet,
  elasticNetGram,
  lambdaMax,
  lasso,
  lassoPath,
  leastSquares,
  ridge,
  seededRandom,
  softThreshold,
  type Fit,
} from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('one feature: the lasso is a soft threshold, ridge a division', () => {
  const X = [[1], [2], [3]]
  const y = [2, 3, 7]
  const [square, product] = [14 / 3, 29 / 3]
  const options = { intercept: false }
  for (const lambda of [0.1, 1, 5, 9, 10]) {
    expectClose(lasso(X, y, lambda, options).coefficients, [
      softThreshold(product, lambda) / square,
    ])
    expectClose(ridge(X, y, lambda, options).coefficients, [product / (square + lambda)])
    const net = elasticNet(X, y, lambda, 0.4, options).coefficients
    expectClose(net, [softThreshold(product, 0.4 * lambda) / (square + 0.6 * lambda)])
  }
})

test('one feature far from 1: ridge is the same division, as the penalty on its scale may be as large as doubles are', () => {
  for (const [size, lambda] of [
    [1e-148, 5e-9],
    [1e-120, 1],
    [1, 1e250],
  ]) {
    const X = [1, 2, 3].map((value) => [value * size])
    const w = ridge(X, [2, 3, 7], lambda, { intercept: false }).coefficients[0]
    const wanted = (29 / 3) * (size / ((14 / 3) * size * size + lambda))
    expect(Math.abs(w / wanted - 1)).toBeLessThan(1e-12)
  }
})

test('orthonormal design: every coefficient is soft-thresholded by itself', () => {
  const X = [1, 1, -1, -1].map((a, i) => [a, i % 2 ? 1 : -1])
  const y = [3, 1, -2, 0.5]
  const least = leastSquares(X, y).coefficients
  for (const lambda of [0, 0.1, 0.4, 1, 3]) {
    expectClose(
      lasso(X, y, lambda).coefficients,
      least.map((w) => softThreshold(w, lambda)),
    )
  }
})

test('a column without variance gets the coefficient 0, and a constant y is all intercept', () => {
  const { X, y } = linearProblem(20, 3)
  const constant = X.map((row) => [...row, 0.1])
  for (const fit of [lasso(constant, y, 0.1), ridge(constant, y, 0.1), leastSquares(constant, y)]) {
    expect(fit.coefficients[3]).toBe(0)
    expect(fit.converged).toBe(true)
  }
  const flat = lasso(
    X,
    y.map(() => 0.1),
    0,
  )
  expect([...flat.coefficients]).toEqual([0, 0, 0])
  expect(flat.intercept).toBe(0.1)
})

test('from λmax on all coefficients are exactly 0 (and never −0), below it one is not', () => {
  const { X, y } = linearProblem(30, 8)
  for (const rho of [1, 0.3]) {
    const top = lambdaMax(X, y, { rho })
    const above = elasticNet(X, y, top * (1 + 1e-12), rho).coefficients
    expect([...above].every((w) => Object.is(w, 0))).toBe(true)
    expect(elasticNet(X, y, top * 0.999, rho).coefficients.some((w) => w !== 0)).toBe(true)
  }
  const factors = { penaltyFactors: [0, 1, 2, 1, 1, 1, 1, 0.5] }
  const top = lambdaMax(X, y, factors)
  const inside = (fit: Fit): number[] =>
    [...fit.coefficients.keys()].filter((j) => fit.coefficients[j] !== 0)
  expect(inside(lasso(X, y, top * (1 + 1e-12), factors))).toEqual([0])
  expect(inside(lasso(X, y, top * 0.999, factors)).length).toBe(2)
})

test('where two features enter at one λ, the path has exact zeros up to there', () => {
  // XᵀX/3 = [[1, 0, r], [0, 1, r], [r, r, 1]] and y = Xw.
  const path = (r: number, w: number[]) => {
    const root = Math.sqrt(3)
    const X = [
      [root, 0, root * r],
      [0, root, root * r],
      [0, 0, root * Math.sqrt(1 - 2 * r * r)],
    ]
    const y = X.map((row) => row.reduce((sum, x, j) => sum + x * w[j], 0))
    return lassoPath(X, y, { intercept: false })
  }
  // Features 1 and 3 pull with the same 2.25, then 2 and 3 with 1.36 each.
  const tiedAtTop = path(0.5, [2, 1.5, 0.5])
  expect([...tiedAtTop.knots[0].coefficients]).toEqual([0, 0, 0])
  expect([...tiedAtTop.at(3).coefficients]).toEqual([0, 0, 0])
  expectClose(tiedAtTop.at(1.5).coefficients, [0.5, 0, 0.5])
  const tiedWithin = path(-0.4, [1.6, 1.2, -0.4]).at(1.65).coefficients
  expect([...tiedWithin].slice(1)).toEqual([0, 0])
  expectClose(tiedWithin, [0.11, 0, 0])
})

test('two features: the exact answer to 1e-10 at every correlation and λ, against a search over the sign patterns', () => {
  const random = seededRandom(4)
  for (let k = 0; k < 2000; k++) {
    const correlation = 1.9 * random.uniform() - 0.95
    const H = [
      [1, correlation],
      [correlation, 1],
    ]
    const c = [3 * random.normal(), 3 * random.normal()]
    const lambda = 3 * random.uniform()
    const rho = k % 3 === 0 ? 1 : random.uniform()
    const [l1, l2] = [lambda * rho, lambda * (1 - rho)]
    const objective = ([a, b]: number[]): number =>
      ((1 + l2) * (a * a + b * b)) / 2 +
      correlation * a * b -
      c[0] * a -
      c[1] * b +
      l1 * (Math.abs(a) + Math.abs(b))
    const d = 1 + l2
    const candidates = [
      [0, 0],
      [softThreshold(c[0], l1) / d, 0],
      [0, softThreshold(c[1], l1) / d],
    ]
    for (const s of [-1, 1]) {
      for (const t of [-1, 1]) {
        const [p, q] = [c[0] - s * l1, c[1] - t * l1]
        const both = [
          (d * p - correlation * q) / (d * d - correlation ** 2),
          (d * q - correlation * p) / (d * d - correlation ** 2),
        ]
        if (both[0] * s > 0 && both[1] * t > 0) candidates.push(both)
      }
    }
    const best = candidates.reduce((a, b) => (objective(b) < objective(a) ? b : a))
    const answer = elasticNetGram(H, c, lambda, rho)
    expectClose(answer.coefficients, best)
    expect(answer.kktResidual).toBeLessThan(1e-12)
    best.forEach((w, j) => expect(answer.coefficients[j] === 0).toBe(w === 0))
    // The same problem as data: X = √2·H^½ for n = 2 rows.
    const root = Math.sqrt(1 - correlation ** 2)
    const X = [
      [Math.SQRT2, Math.SQRT2 * correlation],
      [0, Math.SQRT2 * root],
    ]
    const y = [Math.SQRT2 * c[0], (Math.SQRT2 * (c[1] - correlation * c[0])) / root]
    expectClose(elasticNet(X, y, lambda, rho, { intercept: false }).coefficients, best)
  }
})

test('the path ends at least squares', () => {
  const { X, y } = linearProblem(30, 6)
  expectClose(lassoPath(X, y).at(0).coefficients, leastSquares(X, y).coefficients)
  const knots = lassoPath(X, y).knots
  expectClose(knots[knots.length - 1].coefficients, leastSquares(X, y).coefficients)
})
