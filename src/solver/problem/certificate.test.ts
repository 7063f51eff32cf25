import { expect, test } from 'vitest'
import {
  certificateOf,
  elasticNet,
  elasticNetPath,
  lasso,
  lassoPath,
  seededRandom,
} from 'shrinkage'
import { exactExcess } from '../testing/referee/exactLinear.ts'

test('the gap stays a bound where columns nearly depend on each other and λ is below rounding', () => {
  const a = [1, -1, 2, 0.5, -2.5]
  const d = [1, 2, -1, -3, 1]
  const X = a.map((value, i) => [value, value + 1e-11 * d[i]])
  const better = certificateOf(X, d, [-1e11, 1e11], 1e-16, 1).objective
  expect(better).toBeLessThan(1e-4)
  for (const method of ['auto', 'coordinate descent'] as const) {
    const fit = lasso(X, d, 1e-16, { method })
    expect(fit.dualityGap).toBeGreaterThan(fit.objective - better - 1e-4)
    expect(fit.converged).toBe(fit.objective < 1e-4)
  }
})

test('a penalty below the rounding of a correlation counts where the coefficient is large', () => {
  // With the intercept column 2 lies in the span of the others, almost at column 1. Its coefficient could go to that one,
  // which costs a millionth of it: all of its penalty could be saved.
  const large = 2 ** 25
  const X = [
    [0, -4, -4 + 2 ** -8, 0],
    [large, large - 4, large - 4 - 2 ** -7, large],
    [0, 4, 4, 0],
    [0, -8, -8 - 2 ** -8, large],
  ]
  const y = [2.421875, 1.125, -0.28125, 0.03125]
  const lambda = 2.523136e-14
  const options = { penaltyFactors: [1, 1, 1e6, 3] }
  const w = [0.3379731503952948, -0.16911033852509932, -0.16886273900403315, -1.1157502384033762e-7]
  const saved = 1e6 * lambda * Math.abs(w[2])
  expect(certificateOf(X, y, w, lambda, 1, options).dualityGap).toBeGreaterThan(0.999 * saved)
  const fit = lasso(X, y, lambda, options)
  const excess = exactExcess({ X, y, lambda, rho: 1, options }, fit.coefficients, fit.intercept)
  expect(fit.converged).toBe(excess < 1e-10)
})

test('nearly collinear columns: the exact answer is certified, however little its residual tells', () => {
  const random = seededRandom(5)
  for (let k = 0; k < 100; k++) {
    const distance = 3e-5 * 33 ** random.uniform()
    const lambda = 10 ** (-4 - 3 * random.uniform())
    const X = Array.from({ length: 4 + random.integer(20) }, () => {
      const value = random.normal()
      return [value, value + distance * random.normal()]
    })
    const y = X.map(() => random.normal())
    const last = lasso(X, y, lambda, { nonNegative: true })
    for (const fit of [
      lasso(X, y, lambda),
      lassoPath(X, y).at(lambda),
      elasticNet(X, y, lambda, 0.999),
      elasticNetPath(X, y, [lambda, 2 * lambda], 1).fits[0],
      last,
    ]) {
      expect(fit.converged, `${fit.method} ${fit.dualityGap}`).toBe(true)
      const options = { intercept: true, nonNegative: fit === last }
      const question = { X, y, lambda, rho: fit.rho, options }
      expect(exactExcess(question, fit.coefficients, fit.intercept)).toBeLessThan(1e-10)
    }
  }
})

test('duplicate unpenalized columns are certified: what depends exactly on others bounds nothing', () => {
  const random = seededRandom(3)
  const X = Array.from({ length: 12 }, () => {
    const [a, b] = [random.normal(), random.normal()]
    return [a, a, b]
  })
  const y = X.map(() => random.normal())
  for (const [lambda, options] of [
    [0.1, { penaltyFactors: [0, 0, 1] }],
    [1e-16, {}],
    [0, { nonNegative: true }],
  ] as const) {
    const fit = lasso(X, y, lambda, options)
    expect(fit.converged).toBe(true)
    const plain = { X, y, lambda, rho: 1, options }
    expect(exactExcess(plain, fit.coefficients, fit.intercept)).toBeLessThan(1e-10)
  }
})

test('nearly collinear unpenalized columns are fitted to the gap, though XᵀX squares their nearness', () => {
  const random = seededRandom(9)
  for (let k = 0; k < 100; k++) {
    const near = 10 ** (-3 - 1.5 * random.uniform())
    const X = Array.from({ length: 6 + random.integer(6) }, () => {
      const [a, b] = [random.normal(), random.normal()]
      return [a, a + near * random.normal(), b, b + near * random.normal(), random.normal()]
    })
    const y = X.map(() => random.normal())
    const options = { penaltyFactors: [0, 0, 0, 0, 1] }
    const fit = lasso(X, y, 0.05, options)
    expect(fit.converged).toBe(true)
    const plain = { X, y, lambda: 0.05, rho: 1, options }
    expect(exactExcess(plain, fit.coefficients, fit.intercept)).toBeLessThan(1e-10)
  }
})
