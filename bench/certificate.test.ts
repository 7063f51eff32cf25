import { expect, test } from 'vitest'
import { elasticNetPath, ridgePath } from 'shrinkage'
import { worstGap } from './certificate.ts'
import { problems } from './problems.ts'

const [diabetes, teaching] = problems()

test('exact solutions pass, disturbed ones do not', () => {
  for (const problem of [diabetes, teaching]) {
    const { fits } = elasticNetPath(problem.X, problem.y, problem.lambdas, 1, { intercept: false })
    const coefficients = fits.map((fit) => fit.coefficients)
    expect(worstGap(problem, coefficients)).toBeLessThan(1e-10)
    coefficients[40][0] += 1e-3
    expect(worstGap(problem, coefficients)).toBeGreaterThan(1e-10)
  }
})

test('the bound for ridge is zero at its solution and grows away from it', () => {
  const problem = { ...teaching, kind: 'ridge' as const }
  const { fits } = ridgePath(problem.X, problem.y, problem.lambdas, { intercept: false })
  const coefficients = fits.map((fit) => fit.coefficients)
  expect(worstGap(problem, coefficients)).toBeLessThan(1e-20)
  coefficients[99][3] *= 1.001
  expect(worstGap(problem, coefficients)).toBeGreaterThan(1e-12)
})

test('problems are the same in every run', () => {
  const [, again] = problems()
  expect(again.X.data).toEqual(teaching.X.data)
  expect(again.lambdas).toEqual(teaching.lambdas)
})
