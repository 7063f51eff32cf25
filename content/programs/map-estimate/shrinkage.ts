import { penaltyFromPrior, ridge, splitTarget, standardize } from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const { X } = standardize(raw)

const sigma = 0.7
const prior = { kind: 'gaussian', scale: 0.2 } as const
const { lambda } = penaltyFromPrior(prior, sigma, y.length)
print('lambda', lambda)
table({ feature: features, weight: ridge(X, y, lambda).coefficients })
