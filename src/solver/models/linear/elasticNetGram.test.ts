import { expect, test } from 'vitest'
import { elasticNetGram } from 'shrinkage'

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
