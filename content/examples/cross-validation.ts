import * as Plot from '@observablehq/plot'
import { crossValidate, lasso, splitTarget, standardize } from 'shrinkage'
import diabetes from 'data/diabetes'

const { X: raw, y } = splitTarget(diabetes, 'target')
const cv = crossValidate(raw, y, { folds: 10, seed: 1 })

// The simplest model whose error is within one standard error of the best
const { X } = standardize(raw)
const choices = { minimum: cv.minimum, 'one standard error': cv.oneStandardError }
table(
  Object.entries(choices).map(([rule, { lambda, index }]) => ({
    rule,
    λ: lambda,
    error: cv.errors[index],
    features: lasso(X, y, lambda).coefficients.filter((weight) => weight !== 0).length,
  })),
)

const curve = Array.from(cv.lambdas, (lambda, k) => ({
  lambda,
  error: cv.errors[k],
  low: cv.errors[k] - cv.standardErrors[k],
  high: cv.errors[k] + cv.standardErrors[k],
}))
plot({
  x: { type: 'log', reverse: true, label: 'λ', tickFormat: '~g' },
  y: { label: 'error on rows left out', grid: true },
  marks: [
    Plot.areaY(curve, { x: 'lambda', y1: 'low', y2: 'high', fillOpacity: 0.15 }),
    Plot.line(curve, { x: 'lambda', y: 'error' }),
    Plot.ruleX([cv.minimum.lambda]),
    Plot.ruleX([cv.oneStandardError.lambda], { strokeDasharray: 4 }),
  ],
})
