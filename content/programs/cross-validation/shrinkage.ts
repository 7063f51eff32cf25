import { crossValidate, logGrid, splitTarget } from 'shrinkage'
import diabetes from 'data/diabetes'

const { X, y } = splitTarget(diabetes, 'target')
const lambdas = logGrid(30, 0.3, 9)
const folds = Array.from(y, (_, i) => i % 13) // 13 folds of 34 patients

const cv = crossValidate(X, y, { lambdas, folds })
table({
  lambda: lambdas,
  error: cv.errors,
  'standard error': cv.standardErrors,
})
print('minimum', cv.minimum.lambda)
print('one standard error', cv.oneStandardError.lambda)
