import { crossValidate, lasso, ridge, splitTarget, standardize } from 'shrinkage'
import rows from 'data/prostate'

const target = 'lpsa'
const { features, X: raw, y } = splitTarget(rows, target)
const scale = standardize(raw) // so that one λ suits all columns

// λ by cross-validation, for each method on its own
const folds = Math.min(10, y.length)
const choose = (rho: number) => crossValidate(raw, y, { rho, folds, seed: 1 }).minimum.lambda
const fits = {
  lasso: lasso(scale.X, y, choose(1)),
  ridge: ridge(scale.X, y, choose(0)),
}

for (const [name, { lambda, intercept }] of Object.entries(fits)) {
  print(`${name}: λ = ${lambda}, intercept ${intercept}`)
}
table({
  feature: features,
  mean: scale.means,
  deviation: scale.deviations,
  lasso: fits.lasso.coefficients,
  ridge: fits.ridge.coefficients,
})
