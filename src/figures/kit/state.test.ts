import { describe, expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { figures } from '../index.ts'
import { defaults } from './parameters.ts'
import { randomState } from '../testing/randomState.ts'
import { readState, writeState } from './state.ts'

const geometry = await figures.geometry()
const start = defaults(geometry)
const read = (query: string, id = 'geometry') => readState(geometry, id, new URLSearchParams(query))

describe.each(Object.keys(figures))('%s', async (name) => {
  const figure = await figures[name]()

  test('every state survives the way through the address', () => {
    const random = seededRandom(3)
    for (let i = 0; i < 300; i++) {
      const state = randomState(figure, random)
      const query = writeState(figure, 'f', state, defaults(figure), '')
      expect(readState(figure, 'f', new URLSearchParams(query)) ?? defaults(figure)).toEqual(state)
    }
  })

  test('hostile states are clamped to what the controls can reach, or passed over', () => {
    const hostile = [
      'NaN',
      '1e999',
      '-1e999',
      '',
      ' ',
      'null',
      '<script>',
      '%00',
      '__proto__',
      ',',
      '1,2,3',
    ]
    for (const parameter of [...Object.keys(figure.parameters), '__proto__', 'constructor', 'x']) {
      for (const text of [...hostile, '9'.repeat(5000)]) {
        const query = new URLSearchParams([[`f.${parameter}`, text]])
        const state = readState(figure, 'f', query) ?? defaults(figure)
        const again = writeState(figure, 'f', state, defaults(figure), '')
        expect(readState(figure, 'f', new URLSearchParams(again)) ?? defaults(figure)).toEqual(
          state,
        )
        expect(Object.keys(state)).toEqual(Object.keys(figure.parameters))
      }
    }
  })
})

test('values beyond the range become its ends', () => {
  expect(read('geometry.lambda=1e9')?.lambda).toBe(4)
  expect(read('geometry.lambda=-Infinity')?.lambda).toBe(0)
  expect(read('geometry.optimum=99,-99')?.optimum).toEqual([3, -3])
})

test('an address that says nothing of the figure gives no state', () => {
  expect(read('')).toBeUndefined()
  expect(read('other.lambda=2&lambda=2')).toBeUndefined()
})

test('two figures on a page keep out of each other’s way', () => {
  const first = writeState(geometry, 'a', { ...start, lambda: 2 }, start, '')
  const both = writeState(geometry, 'ab', { ...start, lambda: 3 }, start, first)
  expect(both).toBe('?a.lambda=2&ab.lambda=3')
  expect(read(both, 'a')?.lambda).toBe(2)
  expect(read(both, 'ab')?.lambda).toBe(3)
  expect(writeState(geometry, 'a', start, start, both)).toBe('?ab.lambda=3')
})

test('what others put into the address stays as it is', () => {
  const query = '?utm_source=x%20y&q=%E4%B8%AD'
  expect(writeState(geometry, 'g', { ...start, lambda: 2 }, start, query)).toBe(
    `${query}&g.lambda=2`,
  )
})

test('the declared state can be named on a page that starts elsewhere', () => {
  const elsewhere = { ...start, penalty: 'l2' }
  const query = writeState(geometry, 'g', start, elsewhere, '')
  expect(query).toBe('?g.penalty=l1')
  expect(read(query, 'g')).toEqual(start)
})

test('a set of points that has a name goes by it in an address, and comes back whole', async () => {
  const overfitting = await figures.overfitting()
  const declared = defaults(overfitting)
  const state = readState(overfitting, 'f', new URLSearchParams('f.points=wave'))!
  expect(state.points).toHaveLength(15)
  expect(state.points).not.toEqual(declared.points)
  expect(writeState(overfitting, 'f', state, declared, '')).toBe('?f.points=wave')
  expect(readState(overfitting, 'f', new URLSearchParams('f.points=toString'))).toEqual(declared)
})
