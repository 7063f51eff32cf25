import { lasso, leastSquares, ridge, splitTarget, standardize } from 'shrinkage'
import diabetes from 'data/diabetes'

const { X: raw, y } = splitTarget(diabetes, 'target')
const { X } = standardize(raw)

const fits = [leastSquares(X, y), lasso(X, y, 5), ridge(X, y, 1)]
const weights = fits.map((fit) => [...fit.coefficients])

table({
  model: ['least squares', 'lasso', 'ridge'],
  zeros: weights.map((w) => w.filter((value) => value === 0).length),
  'sum of sizes': weights.map((w) =>
    w.reduce((sum, value) => sum + Math.abs(value), 0),
  ),
  length: weights.map((w) => Math.hypot(...w)),
})
