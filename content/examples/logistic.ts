import * as Plot from '@observablehq/plot'
import { logGrid, logisticLambdaMax, logisticPath, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)
const label = y.map((value) => (value > 2.5 ? 1 : 0)) // is the antigen high?

// From the smallest λ at which all weights are zero
const largest = logisticLambdaMax(X, label)
const lambdas = logGrid(largest, largest / 200, 60)
const { fits } = logisticPath(X, label, lambdas, 1)
print('all weights are zero from λ =', largest)

const k = 25
table({ feature: features, [`weight at λ = ${lambdas[k].toFixed(3)}`]: fits[k].coefficients })

const points = features.flatMap((feature, j) =>
  fits.map(({ coefficients }, k) => ({ feature, lambda: lambdas[k], weight: coefficients[j] })),
)
plot({
  color: { legend: true },
  x: { type: 'log', reverse: true, label: 'λ', tickFormat: '~g' },
  y: { label: 'weight', grid: true },
  marks: [Plot.ruleY([0]), Plot.line(points, { x: 'lambda', y: 'weight', stroke: 'feature' })],
})
