import type { Optimum } from './optimum.ts'
import type { DefaultsProblem } from './problems.ts'

/** A package's answer. */
export interface Answer {
  intercept: number
  coefficients: Float64Array
}

/** How far an answer is from the minimum. */
export interface Distance {
  /** How much too large the objective is, relative to the loss without features. */
  objective: number
  /** The largest error of a coefficient relative to the largest coefficient, both times the deviation of the column. */
  coefficients: number
  /** Features that are in and should not be. */
  extra: number
  /** Features that are not in and should be. */
  missing: number
}

/**
 * J(w) − J(w*) is a sum of terms that are never negative: what the loss is above its tangent at w*, and λ|w_j| − g_j·w_j
 * with the slopes g at w*. So it keeps its digits where the difference of the two would have none.
 */
export function distanceOf(problem: DefaultsProblem, optimum: Optimum, answer: Answer): Distance {
  const { X, y, kind, lambda } = problem
  const change = scoresOf(problem, {
    intercept: answer.intercept - optimum.intercept,
    coefficients: answer.coefficients.map((value, j) => value - optimum.coefficients[j]),
  })
  const scores = scoresOf(problem, optimum)
  let excess = 0
  change.forEach((d, i) => {
    excess += kind === 'gaussian' ? (d * d) / 2 : aboveTangent(scores[i], d)
  })
  excess /= X.rows
  answer.coefficients.forEach((value, j) => {
    const sign = Math.sign(optimum.coefficients[j])
    // On the right side of an active feature it is 0, which the rounded slope would not say.
    if (value !== 0 && Math.sign(value) !== sign) {
      excess += lambda * Math.abs(value) - optimum.slopes[j] * value
    }
  })

  const deviations = Float64Array.from(answer.coefficients, (_, j) => deviationOf(problem, j))
  const largest = (values: Float64Array) =>
    values.reduce((most, value, j) => Math.max(most, Math.abs(value) * deviations[j]), 0)
  const errors = answer.coefficients.map((value, j) => value - optimum.coefficients[j])
  const isIn = (values: Float64Array) => Array.from(values, (value) => value !== 0)
  const [theirs, right] = [isIn(answer.coefficients), isIn(optimum.coefficients)]
  return {
    objective: excess / lossWithoutFeatures(kind, y),
    coefficients: largest(errors) / largest(optimum.coefficients),
    extra: theirs.filter((inside, j) => inside && !right[j]).length,
    missing: theirs.filter((inside, j) => !inside && right[j]).length,
  }
}

function scoresOf({ X }: DefaultsProblem, { intercept, coefficients }: Answer): Float64Array {
  const scores = new Float64Array(X.rows).fill(intercept)
  coefficients.forEach((weight, j) => {
    for (let i = 0; i < X.rows; i++) scores[i] += weight * X.data[j * X.rows + i]
  })
  return scores
}

/** f(η + d) − f(η) − f'(η)·d for f(η) = log(1 + e^η). */
function aboveTangent(eta: number, d: number): number {
  const p = 1 / (1 + Math.exp(-eta))
  return Math.log1p(p * Math.expm1(d)) - p * d
}

function lossWithoutFeatures(kind: DefaultsProblem['kind'], y: Float64Array): number {
  const mean = meanOf(y)
  if (kind === 'gaussian') return meanOf(y.map((value) => (value - mean) ** 2)) / 2
  return -mean * Math.log(mean) - (1 - mean) * Math.log(1 - mean)
}

function deviationOf({ X }: DefaultsProblem, j: number): number {
  const column = X.data.subarray(j * X.rows, (j + 1) * X.rows)
  const mean = meanOf(column)
  return Math.sqrt(meanOf(column.map((value) => (value - mean) ** 2)))
}

const meanOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
