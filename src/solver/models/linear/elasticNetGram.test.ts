import { expect, test } from 'vitest'
import { elasticNet, elasticNetGram } from 'shrinkage'
import { expectClose } from '../../testing/expectClose.ts'
import { linearProblem } from '../../testing/linearProblem.ts'

test('an H with a negative eigenvalue has no minimum and is refused, a singular one is not', () => {
  const H = (a: number) => [[1, a], [a, 1]] // prettier-ignore
  expect(() => elasticNetGram(H(2), [1, 1], 0.1, 1)).toThrow(/eigenvalue of -1/)
  const { coefficients, converged } = elasticNetGram(H(1), [1, 1], 0.1, 1)
  expect(coefficients[0] + coefficients[1]).toBeCloseTo(0.9, 12)
  expect(converged).toBe(true)
})

test('a c that a singular H does not reach has no minimum without a penalty: not converged', () => {
  const fit = elasticNetGram([[1, 1], [1, 1]], [1, -1], 0, 1) // prettier-ignore
  expect(fit.converged).toBe(false)
  expect(fit.kktResidual).toBeGreaterThan(0.5)
})

test('penalty factors and the sign constraint mean what they mean for the data of the quadratic', () => {
  const { X, y } = linearProblem(30, 5, 3)
  const n = X.length
  const product = (a: number[], b: ArrayLike<number>) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0) / n
  const columns = X[0].map((_, j) => X.map((row) => row[j]))
  const H = columns.map((a) => columns.map((b) => product(a, b)))
  const c = columns.map((a) => product(a, y))
  const options = [
    { nonNegative: true },
    { penaltyFactors: [0, 1, 2, 0.5, 1] },
    { penaltyFactors: [1, Infinity, 1, Infinity, 1], nonNegative: true },
  ]
  for (const option of options) {
    for (const [lambda, rho] of [
      [0.1, 1],
      [0.2, 0.5],
      [0, 1],
    ]) {
      // prettier-ignore
      const fit = elasticNetGram(H, c, lambda, rho, option)
      const { coefficients } = elasticNet(X, y, lambda, rho, { ...option, intercept: false })
      expect(fit.converged).toBe(true)
      expectClose(fit.coefficients, coefficients, 1e-10)
    }
  }
})
