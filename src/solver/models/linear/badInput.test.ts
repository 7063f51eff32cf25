import { expect, test } from 'vitest'
import {
  certificateOf,
  constrainedLasso,
  constrainedRidge,
  elasticNet,
  elasticNetGram,
  elasticNetPath,
  groupLasso,
  lambdaMax,
  lasso,
  lassoPath,
  leastSquares,
  logisticRegression,
  ridge,
  ridgePath,
  ShrinkageError,
  standardize,
  toMatrix,
} from 'shrinkage'

const X = [
  [1, 2],
  [3, 5],
  [4, 4],
]
const y = [1, 2, 4]

function errorOf(run: () => unknown): ShrinkageError {
  try {
    run()
  } catch (error) {
    if (error instanceof ShrinkageError) return error
    throw error
  }
  throw new Error('no error')
}

/** [what is wrong, the call, the code, what the message must name] */
const cases: [string, () => unknown, string, RegExp][] = [
  [
    'NaN in X',
    () =>
      lasso(
        [
          [1, 2],
          [3, NaN],
        ],
        [1, 2],
        1,
      ),
    'not-finite',
    /row 1, column 1 is NaN/,
  ],
  ['infinity in X', () => ridge([[1, -Infinity]], [1], 1), 'not-finite', /row 0, column 1/],
  ['NaN in y', () => leastSquares(X, [1, NaN, 2]), 'not-finite', /y\[1\] is NaN/],
  ['text in X', () => lasso([['3'] as never], [1], 1), 'not-numeric', /row 0, column 0 .*"3"/],
  ['null in X', () => lasso([[null] as never], [1], 1), 'not-numeric', /row 0, column 0 is null/],
  ['X is no list', () => lasso(7 as never, [1], 1), 'not-numeric', /X is 7/],
  ['X without rows', () => lasso([], [], 1), 'empty', /X has no rows/],
  ['X without columns', () => lasso([[]], [1], 1), 'empty', /no columns/],
  ['y empty', () => lasso([[1]], [], 1), 'empty', /y is empty/],
  ['ragged rows', () => lasso([[1, 2], [3]], [1, 2], 1), 'length-mismatch', /2 .* 1 in row 1/],
  [
    'more numbers than kernels can index',
    () => lasso(new Array(2 ** 20).fill(new Float64Array(1024)), [1], 1),
    'out-of-range',
    /1048576 rows × 1024 columns; expected at most 536870912 numbers/,
  ],
  ['y too short', () => lasso(X, [1, 2], 1), 'length-mismatch', /3 rows but y has 2/],
  [
    'a Matrix of the wrong size',
    () => toMatrix({ rows: 2, columns: 2, data: new Float64Array(3) }),
    'length-mismatch',
    /3 numbers; expected .* = 4/,
  ],
  [
    'NaN in a Matrix',
    () => toMatrix({ rows: 2, columns: 1, data: new Float64Array([1, NaN]) }),
    'not-finite',
    /row 1, column 0/,
  ],
  ['λ negative', () => lasso(X, y, -1), 'out-of-range', /lambda is -1/],
  ['λ NaN', () => ridge(X, y, NaN), 'not-finite', /lambda is NaN/],
  ['λ infinite', () => elasticNet(X, y, Infinity, 1), 'not-finite', /lambda is Infinity/],
  ['λ negative on a path', () => lassoPath(X, y).at(-2), 'out-of-range', /lambda is -2/],
  ['λ negative for a path', () => lassoPath(X, y).coefficientsAt([1, -2]), 'out-of-range', /is -2/],
  ['λ negative in a list', () => elasticNetPath(X, y, [1, -3], 1), 'out-of-range', /-3/],
  ['λ missing in a list', () => ridgePath(X, y, []), 'empty', /lambdas is empty/],
  ['ρ above 1', () => elasticNet(X, y, 1, 1.5), 'out-of-range', /rho is 1.5; .*0 to 1/],
  ['ρ below 0', () => elasticNetPath(X, y, [1], -0.1), 'out-of-range', /rho is -0.1/],
  ['λmax of ridge', () => lambdaMax(X, y, { rho: 0 }), 'out-of-range', /rho is 0/],
  [
    'weights of another length',
    () => lasso(X, y, 1, { sampleWeights: [1] }),
    'length-mismatch',
    /sampleWeights has 1 values; expected 3/,
  ],
  [
    'a negative weight',
    () => lasso(X, y, 1, { sampleWeights: [1, -1, 1] }),
    'out-of-range',
    /sampleWeights\[1\] is -1/,
  ],
  ['weights all 0', () => lasso(X, y, 1, { sampleWeights: [0, 0, 0] }), 'empty', /all 0/],
  [
    'a negative penalty factor',
    () => lasso(X, y, 1, { penaltyFactors: [1, -2] }),
    'out-of-range',
    /penaltyFactors\[1\] is -2/,
  ],
  [
    'penalty factors of another length',
    () => lasso(X, y, 1, { penaltyFactors: [1] }),
    'length-mismatch',
    /penaltyFactors has 1/,
  ],
  [
    'a misspelt option',
    () => lasso(X, y, 1, { Intercept: false } as never),
    'unknown-name',
    /no option Intercept; .* intercept/,
  ],
  [
    'an option in another case',
    () => ridge(X, y, 1, { nonnegative: true } as never),
    'unknown-name',
    /no option nonnegative; .* nonNegative/,
  ],
  [
    'an intercept that is a text',
    () => leastSquares(X, y, { intercept: 'false' } as never),
    'out-of-range',
    /intercept is the text "false"; expected true or false/,
  ],
  [
    'nonNegative that is a text',
    () => elasticNet(X, y, 1, 1, { nonNegative: 'no' } as never),
    'out-of-range',
    /nonNegative is the text "no"; expected true or false/,
  ],
  ['options that are a number', () => lasso(X, y, 1, 7 as never), 'malformed', /options is 7/],
  ['radius 0 for ridge', () => constrainedRidge(X, y, 0), 'out-of-range', /radius is 0; .*> 0/],
  ['radius negative', () => constrainedLasso(X, y, -1), 'out-of-range', /radius is -1; .*≥ 0/],
  ['a radius too small', () => constrainedRidge(X, y, 1e-310), 'overflow', /radius is 1e-310/],
  [
    'penalty factors of a ball',
    () => constrainedRidge(X, y, 1, { penaltyFactors: [1, 0] } as never),
    'unknown-name',
    /no option penaltyFactors/,
  ],
  [
    'a method for the constrained lasso',
    () => constrainedLasso(X, y, 1, { method: 'coordinate descent' } as never),
    'unknown-name',
    /no option method/,
  ],
  [
    'a negative coefficient to certify where none may be',
    () => certificateOf(X, y, [1, -0.5], 0.1, 1, { nonNegative: true }),
    'out-of-range',
    /coefficients\[1\] is -0.5; expected a number ≥ 0/,
  ],
  [
    'an unknown method',
    () => lasso(X, y, 1, { method: 'magic' as never }),
    'out-of-range',
    /magic/,
  ],
  [
    'maxIterations 0',
    () => lasso(X, y, 1, { maxIterations: 0 }),
    'out-of-range',
    /maxIterations is 0/,
  ],
  [
    'H not symmetric',
    () =>
      elasticNetGram(
        [
          [1, 0],
          [0.5, 1],
        ],
        [1, 1],
        1,
        1,
      ),
    'out-of-range',
    /symmetric/,
  ],
  [
    'H without diagonal',
    () => elasticNetGram([[0]], [1], 1, 1),
    'out-of-range',
    /H\[0\]\[0\] is 0/,
  ],
  ['y too large', () => lasso(X, [1e200, 0, 1], 1), 'overflow', /y spans/],
  ['X too large', () => lasso([[1e305], [0]], [1, 2], 1), 'overflow', /Column 0 of X/],
  ['groups of another length', () => groupLasso(X, y, [1], 1), 'length-mismatch', /groups has 1/],
  [
    'a label other than 0 and 1',
    () => logisticRegression(X, [0, 1, 2], 1, 1),
    'out-of-range',
    /y\[2\] is 2/,
  ],
  ['only one label', () => logisticRegression(X, [1, 1, 1], 1, 1), 'no-solution', /both labels/],
  [
    'an unknown deviation',
    () => standardize(X, { deviation: 'x' as never }),
    'out-of-range',
    /'sample'/,
  ],
  [
    'a sample deviation of one row',
    () => standardize([[1]], { deviation: 'sample' }),
    'out-of-range',
    /1 row/,
  ],
]

for (const [what, run, code, message] of cases) {
  test(`${what}: an error with a code that says what, where and what was expected`, () => {
    const error = errorOf(run)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })
}

test('a method that does not reach the tolerance says so', () => {
  const columns = [0, 1, 2, 3]
  const rows = [0, 1, 2, 3, 4, 5].map((i) => columns.map((j) => Math.cos(i * (1 + j / 50))))
  const fit = lasso(rows, [1, 3, 2, 5, 4, 4], 1e-4, {
    method: 'coordinate descent',
    maxIterations: 1,
  })
  expect(fit.converged).toBe(false)
  expect(fit.notes.join()).toMatch(/gap/)
})
