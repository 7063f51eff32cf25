import { expect, test } from 'vitest'
import { crossValidate as solver, lasso, standardize } from 'shrinkage'
import { column, dot, judged, mean, soft, type Rows } from './testing.ts'

interface Found {
  errors: number[]
  standardErrors: number[]
  smallest: number
  chosen: number
}
type Answer = (X: Rows, y: number[], lambdas: number[], folds: number[]) => Found
type Fit = (X: Rows, y: number[], lambda: number) => (row: number[]) => number

const fitted: Fit = (X, y, lambda) => {
  const { coefficients, intercept } = lasso(X, y, lambda, { standardize: true })
  return (row) => intercept + dot(row, [...coefficients])
}

/** Coordinate descent by hand, on features that are standardized here. */
const byHand: Fit = (X, y, lambda) => {
  const { means, deviations } = standardize(X)
  const scaled = (row: number[]) => row.map((value, j) => (value - means[j]) / deviations[j])
  const columns = means.reduce<Rows>((all, _, j) => [...all, column(X.map(scaled), j)], [])
  const w = columns.map(() => 0)
  let r = y.map((value) => value - mean(y))
  for (let k = 0; k < 100; k++) {
    columns.forEach((x, j) => {
      const next = soft(dot(x, r) / y.length + w[j], lambda)
      r = r.map((value, i) => value + x[i] * (w[j] - next))
      w[j] = next
    })
  }
  return (row) => mean(y) + dot(scaled(row), w)
}

/** Cross-validation in which details can be got wrong. */
const validation =
  ({
    fit = fitted,
    divisor = (K: number) => (K - 1) * K,
    rule = (within: number[], _: number) => Math.max(...within),
    bound = (errors: number[], spread: number[], k: number) => errors[k] + spread[k],
    total = mean,
    isTested = (fold: number, each: number) => each === fold,
    prepare = (X: Rows) => X,
  } = {}): Answer =>
  (X, y, lambdas, folds) => {
    const K = new Set(folds).size
    const Z = prepare(X)
    const table = lambdas.map((lambda) =>
      Array.from({ length: K }, (_, fold) => {
        const rows = [...y.keys()]
        const [seen, unseen] = [
          rows.filter((i) => folds[i] !== fold),
          rows.filter((i) => isTested(fold, folds[i])),
        ]
        const model = fit(
          seen.map((i) => Z[i]),
          seen.map((i) => y[i]),
          lambda,
        )
        return mean(unseen.map((i) => (y[i] - model(Z[i])) ** 2))
      }),
    )
    const errors = table.map(total)
    const standardErrors = table.map((each) =>
      Math.sqrt(each.reduce((sum, v) => sum + (v - mean(each)) ** 2, 0) / divisor(K)),
    )
    const k = errors.indexOf(Math.min(...errors))
    const most = bound(errors, standardErrors, k)
    const within = lambdas.filter((_, l) => errors[l] <= most)
    return { errors, standardErrors, smallest: lambdas[k], chosen: rule(within, lambdas[k]) }
  }

test.each<[string, Answer]>([
  ['fits of shrinkage', validation()],
  ['coordinate descent by hand', validation({ fit: byHand })],
  [
    'crossValidate itself',
    (X, y, lambdas, folds) => {
      const { errors, standardErrors, minimum, oneStandardError } = solver(X, y, { lambdas, folds })
      return {
        errors: [...errors],
        standardErrors: [...standardErrors],
        smallest: minimum.lambda,
        chosen: oneStandardError.lambda,
      }
    },
  ],
])('%s: right', (_, answer) => {
  expect(judged('cross-validate', answer).faults).toEqual([])
})

const scaleAll = (X: Rows) => {
  const { means, deviations } = standardize(X)
  return X.map((row) => row.map((value, j) => (value - means[j]) / deviations[j]))
}
const plain: Fit = (X, y, lambda) => {
  const { coefficients, intercept } = lasso(X, y, lambda)
  return (row) => intercept + dot(row, [...coefficients])
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

test.each<[string, Answer, string]>([
  [
    'standardized on all rows',
    validation({ prepare: scaleAll, fit: plain }),
    'on all rows, before the folds',
  ],
  ['not standardized', validation({ fit: plain }), 'The features have not been standardized'],
  ['sums over the folds', validation({ total: sum }), 'The errors are sums over the folds'],
  ['halved', validation({ total: (errors) => mean(errors) / 2 }), 'The errors are halved'],
  [
    'tested on training rows',
    validation({ isTested: (fold, each) => each !== fold }),
    'on the rows that a model was fitted to',
  ],
  [
    'without the intercept',
    validation({
      fit: (X, y, lambda) => (row) =>
        fitted(X, y, lambda)(row) - fitted(X, y, lambda)(row.map(() => 0)),
    }),
    'does it predict with its intercept?',
  ],
  ['standard deviations', validation({ divisor: (K) => K - 1 }), 'smaller by √K'],
  ['squares divided by K', validation({ divisor: (K) => K * K }), 'divide by K − 1'],
  ['both', validation({ divisor: (K) => K }), 'with squares divided by K'],
  ['another spread', validation({ divisor: () => 1 }), 'errors are right, standardErrors are not'],
  [
    'the smallest error',
    validation({ rule: (_, smallest) => smallest }),
    'chosen is the λ with the smallest error',
  ],
  [
    'the smallest λ',
    validation({ rule: (within) => Math.min(...within) }),
    'chosen is smaller than smallest',
  ],
  [
    'two standard errors',
    validation({ bound: (e, s, k) => e[k] + 2 * s[k] }),
    'not the largest λ within the bound',
  ],
  [
    'a λ between',
    validation({ rule: (within) => 1.01 * Math.max(...within) }),
    'chosen is not one of lambdas',
  ],
  [
    'the wrong end as smallest',
    (X, y, lambdas, folds) => ({ ...validation()(X, y, lambdas, folds), smallest: lambdas[0] }),
    'smallest is not the λ',
  ],
])('%s: fails by name', (_, answer, words) => {
  expect(judged('cross-validate', answer).faults[0]).toContain(words)
})

test('the deviation of the errors is told, also where it is large', () => {
  const { tables } = judged('cross-validate', validation({ total: sum }))
  expect(tables[0]['largest relative deviation of an error']).toEqual(['4', '7'])
})

test.each<[string, unknown, string]>([
  [
    'a λ alone',
    () => 0.1,
    'crossValidate(…) is a number; expected an object { errors, standardErrors, smallest, chosen }.',
  ],
  [
    'errors that are missing',
    () => ({ errors: [1], standardErrors: [], smallest: 1, chosen: 1 }),
    'errors has length 1; expected an array of 12 numbers.',
  ],
  [
    'an index in words',
    (_: Rows, __: number[], lambdas: number[]) => ({
      errors: lambdas,
      standardErrors: lambdas,
      smallest: 'first',
      chosen: 1,
    }),
    'smallest is a string; expected a number.',
  ],
])('%s: a clear message', (_, answer, words) => {
  expect(judged('cross-validate', answer).faults[0]).toContain(words)
})
