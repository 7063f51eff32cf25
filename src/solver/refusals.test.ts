import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'
import {
  bridge,
  certificateOf,
  constrainedLasso,
  constrainedRidge,
  convertPenalty,
  crossValidate,
  elasticNetGram,
  gaussianDistribution,
  groupLasso,
  laplaceDistribution,
  laplacePosterior,
  lasso,
  lassoPath,
  lambdaGrid,
  lambdaMax,
  learningRateLimit,
  logisticRegression,
  penaltyFromPrior,
  polynomialFeatures,
  predict,
  priorFromPenalty,
  readNumericTable,
  ridge,
  seededRandom,
  ShrinkageError,
  squaredLoss,
  standardize,
  toMatrix,
  type ErrorCode,
  type ErrorFacts,
} from 'shrinkage'
import { callDoor, doors, goodArguments, type Kind, type Parameter } from './testing/doors.ts'

/** The error that a call throws. */
function errorOf(call: () => unknown): ShrinkageError {
  try {
    call()
  } catch (error) {
    if (error instanceof ShrinkageError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

type BadValue = [value: unknown, code: ErrorCode, facts?: ErrorFacts]

const NO_NUMBER: BadValue[] = [
  ['1', 'not-numeric', { given: '1' }],
  [null, 'not-numeric', { given: null }],
  [NaN, 'not-finite', { given: NaN }],
  [Infinity, 'not-finite', { given: Infinity }],
]

/** What is wrong with a parameter of each kind, made from the value that is right. */
const badValues: Record<Kind, (good: unknown) => BadValue[]> = {
  number: () => NO_NUMBER,
  positive: () => [
    ...NO_NUMBER,
    [0, 'out-of-range', { given: 0 }],
    [-1, 'out-of-range', { given: -1 }],
  ],
  nonnegative: () => [...NO_NUMBER, [-1, 'out-of-range', { given: -1, least: 0 }]],
  share: () => [
    ...NO_NUMBER,
    [1.5, 'out-of-range', { given: 1.5 }],
    [-0.1, 'out-of-range', { given: -0.1 }],
  ],
  count: () => [
    ...NO_NUMBER,
    [0, 'out-of-range', { given: 0 }],
    [1.5, 'out-of-range', { given: 1.5 }],
  ],
  boolean: () => [
    ['false', 'out-of-range', { given: 'false' }],
    [0, 'out-of-range', { given: 0 }],
    [null, 'out-of-range', { given: null }],
  ],
  word: () => [
    ['nonsense', 'out-of-range', { given: 'nonsense' }],
    [7, 'out-of-range'],
  ],
  name: () => [
    ['nonsense', 'unknown-name', { given: 'nonsense' }],
    [7, 'unknown-name'],
  ],
  text: () => [[5, 'malformed', { given: 5 }]],
  object: () => [
    [null, 'malformed', { given: null }],
    [7, 'malformed', { given: 7 }],
  ],
  list: (good) => {
    const list = good as number[]
    const last = list.length - 1
    return [
      [7, 'not-numeric', { given: 7 }],
      [null, 'not-numeric', { given: null }],
      [[], 'empty', { given: 0, least: 1 }],
      [[...list.slice(0, last), NaN], 'not-finite', { index: last, given: NaN }],
      [['1', ...list.slice(1)], 'not-numeric', { index: 0, given: '1' }],
    ]
  },
  'fixed list': (good) => {
    const list = good as number[]
    return [
      ...badValues.list(good),
      [[...list, 1], 'length-mismatch', { given: list.length + 1, expected: list.length }],
    ]
  },
  labels: (good) => {
    const list = good as number[]
    const last = list.length - 1
    return [
      [7, 'not-numeric', { given: 7 }],
      [[], 'empty', { given: 0, least: 1 }],
      [[...list.slice(0, last), 2], 'out-of-range', { index: last, given: 2 }],
    ]
  },
  design: (good) => {
    const rows = good as number[][]
    const last = rows.length - 1
    const withLast = (row: unknown) => [...rows.slice(0, last), row]
    return [
      [7, 'not-numeric', { given: 7 }],
      [[], 'empty', { given: 0, least: 1 }],
      [[[]], 'empty', { row: 0, given: 0, least: 1 }],
      [withLast([1]), 'length-mismatch', { row: last, given: 1, expected: 2 }],
      [withLast([1, NaN]), 'not-finite', { row: last, column: 1, given: NaN }],
      [withLast([1, '2']), 'not-numeric', { row: last, column: 1, given: '2' }],
      [withLast([1, null]), 'not-numeric', { row: last, column: 1, given: null }],
    ]
  },
  square: () => [
    [7, 'not-numeric', { given: 7 }],
    [[], 'empty', { given: 0, least: 1 }],
    [[[1, 2]], 'length-mismatch', { given: 2, expected: 1 }],
    [[[1, 2], [3, 4]], 'out-of-range', { row: 0, column: 1, given: 2, expected: 3 }], // prettier-ignore
    [[[1, NaN], [NaN, 1]], 'not-finite', { given: NaN }], // prettier-ignore
  ],
}

test('the table has every public function, and what it calls right is right', () => {
  const functions = Object.keys(shrinkage).filter(
    (name) => name !== 'ShrinkageError' && name !== 'loadFastKernels',
  )
  expect(Object.keys(doors).sort()).toEqual(functions.sort())
  for (const [name, door] of Object.entries(doors)) callDoor(name, goodArguments(door))
})

for (const [name, door] of Object.entries(doors)) {
  const { parameters, options = [] } = door
  const good = goodArguments(door)
  const cases: [Parameter, (value: unknown) => unknown[]][] = [
    ...parameters.map((parameter, k): (typeof cases)[number] => [
      parameter,
      (value) => good.map((other, i) => (i === k ? value : other)),
    ]),
    ...options.map((option): (typeof cases)[number] => [
      option,
      (value) => [...good.slice(0, -1), { ...(good.at(-1) as object), [option.name]: value }],
    ]),
  ]

  test(`${name} refuses each bad value, with its place, the value and what was expected`, () => {
    for (const [{ name: place, kind, good: right }, argumentsWith] of cases) {
      for (const [value, code, facts] of badValues[kind](right)) {
        const error = errorOf(() => callDoor(name, argumentsWith(value)))
        const label = `${place}: ${error.message}`
        expect(error.code, label).toBe(code)
        expect(error.facts, label).toMatchObject({ name: place, ...facts })
        expect(error.message, label).toMatch(/; expected .*\.$|Expected/)
      }
    }
  })

  test(`${name} without arguments is a ShrinkageError`, () => {
    expect(() => callDoor(name, [])).toThrow(ShrinkageError)
  })

  if (door.options !== undefined) {
    test(`${name} refuses options that are none, and those that it does not take`, () => {
      const given = parameters.map(({ good }) => good)
      const none = errorOf(() => callDoor(name, [...given, null]))
      expect([none.code, none.facts.name]).toEqual(['malformed', 'options'])
      const unknown = errorOf(() => callDoor(name, [...given, { nonsense: 1 }]))
      expect(unknown.code).toBe('unknown-name')
      expect(unknown.facts).toMatchObject({ name: 'nonsense', door: name })
      expect(unknown.facts.expected).toContain(unknown.facts.nearest)
    })
  }
}

const X = [[1, 2], [3, 5], [4, 4]] // prettier-ignore
const y = [1, 2, 4]
const bare = { dimension: 1, value: (w: Float64Array) => w[0] ** 2, gradient: () => [0] }
const fit = { coefficients: [1, 2], intercept: 0 }
const wide = new Array(2 ** 20).fill(new Float64Array(1024))

/** [what is wrong, the call, the code, the facts, what the message must say]: what belongs to one function alone. */
// prettier-ignore
const cases: [string, () => unknown, ErrorCode, ErrorFacts, RegExp][] = [
  ['a list that is only long', () => lambdaMax(X, { length: 1e12 } as never), 'not-numeric', { name: 'y', index: 0 }, /y\[0\] is undefined/],
  ['a list of length −1', () => lambdaMax(X, { length: -1 } as never), 'not-numeric', { name: 'y', given: 'an object' }, /a list of/],
  ['a BigInt', () => lambdaMax(X, [1n, 2, 3] as never), 'not-numeric', { name: 'y', index: 0 }, /y\[0\] is the BigInt 1n/],
  ['a flat X', () => toMatrix([1, 2, 3] as never), 'not-numeric', { name: 'X', row: 0, given: 1 }, /X at row 0 is 1; expected a list of numbers/],
  ['a flat X', () => toMatrix(new Float64Array(3) as never), 'not-numeric', { name: 'X', row: 0, given: 0 }, /X at row 0 is 0; expected a list of numbers/],
  ['rows with names', () => toMatrix([{ a: 1 }] as never), 'not-numeric', { name: 'X', row: 0, given: 'an object' }, /X at row 0 is an object; expected a list/],
  ['a plain list of data', () => toMatrix({ rows: 1, columns: 1, data: [1] } as never), 'not-numeric', { name: 'X.data' }, /X.data is an array .* a Float64Array/],
  ['a Matrix of the wrong size', () => toMatrix({ rows: 2, columns: 2, data: new Float64Array(3) }), 'length-mismatch', { name: 'X.data', given: 3, expected: 4 }, /3 numbers; expected .* = 4/],
  ['NaN in a Matrix', () => toMatrix({ rows: 2, columns: 1, data: new Float64Array([1, NaN]) }), 'not-finite', { name: 'X', row: 1, column: 0 }, /row 1, column 0/],
  ['more numbers than kernels can index', () => lasso(wide, [1], 1), 'out-of-range', { name: 'X', given: 2 ** 30, most: 2 ** 29 }, /1048576 rows × 1024 columns; expected at most 536870912 numbers/],
  ['y too short', () => lasso(X, [1, 2], 1), 'length-mismatch', { name: 'y', given: 2, expected: 3 }, /3 rows but y has 2/],
  ['λ negative on a path', () => lassoPath(X, y).at(-2), 'out-of-range', { name: 'lambda', given: -2, least: 0 }, /lambda is -2/],
  ['λ negative for a path', () => lassoPath(X, y).coefficientsAt([1, -2]), 'out-of-range', { name: 'lambdas', index: 1, given: -2 }, /lambdas\[1\] is -2/],
  ['λmax of ridge', () => lambdaMax(X, y, { rho: 0 }), 'out-of-range', { name: 'rho', given: 0, least: 0 }, /rho is 0/],
  ['a negative weight', () => lasso(X, y, 1, { sampleWeights: [1, -1, 1] }), 'out-of-range', { name: 'sampleWeights', index: 1, given: -1, least: 0 }, /sampleWeights\[1\] is -1/],
  ['weights all 0', () => lasso(X, y, 1, { sampleWeights: [0, 0, 0] }), 'empty', { name: 'sampleWeights', given: 0, least: 0 }, /all 0/],
  ['a negative penalty factor', () => lasso(X, y, 1, { penaltyFactors: [1, -2] }), 'out-of-range', { name: 'penaltyFactors', index: 1, given: -2, least: 0 }, /penaltyFactors\[1\] is -2/],
  ['a misspelt option', () => lasso(X, y, 1, { Intercept: false } as never), 'unknown-name', { name: 'Intercept', nearest: 'intercept' }, /lasso has no option Intercept; the nearest one is intercept/],
  ['an option in another case', () => ridge(X, y, 1, { nonnegative: true } as never), 'unknown-name', { name: 'nonnegative', nearest: 'nonNegative' }, /no option nonnegative; .* nonNegative/],
  ['a share for the lasso', () => lasso(X, y, 1, { rho: 0 } as never), 'unknown-name', { name: 'rho', nearest: 'elasticNet' }, /lasso has no option rho; elasticNet takes it\./],
  ['a share for a path', () => lassoPath(X, y, { rho: 0.5 } as never), 'unknown-name', { name: 'rho', nearest: 'elasticNetPath' }, /elasticNetPath takes it\./],
  ['a share of a name of all objects', () => lasso(X, y, 1, { toString: 1 } as never), 'unknown-name', { name: 'toString' }, /the nearest one is/],
  ['a misspelt number of folds', () => crossValidate(X, y, { fold: 2 } as never), 'unknown-name', { name: 'fold', nearest: 'folds' }, /no option fold; the nearest one is folds/],
  ['a radius too small', () => constrainedRidge(X, y, 1e-310), 'overflow', { name: 'radius', given: 1e-310 }, /radius is 1e-310/],
  ['penalty factors of a ball', () => constrainedRidge(X, y, 1, { penaltyFactors: [1, 0] } as never), 'unknown-name', { name: 'penaltyFactors', door: 'constrainedRidge' }, /no option penaltyFactors/],
  ['a method for a constraint', () => constrainedLasso(X, y, 1, { method: 'auto' } as never), 'unknown-name', { name: 'method' }, /no option method/],
  ['a method for a logistic fit', () => logisticRegression(X, [0, 1, 1], 1, 1, { method: 'auto' } as never), 'unknown-name', { name: 'method' }, /no option method/],
  ['a sign for groups', () => groupLasso(X, y, [0, 1], 1, { nonNegative: true } as never), 'unknown-name', { name: 'nonNegative' }, /groupLasso has no option/],
  ['a share for groups', () => lambdaGrid(X, y, { groups: [0, 1], rho: 0.5 }), 'unknown-name', { name: 'rho', door: 'lambdaGrid with groups' }, /lambdaGrid with groups has no option rho/],
  ['a coefficient < 0 to certify where none may be', () => certificateOf(X, y, [1, -0.5], 0.1, 1, { nonNegative: true }), 'out-of-range', { name: 'coefficients', index: 1, given: -0.5, least: 0 }, /coefficients\[1\] is -0.5; expected a number ≥ 0/],
  ['H without diagonal', () => elasticNetGram([[0]], [1], 1, 1), 'out-of-range', { name: 'H', row: 0, column: 0, given: 0, least: 0 }, /H\[0\]\[0\] is 0/],
  ['H with two signs', () => elasticNetGram([[1, 2], [2, 1]], [1, 1], 1, 1), 'out-of-range', { name: 'H', least: 0 }, /H has an eigenvalue of -1.00/],
  ['H that is no plane', () => bridge([[1]], [1, 2], 1, 1), 'length-mismatch', { name: 'H', given: 1, expected: 2 }, /H has 1 rows; expected 2/],
  ['H without a minimum', () => bridge([[1, 2], [2, 1]], [1, 2], 1, 1), 'no-solution', { name: 'H', given: -3, least: 0 }, /positive definite/],
  ['y too large', () => lasso(X, [1e200, 0, 1], 1), 'overflow', { name: 'y', most: 1e152 }, /y spans/],
  ['X too large', () => lasso([[1e305], [0]], [1, 2], 1), 'overflow', { name: 'X', column: 0, given: 1e305 }, /Column 0 of X spans/],
  ['λmax too large', () => lambdaMax([[1e200], [-1e200]], [1e140, -1e140]), 'overflow', { name: 'lambdaMax', given: Infinity, most: Number.MAX_VALUE }, /λmax is too large/],
  ['a coefficient too large', () => elasticNetGram([[1e-300]], [1e10], 0, 1), 'overflow', { given: Infinity }, /too large for double precision/],
  ['scales of one group too far apart', () => groupLasso([[1e170, 1e-170], [0, 0]], [1, 2], [0, 0], 1), 'overflow', { name: 'X', column: 1 }, /Column 1 of X spans/],
  ['a range beyond doubles', () => standardize([[1e308], [-1e308]]), 'overflow', { name: 'X', column: 0 }, /Column 0 of X is too large/],
  ['squares beyond doubles', () => squaredLoss([[1e200], [2]], [1, 2]), 'overflow', { name: 'X', given: Infinity }, /XᵀX is too large/],
  ['squares beyond doubles', () => learningRateLimit([[1e200], [2]], 0), 'overflow', { name: 'X' }, /XᵀX is too large/],
  ['a power beyond doubles', () => polynomialFeatures([1e200], 2, 'raw'), 'overflow', { name: 'x', index: 0, given: 1e200 }, /to the power 2 is too large/],
  ['a prediction beyond doubles', () => predict(fit, [[1e308, 1e308]]), 'overflow', { name: 'predictions', index: 0, given: Infinity }, /A prediction is too large/],
  ['a prior too wide', () => penaltyFromPrior({ kind: 'gaussian', scale: 1e200 }, 1e-200, 1), 'overflow', { name: 'perSum', given: 0, least: Number.MIN_VALUE }, /λ is too small/],
  ['a prior beyond doubles', () => priorFromPenalty('laplace', 1e-320, 1, 1), 'overflow', { name: 'scale', given: Infinity }, /The scale of the prior is too large/],
  ['ratios beyond doubles', () => laplacePosterior({ observation: 1, noise: 1e200, scale: 1e-200 }), 'overflow', { name: 'observation', given: Infinity, most: 1e153 }, /too far apart/],
  ['more columns than a fit', () => predict(fit, [[1, 2, 3]]), 'length-mismatch', { name: 'X', given: 3, expected: 2 }, /X has 3 columns; expected 2/],
  ['a label other than 0 and 1', () => logisticRegression(X, [0, 1, 2], 1, 1), 'out-of-range', { name: 'y', index: 2, given: 2 }, /y\[2\] is 2/],
  ['three words', () => logisticRegression(X, ['a', 'b', 'c'], 1, 1), 'out-of-range', { name: 'y', given: 3, expected: 2 }, /3 different words/],
  ['only one label', () => logisticRegression(X, [1, 1, 1], 1, 1), 'no-solution', { name: 'y', given: 1 }, /both labels/],
  ['a y that no feature explains', () => lambdaGrid(X, [1, 1, 1]), 'no-solution', { name: 'y' }, /No feature correlates with y/],
  ['a sample deviation of one row', () => standardize([[1]], { deviation: 'sample' }), 'out-of-range', { name: 'X', given: 1, least: 2 }, /1 row/],
  ['a missing intercept', () => (standardize(X).toOriginal as (w: number[]) => unknown)([1, 2]), 'not-numeric', { name: 'intercept' }, /intercept is undefined/],
  ['another number of columns', () => standardize(X).apply([[1]]), 'length-mismatch', { name: 'X', given: 1, expected: 2 }, /X has 1 columns; expected 2/],
  ['more powers than points', () => polynomialFeatures([1, 1, 2], 2, 'orthogonal'), 'out-of-range', { name: 'degree', given: 2, most: 1 }, /only 2 distinct/],
  ['a number that would become 0', () => readNumericTable('a\n1e-400\n'), 'not-finite', { name: 'a', line: 2, column: 1, given: '1e-400' }, /holds 1e-400, beyond/],
  ['labels that are no list', () => readNumericTable('a,y\nq,1\n', { labels: 'a' as never }), 'malformed', { name: 'labels', given: 'a' }, /labels is the text "a"/],
  ['a column that there is not', () => readNumericTable('a,y\nq,1\n', { labels: ['b'] }), 'unknown-name', { name: 'labels', given: 'b', nearest: 'a' }, /There is no column "b"/],
  ['a line too long', () => readNumericTable('a;b\n1,5;2\n'), 'length-mismatch', { line: 2, given: 2, expected: 1 }, /If ";" separates the cells/],
  ['parameters of another convention', () => convertPenalty({ from: 'shrinkage', parameters: { alpha: 1 }, to: 'sklearn.Ridge', n: 1 }), 'unknown-name', { name: 'parameters', given: 'alpha' }, /expected lambda and rho/],
  ['a penalty that the other has not', () => convertPenalty({ from: 'shrinkage', parameters: { lambda: 1, rho: 1 }, to: 'sklearn.Ridge', n: 1 }), 'no-solution', { name: 'sklearn.Ridge', given: 1 }, /has only an L2 penalty/],
  ['P(X ≤ NaN)', () => gaussianDistribution(0, 1).cumulative(NaN), 'not-finite', { name: 'x' }, /x is NaN/],
  ['P(X ≤ NaN)', () => laplaceDistribution(0, 1).cumulative(NaN), 'not-finite', { name: 'x' }, /x is NaN/],
  ['a negative scale', () => seededRandom(1).laplace(-1), 'out-of-range', { name: 'scale', given: -1 }, /scale is -1/],
  ['a loss that is no quadratic', () => callDoor('coordinateDescentSteps', [bare, { lambda: 0 }]), 'not-numeric', { name: 'loss.hessian' }, /loss.hessian is undefined/],
  ['a loss without curvature', () => callDoor('istaSteps', [bare, { lambda: 0 }]), 'not-numeric', { name: 'loss.curvature' }, /loss.curvature is undefined/],
  ['a fold number that would wrap', () => crossValidate(X, y, { folds: [0, 1, 2 ** 32] }), 'out-of-range', { name: 'folds', index: 2, given: 2 ** 32 }, /folds\[2\] is 4294967296/],
]

for (const [what, call, code, facts, message] of cases) {
  test(`${what}: ${message.source}`, () => {
    const error = errorOf(call)
    expect(error.code).toBe(code)
    expect(error.facts).toMatchObject(facts)
    expect(error.message).toMatch(message)
  })
}

test('distributions reach to the infinities', () => {
  for (const { cumulative } of [gaussianDistribution(0, 1), laplaceDistribution(0, 1)]) {
    expect([cumulative(-Infinity), cumulative(Infinity)]).toEqual([0, 1])
  }
})
