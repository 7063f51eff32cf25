import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  elasticNet,
  leastSquares,
  logisticRegression,
  readNumericTable,
  splitTarget,
  standardize,
  type Fit,
  type FitOptions,
  type Matrix,
} from 'shrinkage'

/** One answer of a reference program, as the scripts beside the fixtures write it. */
interface Reference {
  method: string
  lambda?: number
  rho?: number
  coefficients: number[]
  intercept: number
  nonNegative?: boolean
  /** Whether y was divided by its population deviation first. */
  unitResponse?: boolean
  factors?: number[]
  /** What glmnet divided the factors by, and λ was multiplied by. */
  rescale?: number
  weights?: number[]
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function load(name: string, target: string, labels: string[]): { X: Matrix; y: number[] } {
  const table = readNumericTable(read(`../../content/data/${name}`), { labels })
  const { X, y } = splitTarget(table, target)
  return { X: standardize(X).X, y: [...y] }
}

const data: Record<string, { X: Matrix; y: number[] }> = {
  diabetes: load('diabetes.csv', 'target', []),
  prostate: load('prostate.csv', 'lpsa', ['train']),
}

function solve(X: Matrix, y: number[], reference: Reference): Fit {
  const { method, lambda = 0, rho } = reference
  const options: FitOptions = {
    nonNegative: reference.nonNegative,
    sampleWeights: reference.weights,
    penaltyFactors: reference.factors,
  }
  const strength = lambda / (reference.rescale ?? 1)
  if (method === 'leastSquares') return leastSquares(X, y)
  if (method === 'logistic') {
    const middle = [...y].sort((a, b) => a - b)
    const median = (middle[(y.length - 1) >> 1] + middle[y.length >> 1]) / 2
    const labels = y.map((value) => (value > median ? 1 : 0))
    return logisticRegression(X, labels, strength, rho ?? 1)
  }
  return elasticNet(X, y, strength, method === 'ridge' ? 0 : (rho ?? 1), options)
}

for (const program of ['sklearn', 'glmnet']) {
  const fixture = JSON.parse(read(`./fixtures/linear-${program}.json`)) as Record<
    string,
    Reference[]
  >
  for (const [name, { X, y }] of Object.entries(data)) {
    test(`${program}'s coefficients on the ${name} data agree to 1e-8`, () => {
      expect(fixture[name].length).toBeGreaterThan(10)
      for (const reference of fixture[name]) {
        const unit = reference.unitResponse ? standardize(y.map((v) => [v])).deviations[0] : 1
        const fit = solve(
          X,
          y.map((value) => value / unit),
          reference,
        )
        const size = Math.max(1, ...reference.coefficients.map(Math.abs))
        const label = JSON.stringify({ ...reference, coefficients: undefined, weights: undefined })
        expect(Math.abs(fit.intercept - reference.intercept), label).toBeLessThan(
          1e-8 * Math.max(size, Math.abs(reference.intercept)),
        )
        reference.coefficients.forEach((value, j) => {
          expect(Math.abs(fit.coefficients[j] - value), `${label} column ${j}`).toBeLessThan(
            1e-8 * size,
          )
        })
      }
    })
  }
}
