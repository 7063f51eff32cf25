import { expect, test } from 'vitest'
import { convertPenalty, elasticNet, logisticRegression, standardize } from 'shrinkage'
import type { Convention, LossName } from 'shrinkage'
import recorded from '../fixtures/conventions-learners.json' with { type: 'json' }
import { prostate } from '../testing/prostate.ts'

/** A recorded fit of a library that was told λ and ρ in its own numbers. */
interface Case {
  convention: Convention
  loss: LossName
  parameters: Record<string, number>
  lambda: number
  rho: number
  /** Decimals to which the library got near the minimum. */
  digits: number
  coefficients: number[]
  intercept: number
  /** Its own loss at weights that are no optimum, and how many times the loss of this package that is. */
  value?: number
  times?: number
  /** Of a tree: the prediction before it, and the leaf of each row. */
  start?: number
  leaf?: number[]
}

const { means, deviations } = standardize(prostate.X)
const X = prostate.X.map((row) => row.map((x, j) => (x - means[j]) / deviations[j]))
const targets = { squared: prostate.y, logistic: prostate.y.map((value) => +(value > 2.5)) }
const n = prostate.y.length

for (const run of recorded as unknown as Case[]) {
  const { convention, loss, parameters, lambda, rho, digits, coefficients, intercept } = run
  const y = targets[loss]
  const title = `${convention}, ${loss} loss, ρ = ${rho}${run.value ? ', at some weights' : ''}`

  test(`${title}: the numbers are those that the library was given`, () => {
    const ours = { from: 'shrinkage', parameters: { lambda, rho }, n } as const
    const converted = convertPenalty({ ...ours, to: convention, loss }).parameters
    expect(Object.keys(converted)).toEqual(Object.keys(parameters))
    for (const [name, value] of Object.entries(converted)) {
      expect(value).toBeCloseTo(parameters[name], 12)
    }
  })

  test(`${title}: the library's result is that of this package`, () => {
    if (run.value !== undefined) {
      expect(run.value / run.times!).toBeCloseTo(objective(run, y), digits)
      return
    }
    const leaves = run.leaf?.map((leaf) => coefficients.map((_, k) => +(leaf === k)))
    const fit = leaves
      ? elasticNet(leaves, y.map((value) => value - run.start!), lambda, rho, { intercept: false }) // prettier-ignore
      : loss === 'squared'
        ? elasticNet(X, y, lambda, rho)
        : logisticRegression(X, y, lambda, rho)
    expect(fit.intercept).toBeCloseTo(intercept, digits)
    fit.coefficients.forEach((w, j) => expect(w).toBeCloseTo(coefficients[j], digits))
  })
}

/** The objective of this package at the weights of a run. */
function objective(
  { loss, coefficients: w, intercept, lambda, rho }: Case,
  y: ArrayLike<number>,
): number {
  const losses = X.map((row, i) => {
    const score = intercept + row.reduce((sum, x, j) => sum + x * w[j], 0)
    return loss === 'squared'
      ? (y[i] - score) ** 2 / 2
      : Math.log1p(Math.exp(-(2 * y[i] - 1) * score))
  })
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const penalty = rho * sum(w.map(Math.abs)) + ((1 - rho) / 2) * sum(w.map((each) => each * each))
  return sum(losses) / n + lambda * penalty
}
