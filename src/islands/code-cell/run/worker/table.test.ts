import { describe, expect, test } from 'vitest'
import { tableOf } from './table.ts'

describe('a table', () => {
  test('has the keys of its rows as columns, in order', () => {
    expect(
      tableOf([
        { a: 1, b: 'x' },
        { b: -0, c: [1] },
      ]),
    ).toEqual({
      kind: 'table',
      columns: ['a', 'b', 'c'],
      rows: [
        ['1', 'x', ''],
        ['', '-0', '[ 1 ]'],
      ],
      total: 2,
    })
  })

  test('comes from lists of lists, typed arrays too', () => {
    const { columns, rows } = tableOf([new Float64Array([1, 2.5]), [3]])
    expect(columns).toEqual(['0', '1'])
    expect(rows).toEqual([
      ['1', '2.5'],
      ['3', ''],
    ])
  })

  test('comes from columns by name', () => {
    const { columns, rows } = tableOf({ x: new Float64Array([1, 2]), y: ['a', 'b'] })
    expect(columns).toEqual(['x', 'y'])
    expect(rows).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ])
  })

  test('comes from a list of values', () => {
    expect(tableOf([5, 'x'])).toMatchObject({ columns: ['value'], rows: [['5'], ['x']] })
  })

  test('shows its first rows and says how many there are', () => {
    const { rows, total } = tableOf(Array.from({ length: 1000 }, (_, i) => [i]))
    expect([rows.length, total]).toEqual([200, 1000])
  })

  test.each([
    [5, 'table() takes a list of rows or columns by name, and not 5.'],
    [{ a: [1], b: 2 }, 'table() takes lists as columns, and the column b is 2.'],
    [{ a: [1], b: [1, 2] }, 'table() takes columns of one length: a has 1 values and b has 2.'],
    [[new Array(101).fill(0)], 'table() shows at most 100 columns, and this has 101.'],
  ])('of %j is refused in plain words', (data, message) => {
    expect(() => tableOf(data)).toThrow(message)
  })
})
