import { degreesOfFreedom, ridge, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)

const fit = ridge(X, y, 0.1)
table({ feature: features, weight: fit.coefficients })
print('intercept', fit.intercept)
print('degrees of freedom', degreesOfFreedom(X, fit))
