import { logisticRegression } from 'shrinkage'
import novels from 'data/novels'

// Passages of Pride and Prejudice (0), then of Emma (1): those to train on, then those to test on
const labels = ([zeros, ones]) => [...Array(zeros).fill(0), ...Array(ones).fill(1)]
const [y, newY] = [labels(novels.train), labels(novels.test)]

// One bit for each passage says whether it has the term. The data hold the terms that are kept at
// some λ ≥ 0.003; all others have weight 0 at each, so that they may be left out here.
const columns = Object.values(novels.terms).map(atob)
const bit = (column, i) => (column.charCodeAt(i >> 3) >> (i & 7)) & 1
const row = (i) => columns.map((column) => bit(column, i))
const X = y.map((_, i) => row(i))
const newX = newY.map((_, i) => row(y.length + i))

const lambda = 0.01343
const { coefficients, intercept, dualityGap } = logisticRegression(X, y, lambda, 1)
const weights = [...coefficients]
  .map((weight) => Number(weight.toFixed(6)))
  .filter((weight) => weight !== 0)
  .sort((a, b) => b - a)

function accuracy(rows, truth) {
  const logOdds = (x) => x.reduce((sum, value, j) => sum + value * coefficients[j], intercept)
  return rows.filter((x, i) => logOdds(x) > 0 === (truth[i] === 1)).length / rows.length
}

// Relative to the objective at zero, the entropy of the labels
const share = novels.train[1] / y.length
const atZero = -share * Math.log(share) - (1 - share) * Math.log(1 - share)

console.log({
  lambda,
  features: novels.features,
  passages: [y.length, newY.length],
  kept: weights.length,
  weights,
  accuracy: [accuracy(X, y), accuracy(newX, newY)],
  // Ridge has a weight on every feature, too many to ship: what it came to is stored with the data
  ridge: novels.ridge[lambda],
  gap: Math.max(0, dualityGap) / atZero,
})
