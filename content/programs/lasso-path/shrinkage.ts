import { lassoPath, splitTarget, standardize } from 'shrinkage'
import diabetes from 'data/diabetes'

const { features, X: raw, y } = splitTarget(diabetes, 'target')
const { X } = standardize(raw)

const path = lassoPath(X, y)
print('lambda_max', path.knots[0].lambda)

table({
  feature: features,
  'λ = 20': path.at(20).coefficients,
  'λ = 5': path.at(5).coefficients,
  'λ = 1': path.at(1).coefficients,
})
