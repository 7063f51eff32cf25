import { features } from '../kit/tables.ts'
import type { SelectionValues } from './model.ts'

/** A program that prints the figure's numbers: the features that each penalty selects at λ, and its errors. */
export function program(values: SelectionValues): string {
  const madeUp = values.data === 'made-up'
  const source = madeUp ? 'simulateRegression' : 'seededRandom'
  const names = ['lassoPath', 'ridgePath', 'standardize', source].sort()
  return `import { ${names.join(', ')} } from 'shrinkage'
${madeUp ? madeUpLines(values) : diabetesLines(values)}
// Every strength of the slider, forty to a decade, for both penalties
const lambdas = Array.from({ length: 161 }, (_, i) => Number((10 ** (-3 + i / 40)).toPrecision(4)))
const lassos = lassoPath(X, y, { lambdaMin: 0.001 })
const paths = { lasso: lambdas.map(lassos.at), ridge: ridgePath(X, y, lambdas).fits }

const lambda = ${values.lambda}
const count = (weights) => weights.filter((weight) => weight !== 0).length
function report(path) {
  const errors = path.map(testError)
  const best = errors.indexOf(Math.min(...errors))
  const now = lambdas.indexOf(lambda)
  const { coefficients: w, objective, rho } = path[now]
  // y has variance 1, so the objective is half the share of it that is left, and the penalty
  const penalty = w.reduce((sum, v) => sum + (rho === 1 ? Math.abs(v) : v ** 2 / 2), 0)
  const trainError = Math.max(0, 2 * (objective - lambda * penalty))
  const kept = [count(w.slice(0, matter)), count(w.slice(matter))]
  return [...kept, trainError, errors[now], lambdas[best], errors[best]]
}
const gap = 2 * Math.max(0, ...[...paths.lasso, ...paths.ridge].map((fit) => fit.dualityGap))

console.log({ lambda, lasso: report(paths.lasso), ridge: report(paths.ridge), gap })
`
}

function madeUpLines({ n, p, relevant, noise, correlation, seed }: SelectionValues): string {
  return `
// Made-up data: only the first features have a weight; all is standardized, as one λ serves all
const [matter, noise, correlation] = [${relevant}, ${noise}, ${correlation}]
const truth = simulateRegression({ n: ${n}, p: ${p}, relevant: matter, noise, correlation, seed: ${seed} })
const { X, means, deviations } = standardize(truth.X)
const target = standardize(Array.from(truth.y, (value) => [value]))
const y = target.X.data

// The error to expect on new data, as a share of their variance
function variance(d) {
  const sum = d.reduce((total, value) => total + value, 0)
  const squares = d.reduce((total, value) => total + value ** 2, 0)
  return (1 - correlation) * squares + correlation * sum ** 2
}
function testError({ coefficients, intercept }) {
  const [mean, unit] = [target.means[0], target.deviations[0]]
  const w = coefficients.map((value, j) => (unit * value) / deviations[j])
  const bias = w.reduce((left, value, j) => left - value * means[j], mean + unit * intercept)
  const wrong = w.map((value, j) => value - truth.coefficients[j])
  const total = variance(truth.coefficients) + noise ** 2
  return (bias ** 2 + variance(wrong) + noise ** 2) / total
}
`
}

function diabetesLines({ n, p, seed }: SelectionValues): string {
  return `import diabetes from 'data/diabetes'

// Patients in random order; beside the ten real features, decoys of pure noise
const [n, p, matter] = [${n}, ${p}, ${features.diabetes.length}]
const random = seededRandom(${seed})
const rows = diabetes.rows
  .map((row) => ({ row: [...row], key: random.uniform() }))
  .sort((a, b) => a.key - b.key)
  .map(({ row }) => row)
const design = rows.map((row) => [
  ...row.slice(0, matter),
  ...Array.from({ length: p - matter }, () => random.normal()),
])
const targets = rows.map((row) => row.slice(matter))

// The first n train, standardized as one λ serves all; the others test
const features = standardize(design.slice(0, n))
const target = standardize(targets.slice(0, n))
const [X, y] = [features.X, target.X.data]
const [newX, newY] = [features.apply(design.slice(n)), target.apply(targets.slice(n)).data]

// The error on them, as a share of their variance
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const meanSquare = (values) => mean(values.map((value) => value ** 2))
const newMean = mean(newY)
const total = meanSquare(newY.map((value) => value - newMean))
function testError({ coefficients, intercept }) {
  const predicted = (i) =>
    coefficients.reduce((sum, w, j) => sum + w * newX.data[j * newX.rows + i], intercept)
  return meanSquare(newY.map((value, i) => value - predicted(i))) / total
}
`
}
