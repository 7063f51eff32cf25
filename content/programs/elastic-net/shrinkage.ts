import { elasticNet, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)

const fit = elasticNet(X, y, 0.4, 0.5)
table({ feature: features, weight: fit.coefficients })
print('intercept', fit.intercept)
