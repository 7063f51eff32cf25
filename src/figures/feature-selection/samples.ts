import { dummyData, seededRandom, standardize, type Matrix } from 'shrinkage'
import { rememberLast } from '../remember.ts'
import { columnsOf, tableOf } from '../tables.ts'

/** What made-up data were made of. */
export interface Truth {
  /** The weights of the features that matter, in the units of the standardized training data. */
  weights: Float64Array
  /** The share of the variance that is noise: no model can explain it. */
  noise: number
}

/** Training data, and what is known beyond them. */
export interface Sample {
  /** n × p, standardized. */
  X: Matrix
  /** n numbers, standardized: weights and λ need no unit. */
  y: Float64Array
  /** The first so many features matter; the others are known to be useless. */
  matter: number
  /** Mean squared error on new data of a model of the standardized training data, as a share of their variance. */
  testError(coefficients: Float64Array, intercept: number): number
  /** Only for data that were made up. */
  truth?: Truth
}

/** Data with known truth: y = Xw + noise, where only the first features have a weight. */
export const madeUp = rememberLast(
  (
    n: number,
    p: number,
    relevant: number,
    noise: number,
    correlation: number,
    seed: number,
  ): Sample => {
    const made = dummyData({ n, p, relevant, noise, correlation, seed })
    const { X, means, deviations } = standardize(made.X)
    const y = standardize(Array.from(made.y, (value) => [value]))
    /** Variance of Σ d_j·x_j: every two features have this correlation, each has variance 1. */
    const variance = (d: Float64Array) => {
      const sum = d.reduce((total, value) => total + value, 0)
      const squares = d.reduce((total, value) => total + value * value, 0)
      return (1 - correlation) * squares + correlation * sum * sum
    }
    const total = variance(made.coefficients) + noise ** 2
    return {
      X,
      y: y.X.data,
      matter: relevant,
      // The expected value over all new data: no sample is drawn, so that it has no noise of its own.
      testError(coefficients, intercept) {
        let bias = y.means[0] + y.deviations[0] * intercept
        const wrong = made.coefficients.map((trueWeight, j) => {
          const weight = (y.deviations[0] * coefficients[j]) / deviations[j]
          bias -= weight * means[j]
          return weight - trueWeight
        })
        return (bias ** 2 + variance(wrong) + noise ** 2) / total
      },
      truth: {
        weights: made.coefficients
          .slice(0, relevant)
          .map((weight, j) => (weight * deviations[j]) / y.deviations[0]),
        noise: noise ** 2 / total,
      },
    }
  },
)

export const realFeatures = ['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6'] as const

/** Patients drawn at random for training, the others for testing; beside the ten real features, p − 10 of pure noise. */
export const diabetesWithDecoys = rememberLast((n: number, p: number, seed: number): Sample => {
  const random = seededRandom(seed)
  const rows = columnsOf(tableOf('diabetes'), [...realFeatures, 'target'])
    .map((row) => ({ row, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row)
  const design = rows.map((row) => [
    ...row.slice(0, -1),
    ...Array.from({ length: p - realFeatures.length }, () => random.normal()),
  ])
  const targets = rows.map((row) => row.slice(-1))
  const [features, target] = [standardize(design.slice(0, n)), standardize(targets.slice(0, n))]
  const [newX, newY] = [features.apply(design.slice(n)), target.apply(targets.slice(n)).data]
  const newMean = mean(newY)
  const total = meanSquare(newY.map((value) => value - newMean))
  return {
    X: features.X,
    y: target.X.data,
    matter: realFeatures.length,
    testError: (coefficients, intercept) =>
      meanSquare(residuals(newX, newY, coefficients, intercept)) / total,
  }
})

function residuals({ rows, data }: Matrix, y: Float64Array, w: Float64Array, intercept: number) {
  const left = y.map((value) => value - intercept)
  for (let j = 0; j < w.length; j++) {
    if (w[j] === 0) continue
    for (let i = 0; i < rows; i++) left[i] -= w[j] * data[j * rows + i]
  }
  return left
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const meanSquare = (values: Float64Array) => mean(values.map((value) => value * value))
