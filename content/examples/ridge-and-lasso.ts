import * as Plot from '@observablehq/plot'
import { lassoPath, logGrid, ridgePath, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)

const lambdas = logGrid(10, 0.001, 120)
const lasso = lassoPath(X, y)
const models = {
  lasso: Array.from(lambdas, (lambda) => lasso.at(lambda).coefficients),
  ridge: ridgePath(X, y, lambdas).fits.map((fit) => fit.coefficients),
}

// Both at one λ in the middle of the grid
const k = 40
print('λ =', lambdas[k])
table({ feature: features, lasso: models.lasso[k], ridge: models.ridge[k] })

const points = Object.entries(models).flatMap(([model, path]) =>
  features.flatMap((feature, j) =>
    Array.from(lambdas, (lambda, k) => ({ model, feature, lambda, weight: path[k][j] })),
  ),
)
plot({
  color: { legend: true },
  x: { type: 'log', reverse: true, label: 'λ', tickFormat: '~g' },
  y: { label: 'weight', grid: true },
  fx: { label: null },
  marks: [
    Plot.ruleY([0]),
    Plot.line(points, { fx: 'model', x: 'lambda', y: 'weight', stroke: 'feature' }),
  ],
})
