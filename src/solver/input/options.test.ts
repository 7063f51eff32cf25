import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'
import { ShrinkageError } from 'shrinkage'
import type { FitOptions } from 'shrinkage'
import { FIT_OPTIONS } from './options.ts'

const X = [[1, 2], [3, 5], [4, 4], [0, 1]] // prettier-ignore
const y = [1, 2, 4, 3]
const labels = [0, 1, 0, 1]
const loss = shrinkage.quadraticLoss([[1]], [3])
const seen = { observation: 1, noise: 1 }

type Options = Record<string, unknown>

/** Every function that takes options: a call that is right but for the options added to it. */
const doors: Record<string, (added: Options) => unknown> = {
  leastSquares: (added) => shrinkage.leastSquares(X, y, added),
  ridge: (added) => shrinkage.ridge(X, y, 1, added),
  lasso: (added) => shrinkage.lasso(X, y, 1, added),
  elasticNet: (added) => shrinkage.elasticNet(X, y, 1, 0.5, added),
  lassoPath: (added) => shrinkage.lassoPath(X, y, added),
  ridgePath: (added) => shrinkage.ridgePath(X, y, [1], added),
  elasticNetPath: (added) => shrinkage.elasticNetPath(X, y, [1], 0.5, added),
  lambdaMax: (added) => shrinkage.lambdaMax(X, y, added),
  certificateOf: (added) => shrinkage.certificateOf(X, y, [0, 0], 1, 1, added),
  constrainedLasso: (added) => shrinkage.constrainedLasso(X, y, 1, added),
  constrainedRidge: (added) => shrinkage.constrainedRidge(X, y, 1, added),
  groupLasso: (added) => shrinkage.groupLasso(X, y, [0, 0], 1, added),
  groupLassoPath: (added) => shrinkage.groupLassoPath(X, y, [0, 0], [1], added),
  groupLambdaMax: (added) => shrinkage.groupLambdaMax(X, y, [0, 0], added),
  residualSumOfSquares: (added) =>
    shrinkage.residualSumOfSquares(shrinkage.lasso(X, y, 1), X, y, added),
  rSquared: (added) => shrinkage.rSquared(shrinkage.lasso(X, y, 1), X, y, added),
  logisticRegression: (added) => shrinkage.logisticRegression(X, labels, 1, 1, added),
  logisticPath: (added) => shrinkage.logisticPath(X, labels, [1], 1, added),
  logisticLambdaMax: (added) => shrinkage.logisticLambdaMax(X, labels, added),
  crossValidate: (added) => shrinkage.crossValidate(X, y, { folds: 2, ...added }),
  lambdaGrid: (added) => shrinkage.lambdaGrid(X, y, added),
  degreesOfFreedom: (added) => shrinkage.degreesOfFreedom(X, shrinkage.lasso(X, y, 1), added),
  relaxedLasso: (added) => shrinkage.relaxedLasso(X, y, 1, added),
  squaredLoss: (added) => shrinkage.squaredLoss(X, y, added),
  gradientDescentSteps: (added) =>
    shrinkage.gradientDescentSteps(X, y, { learningRate: 0.1, lambda: 1, ...added }).next(),
  learningRateLimit: (added) => shrinkage.learningRateLimit(X, 1, added),
  istaSteps: (added) => shrinkage.istaSteps(loss, { lambda: 1, ...added }).next(),
  fistaSteps: (added) => shrinkage.fistaSteps(loss, { lambda: 1, ...added }).next(),
  subgradientSteps: (added) =>
    shrinkage.subgradientSteps(loss, { lambda: 1, learningRate: 0.1, ...added }).next(),
  coordinateDescentSteps: (added) =>
    shrinkage.coordinateDescentSteps(loss, { lambda: 1, ...added }).next(),
  adamSteps: (added) => shrinkage.adamSteps(loss, { lambda: 1, ...added }).next(),
  adamWSteps: (added) => shrinkage.adamWSteps(loss, { lambda: 1, ...added }).next(),
  gaussianPosterior: (added) => shrinkage.gaussianPosterior({ ...seen, deviation: 1, ...added }),
  laplacePosterior: (added) => shrinkage.laplacePosterior({ ...seen, scale: 1, ...added }),
  convertPenalty: (added) =>
    shrinkage.convertPenalty({
      from: 'article',
      parameters: { lambda: 1 },
      to: 'torch.SGD',
      n: 4,
      ...added,
    }),
  readNumericTable: (added) => shrinkage.readNumericTable('a\n1\n', added),
  standardize: (added) => shrinkage.standardize(X, added),
  simulateRegression: (added) =>
    shrinkage.simulateRegression({ n: 4, p: 2, relevant: 1, seed: 1, ...added }),
}

function errorOf(run: () => unknown): ShrinkageError {
  try {
    run()
  } catch (error) {
    if (error instanceof ShrinkageError) return error
    throw error
  }
  throw new Error('no error')
}

test.each(Object.entries(doors))('%s refuses an option that it does not take', (door, call) => {
  expect(() => call({})).not.toThrow()
  const { code, facts, message } = errorOf(() => call({ unheardOf: 1 }))
  expect(code).toBe('unknown-name')
  expect(facts).toMatchObject({ name: 'unheardOf', door })
  expect(facts.expected).toContain(facts.nearest)
  expect(message).toContain(`${door} has no option unheardOf; the nearest one is ${facts.nearest}.`)
})

test('options of other functions are unknown as well', () => {
  const words = ['rho', 'lambdaMin', 'gamma', 'count', 'ratio', 'seed', 'folds', 'learningRate']
  for (const door of ['lasso', 'ridge', 'leastSquares', 'elasticNet', 'ridgePath']) {
    for (const word of words) expect(() => doors[door]({ [word]: 1 })).toThrow(`no option ${word}`)
  }
})

test.each([
  ['crossValidate', 'fold', 'folds'],
  ['istaSteps', 'rate', 'rho'],
  ['adamSteps', 'learning_rate', 'learningRate'],
  ['standardize', 'deviaton', 'deviation'],
  ['degreesOfFreedom', 'itercept', 'intercept'],
  ['readNumericTable', 'seperator', 'separator'],
])('%s answers %s with %s', (door, given, nearest) => {
  expect(errorOf(() => doors[door]({ [given]: 1 })).facts.nearest).toBe(nearest)
})

test('an option of undefined is one that is not given', () => {
  for (const call of Object.values(doors))
    expect(() => call({ unheardOf: undefined })).not.toThrow()
})

test('an intercept of 0 is not taken for false', () => {
  for (const door of ['lasso', 'squaredLoss', 'degreesOfFreedom', 'learningRateLimit']) {
    expect(() => doors[door]({ intercept: 0 })).toThrow('intercept is 0; expected true or false.')
  }
})

test('every option of a fit is known by its name', () => {
  const all: Required<FitOptions> = {
    intercept: true,
    sampleWeights: [1, 1, 1, 1],
    penaltyFactors: [1, 1],
    nonNegative: false,
    tolerance: 1e-10,
    maxIterations: 10,
    method: 'auto',
    standardize: false,
    features: ['a', 'b'],
  }
  expect([...FIT_OPTIONS].sort()).toEqual(Object.keys(all).sort())
  expect(() => shrinkage.lasso(X, y, 1, all)).not.toThrow()
})

/** [the call, its code, the facts that its sentence says] */
const facts: [() => unknown, string, object][] = [
  [() => shrinkage.lasso([[1], [NaN]], [1, 2], 1), 'not-finite', { name: 'X', row: 1, column: 0, given: NaN }], // prettier-ignore
  [() => shrinkage.lasso(X, [1, 2, '3', 4] as never, 1), 'not-numeric', { name: 'y', index: 2, given: '3' }], // prettier-ignore
  [() => shrinkage.lasso(X, [1, 2], 1), 'length-mismatch', { name: 'y', given: 2, expected: 4 }],
  [() => shrinkage.lasso(X, y, -1), 'out-of-range', { name: 'lambda', given: -1, least: 0 }],
  [() => shrinkage.elasticNet(X, y, 1, 2), 'out-of-range', { name: 'rho', given: 2, least: 0, most: 1 }], // prettier-ignore
  [() => shrinkage.toMatrix([[1, 2], [3]]), 'length-mismatch', { name: 'X', row: 1, given: 1, expected: 2 }], // prettier-ignore
  [() => shrinkage.toMatrix([{ a: 1 }] as never), 'not-numeric', { name: 'X', row: 0, given: 'an object' }], // prettier-ignore
  [() => shrinkage.lasso(X, y, 1, { method: 'x' as never }), 'out-of-range', { name: 'method', given: 'x', expected: ['auto', 'coordinate descent'] }], // prettier-ignore
]

test.each(facts)('%s: the facts of an error are data', (call, code, expected) => {
  const error = errorOf(call)
  expect(error.code).toBe(code)
  expect(error.facts).toEqual(expected)
  expect(Object.isFrozen(error.facts)).toBe(true)
})
