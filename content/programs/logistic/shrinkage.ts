import { logisticRegression, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)
const label = y.map((value) => (value > 2.5 ? 1 : 0))

const lambda = 1 / y.length // C = 1, what scikit-learn takes if not told
const fit = logisticRegression(X, label, lambda, 0)
table({ feature: features, weight: fit.coefficients })
print('intercept', fit.intercept)
