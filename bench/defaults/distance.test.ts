import { expect, test } from 'vitest'
import { lasso, logisticRegression } from 'shrinkage'
import { distanceOf, type Answer } from './distance.ts'
import { optimumOf } from './optimum.ts'
import { defaultsProblems, type DefaultsProblem } from './problems.ts'

const problems = defaultsProblems()
const teaching = problems.find(({ name }) => name.startsWith('teaching'))!
const logistic = problems.find(({ kind }) => kind === 'logistic')!

test('the minimum of each problem is proven, and shrinkage is there', () => {
  for (const problem of problems) {
    const { kind, X, y, lambda } = problem
    const fit = kind === 'gaussian' ? lasso(X, y, lambda) : logisticRegression(X, y, lambda, 1)
    const distance = distanceOf(problem, optimumOf(problem), fit)
    expect(distance.objective, problem.name).toBeLessThan(1e-15)
    expect(distance.coefficients, problem.name).toBeLessThan(1e-9)
    expect([distance.extra, distance.missing], problem.name).toEqual([0, 0])
  }
})

test('the distance is that of the objectives, and of the coefficients and the support', () => {
  for (const problem of [teaching, logistic]) {
    const optimum = optimumOf(problem)
    const inside = optimum.coefficients.findIndex((value) => value !== 0)
    const outside = optimum.coefficients.findIndex((value) => value === 0)
    const answer = { ...optimum, coefficients: optimum.coefficients.slice() }
    answer.coefficients[inside] = 0
    answer.coefficients[outside] = 0.2
    const distance = distanceOf(problem, optimum, answer)
    const mean = problem.y.reduce((sum, value) => sum + value, 0) / problem.y.length
    const none = {
      intercept: problem.kind === 'gaussian' ? mean : Math.log(mean / (1 - mean)),
      coefficients: new Float64Array(optimum.coefficients.length),
    }
    const excess = objective(problem, answer) - objective(problem, optimum)
    expect(distance.objective).toBeCloseTo(excess / objective(problem, none), 10)
    expect(distance.objective).toBeGreaterThan(1e-3)
    expect([distance.extra, distance.missing]).toEqual([1, 1])
  }
})

/** The loss and the penalty, by their definition. */
function objective({ kind, X, y, lambda }: DefaultsProblem, answer: Answer): number {
  const { intercept, coefficients } = answer
  let sum = 0
  y.forEach((value, i) => {
    const score = coefficients.reduce((s, w, j) => s + w * X.data[j * X.rows + i], intercept)
    sum +=
      kind === 'gaussian' ? (value - score) ** 2 / 2 : Math.log1p(Math.exp(score)) - value * score
  })
  return sum / y.length + lambda * coefficients.reduce((s, w) => s + Math.abs(w), 0)
}
