import { readFile } from 'node:fs/promises'
import { readNumericTable } from 'shrinkage'
import { expect, test } from 'vitest'
import { summaryOf } from './numbersTable.ts'
import { createReader } from './read.ts'
import { choose } from './reading.ts'

test('going back to earlier choices gives the earlier reading', () => {
  const read = createReader('x,colour,y\n1,red,5\n2,blue,6\n3,,7\n')
  const before = read({})
  const more = choose({}, { columns: { 1: { use: 'dummies' } } })
  expect(read(more)).not.toEqual(before)
  expect(read({})).toEqual(before)
  expect(choose({ separator: 'tab', gaps: 'out' }, { encoding: 'big5' })).toEqual({
    encoding: 'big5',
  })
  expect(choose(more, { separator: 'tab' })).toEqual({ separator: 'tab' })
})

test('all faults are told, with line, column, name and value', () => {
  const { faults, faultCount } = createReader('a,b\n1,2\nx,3\n4,"5\n6,7,8\n9,y\n2,1\n')({})
  expect(faultCount).toBe(4)
  expect(faults).toEqual([
    { code: 'not-numeric', line: 3, column: 1, name: 'a', given: 'x' },
    { code: 'quote', line: 4, column: 2, name: 'b', given: '"5' },
    { code: 'length', line: 5, given: 3, expected: 2 },
    { code: 'not-numeric', line: 6, column: 2, name: 'b', given: 'y' },
  ])
})

test('programs get the numbers of a table to the last digit', async () => {
  const text = await readFile('content/data/diabetes.csv', 'utf8')
  const { table } = createReader(text)({})
  expect(table && [table.rows, table.columns.length, table.first.length]).toEqual([442, 11, 5])
  expect(readNumericTable(table!.csv).rows).toEqual(readNumericTable(text).rows)
  expect(summaryOf(table!.csv)).toMatchObject({ rows: 442, columns: table!.columns })
})

test('faults in a Markdown table are told with the lines of the text and the columns of the table', () => {
  const { faults } = createReader('| a | b |\n|---|---|\n| 1 | 2 |\n| x | 3 |\n| 4 |\n')({})
  expect(faults).toEqual([
    { code: 'not-numeric', line: 4, column: 1, name: 'a', given: 'x' },
    { code: 'length', line: 5, given: 1, expected: 2 },
  ])
})

test('a Markdown table is cut otherwise if the reader says so', () => {
  const read = createReader('| a, b |\n|---|\n| 1, 2 |\n')
  expect(read({}).settings.separator).toBe('bar')
  expect(read({ separator: 'comma' }).preview?.columns.map(({ name }) => name)).toEqual([
    '| a',
    'b |',
  ])
})
