import { simulateRegression, seededRandom, standardize, type Matrix } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { columnsOf, features, tableOf } from '../kit/tables.ts'

/** The ingredients of simulated data. */
export interface Truth {
  /** The weights of the features that matter, in the units of the standardized training data. */
  weights: Float64Array
  /** The share of noise in the variance, which no model can explain. */
  noise: number
}

/** Training data, and knowledge beyond them. */
export interface Sample {
  /** n × p, standardized. */
  X: Matrix
  /** n numbers, standardized: weights and λ need no unit. */
  y: Float64Array
  /** The number of features that matter, which come first; the others are known to be useless. */
  matter: number
  /** Mean squared error on new data, as a share of their variance, of a model of the standardized training data. */
  testError(coefficients: Float64Array, intercept: number): number
  /** Only for simulated data. */
  truth?: Truth
}

/** Simulated data, y = Xw + noise, in which only the first features have a weight. */
export const madeUp = memoizeLast(
  (
    n: number,
    p: number,
    relevant: number,
    noise: number,
    correlation: number,
    seed: number,
  ): Sample => {
    const made = simulateRegression({ n, p, relevant, noise, correlation, seed })
    const { X, means, deviations } = standardize(made.X)
    const y = standardize(Array.from(made.y, (value) => [value]))
    /** Variance of Σ d_j·x_j, given the sums of d and of its squares: each pair of features has this correlation. */
    const variance = (sum: number, squares: number) =>
      (1 - correlation) * squares + correlation * sum * sum
    const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    const squares = made.coefficients.map((weight) => weight * weight)
    const total = variance(sumOf(made.coefficients), sumOf(squares)) + noise ** 2
    return {
      X,
      y: y.X.data,
      matter: relevant,
      // The expected value over all new data, without sampling noise.
      testError(coefficients, intercept) {
        let bias = y.means[0] + y.deviations[0] * intercept
        let [sum, squares] = [0, 0]
        for (let j = 0; j < p; j++) {
          const weight = (y.deviations[0] * coefficients[j]) / deviations[j]
          const wrong = weight - made.coefficients[j]
          bias -= weight * means[j]
          sum += wrong
          squares += wrong * wrong
        }
        return (bias ** 2 + variance(sum, squares) + noise ** 2) / total
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

const realFeatures = features.diabetes

/**
 * Randomly chosen patients for training, the others for testing; besides the ten real features, p − 10 of pure noise.
 */
export const diabetesWithDecoys = memoizeLast((n: number, p: number, seed: number): Sample => {
  const random = seededRandom(seed)
  const rows = columnsOf(tableOf('diabetes'), [...realFeatures, 'target'])
    .map((row) => ({ row, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row)
  const inputs = rows.map((row) => [
    ...row.slice(0, -1),
    ...Array.from({ length: p - realFeatures.length }, () => random.normal()),
  ])
  const targets = rows.map((row) => row.slice(-1))
  const [design, target] = [standardize(inputs.slice(0, n)), standardize(targets.slice(0, n))]
  const [newX, newY] = [design.apply(inputs.slice(n)), target.apply(targets.slice(n)).data]
  const error = meanSquaredError(newX, newY)
  const newMean = newY.reduce((sum, value) => sum + value, 0) / newY.length
  const total = error(new Float64Array(p), newMean)
  return {
    X: design.X,
    y: target.X.data,
    matter: realFeatures.length,
    testError: (coefficients, intercept) => error(coefficients, intercept) / total,
  }
})

/**
 * The mean of (y − intercept − x·w)² over rows, for many w.
 *
 * It equals vᵀMv/n with v = (w, intercept, −1) and M the cross products of the columns x, 1 and y, computed once over
 * the n rows, so that each w costs p² operations instead of np.
 */
function meanSquaredError({ rows, columns, data }: Matrix, y: Float64Array) {
  const M = Array.from({ length: columns + 2 }, (_, j) => new Float64Array(j + 1))
  const z = new Float64Array(columns + 2)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) z[j] = data[j * rows + i]
    z[columns] = 1
    z[columns + 1] = y[i]
    M.forEach((products, j) => {
      const factor = z[j]
      for (let k = 0; k <= j; k++) products[k] += factor * z[k]
    })
  }
  return (w: Float64Array, intercept: number) => {
    const v = [...w, intercept, -1]
    let half = 0
    M.forEach((products, j) => {
      if (v[j] === 0) return
      let sum = (v[j] * products[j]) / 2
      for (let k = 0; k < j; k++) sum += v[k] * products[k]
      half += v[j] * sum
    })
    return (2 * half) / rows
  }
}
