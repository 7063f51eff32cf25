import { expect, test } from 'vitest'
import type { LossName } from 'shrinkage'
import { conventions } from '../../solver/conventions/conventionTable.ts'
import { around, readAddress, readingOf, readingsOf, readNumber, shortNumber, start, startOf, writeAddress, type State } from './state.ts' // prettier-ignore
import { rowOf, rows } from './conventions.ts'

/** What addresses may name: readers have linked to it, so nothing may leave this list. */
const published: Record<string, string[]> = {
  shrinkage: ['lambda', 'rho'],
  article: ['lambda'],
  'sklearn-ridge': ['alpha'],
  'sklearn-lasso': ['alpha'],
  'sklearn-elasticnet': ['alpha', 'l1_ratio'],
  'sklearn-logistic': ['C', 'l1_ratio'],
  'sklearn-logistic-before-1.8': ['C', 'l1_ratio'],
  glmnet: ['lambda', 'alpha'],
  'glmnet-raw': ['lambda', 'alpha'],
  'torch-sgd': ['weight_decay'],
  'torch-adam': ['weight_decay'],
  'torch-adamw': ['weight_decay'],
  'torch-loss': ['l1', 'l2'],
  keras: ['l1', 'l2'],
  'xgboost-linear': ['alpha', 'lambda'],
  'xgboost-tree': ['alpha', 'lambda'],
  rss: ['l1', 'l2'],
  'half-sum': ['l1', 'l2'],
  mean: ['l1', 'l2'],
  laplace: ['b'],
  gaussian: ['tau'],
}

const read = (query: string) => readAddress(new URLSearchParams(query))
const code = (state: State, id: string) => {
  const reading = readingOf(state, rowOf(id)!)
  return 'code' in reading ? reading.code : reading.kind
}

const texts = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shortNumber(value)]))

test('the ids and numbers that addresses name are those that are published', () => {
  expect(Object.fromEntries(rows.map(({ id, numbers }) => [id, numbers.map(({ name }) => name)]))).toEqual(published) // prettier-ignore
  expect(Object.keys(around)).toEqual(['n', 'deviation', 'noise'])
})

test('every convention of the solver has a row with its numbers and its losses', () => {
  expect(new Set(rows.map(({ convention }) => convention))).toEqual(
    new Set(Object.keys(conventions)),
  )
  for (const { id, convention, numbers, objective } of rows) {
    const { parameters, beside } = conventions[convention]
    expect(numbers.map(({ name }) => name), id).toEqual(Object.keys(parameters)) // prettier-ignore
    expect(Object.keys(objective).sort(), id).toEqual(Object.keys(beside).sort())
    for (const { name, most, open } of numbers) {
      expect([most === 1, open === true], `${id} ${name}`).toEqual([
        parameters[name] === 'share',
        parameters[name] === 'inverse',
      ])
    }
  }
})

test('old addresses mean what they meant', () => {
  expect(read('')).toEqual(start)
  const ridge = read('?from=sklearn-ridge&alpha=5&n=50')
  expect(ridge).toEqual(start)
  expect(code(ridge, 'shrinkage')).toBe('ridge(X, y, 0.1)')
  expect(code(ridge, 'article')).toBe('λ = 5')
  expect(code(ridge, 'sklearn-lasso')).toBe('no L2')
  expect(code(ridge, 'torch-sgd')).toBe('SGD(…, weight_decay=0.2)')
  expect(code(ridge, 'keras')).toBe('L2(0.1)')
  expect(code(ridge, 'rss')).toBe('λ₂ = 5')
  expect(code(ridge, 'gaussian')).toBe('τ = 0.447214')
  expect(readingOf(ridge, rowOf('sklearn-logistic')!).kind).toBe('other loss')
  expect(readingOf(ridge, rowOf('torch-adamw')!).kind).toBe('other model')
  expect(readingOf(ridge, rowOf('glmnet')!).kind).toBe('other model')

  const net = read('?from=glmnet&lambda=0.3&alpha=0.5&n=200&standardized=yes&deviation=2&noise=3')
  expect(readingOf(net, rowOf('glmnet-raw')!).kind).toBe('same')
  expect(code(net, 'shrinkage')).toBe('elasticNet(X, y, 0.225, 0.666667)')
  expect(code(net, 'laplace')).toBe('no L2')
  expect(code(net, 'gaussian')).toBe('no L1')

  const labels = read('?from=sklearn-logistic&C=inf&l1_ratio=0&n=100')
  expect(labels.loss).toBe('logistic')
  expect(code(labels, 'sklearn-logistic-before-1.8')).toBe('LogisticRegression(penalty=None)')
  const sparse = read('?from=sklearn-logistic&C=0.2&l1_ratio=1&n=50')
  expect(code(sparse, 'sklearn-logistic')).toBe('LogisticRegression(C=0.2, l1_ratio=1, solver="saga")') // prettier-ignore
  expect(code(sparse, 'torch-loss')).toBe('loss + 0.1 * w.abs().sum()')
})

test('an address leads back to its state, whatever the convention', () => {
  for (const row of rows) {
    for (const loss of Object.keys(row.objective) as LossName[]) {
      const state = { ...start, from: row.id, values: startOf(row), n: 7, loss, standardized: true, deviation: 3, noise: 0.5 } // prettier-ignore
      expect(readAddress(writeAddress(state))).toEqual(state)
      for (const [id, reading] of readingsOf(state)) {
        if ('code' in reading)
          expect(reading.code, `${row.id} → ${id}`).not.toMatch(/undefined|NaN/)
      }
      expect(readingOf(state, row)).toMatchObject({
        kind: 'same',
        code: row.code(texts(state.values), loss, state.values),
      })
    }
  }
})

test('what an address holds and does not fit is passed over', () => {
  expect(read('?from=nowhere&alpha=-1&n=2.5&loss=absolute&standardized=maybe')).toEqual(start)
  expect(read('?from=shrinkage&lambda=x&rho=2').values).toEqual({ lambda: 0.1, rho: 1 })
})

test('a number that does not fit is told in a sentence with what is expected', () => {
  const [alpha] = rowOf('sklearn-ridge')!.numbers
  const [C, ratio] = rowOf('sklearn-logistic')!.numbers
  expect(readNumber(' 1e-3 ', alpha)).toBe(0.001)
  expect(readNumber('np.inf', C)).toBe(Infinity)
  expect(readNumber('inf', alpha)).toEqual({
    en: 'alpha is inf; expected a number that is not below 0.',
    zh: 'alpha 现在是 inf；应为不小于 0 的数。',
  })
  expect(readNumber('', around.n)).toMatchObject({
    en: 'n is empty; expected a whole number from 1 on.',
  })
  expect(readNumber('−1', ratio)).toMatchObject({
    en: 'l1_ratio is -1; expected a number from 0 to 1.',
  })
  expect(readNumber('0', C)).toMatchObject({ en: 'C is 0; expected a number above 0.' })
  expect(readNumber('0,5', alpha)).toMatchObject({ zh: 'alpha 现在是 0,5；应为不小于 0 的数。' })
})

test('numbers are as short as they can be', () => {
  expect(shortNumber(0.1 + 0.2)).toBe('0.3')
  expect(shortNumber(1 / 3)).toBe('0.333333')
  expect(shortNumber(Infinity)).toBe('∞')
})
