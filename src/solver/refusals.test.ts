import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'
import {
  gaussianDistribution,
  laplaceDistribution,
  penaltyFromPrior,
  polynomialFeatures,
  priorFromPenalty,
  readNumericTable,
  seededRandom,
  ShrinkageError,
  standardize,
  toMatrix,
} from 'shrinkage'

type Callable = (...given: unknown[]) => unknown

/** Calls, and takes the first step of an optimizer. */
function run(call: () => unknown): unknown {
  const result = call()
  return Object(result)[Symbol.iterator] && Object(result).next ? Object(result).next() : result
}

const functions = Object.entries(shrinkage).filter(
  ([name]) => name !== 'ShrinkageError' && name !== 'loadFastKernels',
) as [string, Callable][]

test.each(functions)('%s without arguments is a ShrinkageError', (_, f) => {
  expect(() => run(() => f())).toThrow(ShrinkageError)
})

const X = [[1, 2], [3, 5], [4, 4], [0, 1]] // prettier-ignore
const y = [1, 2, 4, 3]
const loss = shrinkage.quadraticLoss([[1]], [3])
const bare = { dimension: 1, value: (w: Float64Array) => w[0] ** 2, gradient: () => [0] }

/** [what is wrong, the call, what the message must name] */
const cases: [string, Callable, RegExp][] = [
  ['null options', () => shrinkage.groupLasso(X, y, [0, 1], 1, null as never), /options is null/],
  ['null options', () => shrinkage.logisticRegression(X, [0, 1, 0, 1], 1, 1, null as never), /options is null/], // prettier-ignore
  ['null options', () => shrinkage.crossValidate(X, y, null as never), /options is null/],
  ['null options', () => shrinkage.lambdaGrid(X, y, null as never), /options is null/],
  ['null options', () => standardize(X, null as never), /options is null/],
  ['a list that is only long', () => shrinkage.lambdaMax(X, { length: 1e12 } as never), /y\[0\]/],
  ['a list of length −1', () => shrinkage.lambdaMax(X, { length: -1 } as never), /a list of/],
  ['a BigInt', () => shrinkage.lambdaMax(X, [1n, 2, 3, 4] as never), /y\[0\] is the BigInt 1n/],
  ['a flat X', () => toMatrix([1, 2, 3] as never), /X at row 0 is 1; expected a list of numbers/],
  [
    'a flat X',
    () => toMatrix(new Float64Array(3) as never),
    /X at row 0 is 0; expected a list of numbers/,
  ],
  ['a plain list of data', () => toMatrix({ rows: 1, columns: 1, data: [1] } as never), /X.data is an array .* a Float64Array/], // prettier-ignore
  ['text that is none', () => readNumericTable(5 as never), /text is 5/],
  ['labels that are no list', () => readNumericTable('a,y\nq,1\n', { labels: 'a' as never }), /labels is the text "a"/], // prettier-ignore
  ['a number that would become 0', () => readNumericTable('a\n1e-400\n'), /holds 1e-400, beyond/],
  ['an unknown basis', () => polynomialFeatures([1, 2], 1, 'foo' as never), /basis is the text "foo"; expected 'raw' or/], // prettier-ignore
  ['an unknown prior', () => penaltyFromPrior({ kind: 'lapalce' as never, scale: 1 }, 1, 1), /kind is the text "lapalce"/], // prettier-ignore
  ['an unknown prior', () => priorFromPenalty('Laplace' as never, 1, 1, 1), /kind is the text/],
  ['a missing intercept', () => (standardize(X).toOriginal as Callable)([1, 2]), /intercept is un/],
  ['a range beyond doubles', () => standardize([[1e308], [-1e308]]), /Column 0 of X is too large/],
  ['P(X ≤ NaN)', () => gaussianDistribution(0, 1).cumulative(NaN), /x is NaN/],
  ['P(X ≤ NaN)', () => laplaceDistribution(0, 1).cumulative(NaN), /x is NaN/],
  ['a negative scale', () => seededRandom(1).laplace(-1), /scale is -1/],
  ['a threshold below 0', () => shrinkage.softThreshold(1, -5), /t is -5/],
  ['no number', () => shrinkage.softThreshold(NaN, 1), /z is NaN/],
  ['no number', () => shrinkage.softThreshold('3' as never, 1), /z is the text/],
  ['no number', () => shrinkage.hardThreshold(NaN, 1), /z is NaN/],
  ['what are no steps', () => shrinkage.takeSteps(5 as never, 3), /steps.* expected a function/],
  ['no learning rate', () => shrinkage.subgradientSteps(loss, { lambda: 1 } as never), /learningRate/], // prettier-ignore
  ['a loss that is no quadratic', () => shrinkage.coordinateDescentSteps(bare as never, { lambda: 0 }), /loss.hessian is undefined/], // prettier-ignore
  ['a loss without curvature', () => shrinkage.istaSteps(bare as never, { lambda: 0 }), /loss.curvature is undefined/], // prettier-ignore
  [
    'squares beyond doubles',
    () => shrinkage.squaredLoss([[1e200], [2]], [1, 2]),
    /XᵀX is too large/,
  ],
  ['squares beyond doubles', () => shrinkage.learningRateLimit([[1e200], [2]], 0), /XᵀX is too/],
  ['a fold number that would wrap', () => shrinkage.crossValidate(X, y, { folds: [0, 1, 2 ** 32, 1] }), /folds\[2\] is 4294967296/], // prettier-ignore
]

for (const [what, call, message] of cases) {
  test(`${what} is refused by a ShrinkageError that says ${message.source}`, () => {
    const refusal = expect(() => run(call))
    refusal.toThrow(ShrinkageError)
    refusal.toThrow(message)
  })
}

test('distributions reach to the infinities', () => {
  for (const { cumulative } of [gaussianDistribution(0, 1), laplaceDistribution(0, 1)]) {
    expect([cumulative(-Infinity), cumulative(Infinity)]).toEqual([0, 1])
  }
})
