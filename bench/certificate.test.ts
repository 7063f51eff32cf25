import { expect, test } from 'vitest'
import { elasticNetPath, groupLasso, ridgePath } from 'shrinkage'
import { worstGap } from './certificate.ts'
import { problems } from './problems.ts'

const [diabetes] = problems('diabetes')
const [teaching] = problems('teaching')

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

test('for groups an exact solution passes, a disturbed one and that of single features do not', () => {
  const problem = { ...teaching, kind: 'group' as const, groupSize: 2 }
  const { X, y, lambdas } = problem
  const options = { intercept: false, tolerance: 1e-13 }
  const fits = Array.from(lambdas, (lambda) =>
    groupLasso(X, y, [0, 0, 1, 1, 2, 2, 3, 3], lambda, options),
  )
  const coefficients = fits.map((fit) => fit.coefficients)
  expect(worstGap(problem, coefficients)).toBeLessThan(1e-10)
  expect(worstGap(teaching, coefficients)).toBeGreaterThan(1e-3)
  coefficients[60][0] += 1e-3
  expect(worstGap(problem, coefficients)).toBeGreaterThan(1e-10)
})

test('problems are the same in every run', () => {
  const [again] = problems('teaching')
  expect(again.X.data).toEqual(teaching.X.data)
  expect(again.lambdas).toEqual(teaching.lambdas)
})
