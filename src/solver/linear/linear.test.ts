import { expect, test } from 'vitest'
import {
  constrainedLasso,
  constrainedRidge,
  dummyData,
  elasticNet,
  elasticNetGram,
  elasticNetPath,
  lambdaMax,
  lasso,
  lassoPath,
  leastSquares,
  ridge,
  ridgePath,
  seededRandom,
  softThreshold,
  type Fit,
} from 'shrinkage'

function problem(n: number, p: number, seed = 1): { X: number[][]; y: number[] } {
  const random = seededRandom(seed)
  const X = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()))
  const y = X.map((row) => 2 + row[0] - 2 * (row[2] ?? 0) + random.normal())
  return { X, y }
}

function expectClose(
  actual: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance = 1e-10,
): void {
  expect(actual.length).toBe(wanted.length)
  for (let j = 0; j < wanted.length; j++) {
    expect(Math.abs(actual[j] - wanted[j]), `entry ${j}`).toBeLessThan(tolerance)
  }
}

const norm1 = (w: Float64Array): number => w.reduce((sum, value) => sum + Math.abs(value), 0)
const norm2 = (w: Float64Array): number => Math.sqrt(w.reduce((sum, value) => sum + value ** 2, 0))

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
  const { X, y } = problem(20, 3)
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
  const { X, y } = problem(30, 8)
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
  const { X, y } = problem(30, 6)
  expectClose(lassoPath(X, y).at(0).coefficients, leastSquares(X, y).coefficients)
  const knots = lassoPath(X, y).knots
  expectClose(knots[knots.length - 1].coefficients, leastSquares(X, y).coefficients)
})

test('p > n and n > p routes agree, and both with the path', () => {
  for (const [n, p] of [
    [30, 120],
    [100, 80],
  ]) {
    const { X, y } = problem(n, p, n)
    const path = lassoPath(X, y)
    for (const share of [0.9, 0.5, 0.2, 0.05]) {
      const lambda = share * path.knots[0].lambda
      const [one] = elasticNetPath(X, y, 1, [lambda])
      const many = elasticNetPath(
        X,
        y,
        1,
        Array.from({ length: 50 }, () => lambda),
      )[49]
      expectClose(lasso(X, y, lambda).coefficients, path.at(lambda).coefficients, 1e-9)
      expectClose(one.coefficients, many.coefficients, 1e-9)
    }
  }
})

test('ridge by the primal, the dual and the path agree', () => {
  const { X, y } = problem(12, 12, 3)
  const wide = X.map((row) => [...row, ...row.map((value) => value * value)])
  for (const lambda of [0.01, 1, 100]) {
    // Zero rows do not change ridge without intercept but for n, so they turn p > n into n > p.
    const tall = [...wide, ...Array.from({ length: 36 }, () => wide[0].map(() => 0))]
    const padded = [...y, ...Array.from({ length: 36 }, () => 0)]
    const dual = ridge(wide, y, lambda, { intercept: false })
    expect(dual.method).toBe('Cholesky of the dual')
    expectClose(
      ridge(tall, padded, lambda / 4, { intercept: false }).coefficients,
      dual.coefficients,
    )
    expectClose(
      ridgePath(wide, y, [lambda], { intercept: false })[0].coefficients,
      dual.coefficients,
    )
  }
})

test('the constrained forms are the penalised ones at t = ‖w(λ)‖, and do not bind beyond least squares', () => {
  const { X, y } = problem(40, 7, 5)
  for (const lambda of [0.05, 0.3, 0.8]) {
    const penalised = lasso(X, y, lambda)
    const fit = constrainedLasso(X, y, norm1(penalised.coefficients))
    expectClose(fit.coefficients, penalised.coefficients)
    expect(Math.abs(fit.lambda - lambda)).toBeLessThan(1e-10)
    const smooth = ridge(X, y, lambda)
    expectClose(
      constrainedRidge(X, y, norm2(smooth.coefficients)).coefficients,
      smooth.coefficients,
    )
  }
  const least = leastSquares(X, y).coefficients
  expectClose(constrainedLasso(X, y, 1e6).coefficients, least)
  expectClose(constrainedRidge(X, y, 1e6).coefficients, least)
  expect(norm1(constrainedLasso(X, y, 0).coefficients)).toBe(0)
})

test('‖w(λ)‖₁ is monotone along the path, and the path is linear between knots', () => {
  const { X, y } = dummyData({ n: 30, p: 40, relevant: 6, noise: 1, correlation: 0.6, seed: 2 })
  const path = lassoPath(X, y)
  expect(path.notes).toEqual([])
  path.knots.slice(1).forEach((knot, k) => {
    const before = path.knots[k]
    expect(knot.lambda).toBeLessThan(before.lambda)
    expect(norm1(knot.coefficients)).toBeGreaterThanOrEqual(norm1(before.coefficients) - 1e-12)
    const middle = lasso(X, y, (knot.lambda + before.lambda) / 2).coefficients
    expectClose(
      middle,
      knot.coefficients.map((w, j) => (w + before.coefficients[j]) / 2),
      1e-8,
    )
  })
})

test('weight 0 removes a row, weight 2 doubles it', () => {
  const { X, y } = problem(20, 5)
  const weights = y.map((_, i) => i % 3)
  const rows = [...y.keys()].flatMap((i) => Array.from({ length: weights[i] }, () => i))
  const repeated = rows.map((i) => X[i])
  const values = rows.map((i) => y[i])
  const options = { sampleWeights: weights }
  for (const fit of [
    (A: number[][], b: number[], o = {}) => lasso(A, b, 0.1, o),
    (A: number[][], b: number[], o = {}) => ridge(A, b, 0.1, o),
    (A: number[][], b: number[], o = {}) => leastSquares(A, b, o),
  ]) {
    const weighted = fit(X, y, options)
    const plain = fit(repeated, values)
    expectClose(weighted.coefficients, plain.coefficients)
    expect(Math.abs(weighted.intercept - plain.intercept)).toBeLessThan(1e-10)
    expect(Math.abs(weighted.objective - plain.objective)).toBeLessThan(1e-12)
  }
})

test('the order of samples does not matter, and y scaled with λ scales the coefficients', () => {
  const { X, y } = problem(25, 6)
  const fit = lasso(X, y, 0.2).coefficients
  expectClose(lasso([...X].reverse(), [...y].reverse(), 0.2).coefficients, fit)
  const scaled = lasso(
    X,
    y.map((value) => value * 1024),
    0.2 * 1024,
  ).coefficients
  expect([...scaled]).toEqual([...fit].map((w) => w * 1024))
  const columns = lasso(
    X.map((row) => row.map((value) => value * 1e100)),
    y,
    0.2e100,
  ).coefficients
  expectClose(
    columns.map((w) => w * 1e100),
    fit,
  )
})

test('inputs are never changed, and a refit gives the same fit', () => {
  const { X, y } = problem(15, 4)
  const [rows, values] = [X.map((row) => Object.freeze([...row])), Object.freeze([...y])]
  const matrix = {
    rows: 15,
    columns: 4,
    data: Float64Array.from(X[0].flatMap((_, j) => X.map((row) => row[j]))),
  }
  const copy = matrix.data.slice()
  const first = lasso(matrix, values, 0.1)
  expect(lasso(matrix, values, 0.1)).toEqual(first)
  expect(lasso(rows, values, 0.1)).toEqual(first)
  lassoPath(matrix, values)
  ridgePath(matrix, values, [1, 0])
  expect(matrix.data).toEqual(copy)
})

test('from the solution, a warm start takes no further step', () => {
  const { X, y } = problem(40, 10)
  expect(elasticNetPath(X, y, 1, [0.1, 0.1])[1].iterations).toBe(0)
  expect(elasticNetPath(X, y, 1, [0.1, 0.1], { method: 'coordinate descent' })[1].iterations).toBe(
    0,
  )
})

test('duplicate columns: the lasso says that it is not unique, ridge splits equally', () => {
  const { X, y } = problem(20, 3)
  const twins = X.map((row) => [...row, row[2]])
  expect(lasso(twins, y, 0.1).notes.join()).toMatch(/not unique/)
  expect(lasso(X, y, 0.1).notes).toEqual([])
  const { coefficients } = ridge(twins, y, 0.1)
  expect(Math.abs(coefficients[2] - coefficients[3])).toBeLessThan(1e-12)
})

test('λ = 0 with too few rows: the solution of smallest norm, flagged with the rank', () => {
  const { X, y } = problem(4, 9)
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
  const { X, y } = problem(30, 8, 9)
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

test('an unpenalised feature is fitted as by least squares of what the others leave', () => {
  const { X, y } = problem(30, 5, 2)
  const fit = lasso(X, y, 10, { penaltyFactors: [0, 1, 1, 1, 1] })
  const alone = leastSquares(
    X.map((row) => [row[0]]),
    y,
  )
  expectClose(fit.coefficients, [alone.coefficients[0], 0, 0, 0, 0])
  expect(fit.converged).toBe(true)
})
