import { expect, test } from 'vitest'
import {
  adamSteps,
  constrainedLasso,
  constrainedRidge,
  crossValidate,
  elasticNet,
  elasticNetGram,
  elasticNetPath,
  gradientDescentSteps,
  groupLasso,
  lambdaGrid,
  lasso,
  lassoPath,
  leastSquares,
  logisticPath,
  logisticRegression,
  polynomialFeatures,
  projectL1Ball,
  quadraticLoss,
  relaxedLasso,
  ridge,
  ridgePath,
  standardize,
  takeSteps,
  toMatrix,
} from 'shrinkage'
import { linearProblem } from './testing/linearProblem.ts'

/** Every typed array in a value, at any depth. */
function arraysIn(value: unknown): Float64Array[] {
  if (value instanceof Float64Array) return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(arraysIn)
}

test('no answer shares its memory with anything else, so that it can be sent to another thread', () => {
  const [n, p] = [40, 12]
  const { X, y } = linearProblem(n, p)
  const labels = y.map((value) => (value > 2 ? 1 : 0))
  const groups = Array.from({ length: p }, (_, j) => j % 4)
  const H = X.slice(0, p).map((_, i) => X[0].map((_, j) => (i === j ? 2 : 0)))
  const path = lassoPath(X, y)
  const answers = {
    leastSquares: leastSquares(X, y),
    ridge: ridge(X, y, 0.1),
    ridgePath: ridgePath(X, y, [1, 0.1]),
    lasso: lasso(X, y, 0.1),
    descent: lasso(X, y, 0.1, { method: 'coordinate descent' }),
    elasticNet: elasticNet(X, y, 0.1, 0.5),
    elasticNetPath: elasticNetPath(X, y, [1, 0.1], 0.5),
    elasticNetGram: elasticNetGram(H, y.slice(0, p), 0.1, 0.5),
    knots: path.knots,
    at: path.at(0.1),
    coefficientsAt: path.coefficientsAt([1, 0.5, 0.1]),
    constrainedLasso: constrainedLasso(X, y, 1),
    constrainedRidge: constrainedRidge(X, y, 1),
    relaxedLasso: relaxedLasso(X, y, 0.1),
    groupLasso: groupLasso(X, y, groups, 0.1),
    logisticRegression: logisticRegression(X, labels, 0.1, 1),
    logisticPath: logisticPath(X, labels, [0.2, 0.1], 1),
    lambdaGrid: lambdaGrid(X, y),
    crossValidate: crossValidate(X, y, { folds: 4, seed: 1 }),
    standardize: standardize(X),
    polynomialFeatures: polynomialFeatures(y, 9, 'orthogonal'),
    toMatrix: toMatrix(X),
    projectL1Ball: projectL1Ball(y, 1),
    gradientDescent: takeSteps(gradientDescentSteps(X, y, { learningRate: 0.1, lambda: 1 }), 2),
    adam: takeSteps(adamSteps(quadraticLoss(H, y.slice(0, p)), { lambda: 1 }), 2),
  }
  for (const [name, answer] of Object.entries(answers)) {
    for (const array of arraysIn(answer)) {
      expect(array.buffer.byteLength, name).toBe(array.byteLength)
    }
  }
  expect(arraysIn(answers).length).toBeGreaterThan(60)
})
