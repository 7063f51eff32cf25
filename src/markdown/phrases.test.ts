import { expect, test } from 'vitest'
import { phraseFinder } from './phrases.ts'

const foundIn = (text: string, ...phrases: string[]) =>
  phraseFinder(phrases.map((phrase) => [phrase, phrase]))(text).map(
    ({ index, length, value }) => `${value}: ${text.slice(index, index + length)}`,
  )

test('Latin phrases are whole words in any case, with an s or without, across line breaks', () => {
  expect(foundIn('Soft\nthresholds, softer', 'soft threshold', 'soft')).toEqual([
    'soft threshold: Soft\nthresholds',
  ])
})

test('phrases with capitals are found as they are, and before those that match in any case', () => {
  expect(foundIn('a map, a MAP, LASSO and Lasso', 'MAP', 'LASSO', 'lasso')).toEqual([
    'MAP: MAP',
    'LASSO: LASSO',
    'lasso: Lasso',
  ])
})

test('Chinese phrases are found anywhere, the longest first', () => {
  expect(foundIn('用近端梯度下降法，再用梯度下降', '梯度下降', '近端梯度下降')).toEqual([
    '近端梯度下降: 近端梯度下降',
    '梯度下降: 梯度下降',
  ])
})

test('without phrases nothing is found', () => {
  expect(foundIn('anything')).toEqual([])
})
