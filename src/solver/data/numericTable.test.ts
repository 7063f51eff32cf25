import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumericTable, ShrinkageError, splitTarget } from 'shrinkage'
import type { NumericTable } from 'shrinkage'

const rowsOf = ({ rows }: NumericTable) => rows.map((row) => Array.from(row))

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof ShrinkageError) return error.code
  }
  return 'none'
}

test('CRLF, a byte order mark, spaces and blank lines at the end make no difference', () => {
  const plain = readNumericTable('a,b\n1,2\n-3e2,.5\n')
  expect(rowsOf(plain)).toEqual([
    [1, 2],
    [-300, 0.5],
  ])
  expect(readNumericTable('\uFEFFa,b\r\n1,2\r\n-3e2,.5\r\n\r\n')).toEqual(plain)
  expect(readNumericTable('a, b\n 1 ,+2\n-300.,5e-1\n\n \n')).toEqual(plain)
  expect(readNumericTable('a,b\n1,2\n-3e2,.5')).toEqual(plain)
})

test('quoted names and cells may hold commas, doubled quotes and line breaks', () => {
  const table = readNumericTable('"size, ""cm""",note\n"1.5","two\nlines"\n', { labels: ['note'] })
  expect(table.columns).toEqual(['size, "cm"'])
  expect(rowsOf(table)).toEqual([[1.5]])
  expect(table.labels.note).toEqual(['two\nlines'])
})

test('what was written is read back to the last digit', () => {
  const cell = fc.double({ noNaN: true, noDefaultInfinity: true })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), (values, newline) => {
      const text = ['a,b,c', ...values.map((row) => row.join(','))].join(newline)
      const wanted = values.map((row) => row.map((value) => value + 0))
      expect(rowsOf(readNumericTable(text)).map((row) => row.map((v) => v + 0))).toEqual(wanted)
    }),
    { seed: 1008 },
  )
})

test('any text gives a table or a ShrinkageError, never another failure', () => {
  const piece = fc.constantFrom('a', '1', '-2.5', ',', '"', '\n', '\r\n', ' ', '\uFEFF', 'é', 'e9')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        readNumericTable(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(ShrinkageError)
      }
    }),
    { numRuns: 500, seed: 1009 },
  )
})

const failures: [string, string, string, string][] = [
  ['no text', '', 'empty', 'no lines'],
  ['names only', 'a,b\n', 'empty', 'no row'],
  ['no names', '1,2\n3,4\n', 'malformed', 'Line 1 holds only numbers'],
  ['a name twice', 'a,b,a\n1,2,3\n', 'malformed', 'column 3 repeats the name "a"'],
  ['a name missing', 'a,,c\n1,2,3\n', 'malformed', 'Line 1, column 2 has no name'],
  ['a blank line inside', 'a\n1\n\n2\n', 'malformed', 'Line 3 is blank'],
  ['too few cells', 'a,b\n1,2\n3\n', 'length-mismatch', 'Line 3 has 1 values; 2 are wanted'],
  ['too many cells', 'a,b\n1,2,3\n', 'length-mismatch', 'Line 2 has 3 values; 2 are wanted'],
  ['text', 'a,sex\n1,2\n3,male\n', 'not-numeric', 'Line 3, column 2 ("sex") holds "male"'],
  ['an empty cell', 'a,b\n1,\n', 'not-numeric', 'Line 2, column 2 ("b") is empty'],
  ['NaN', 'a\nNaN\n', 'not-numeric', 'holds "NaN"'],
  ['a hexadecimal', 'a\n0x10\n', 'not-numeric', 'holds "0x10"'],
  ['a number too large', 'a\n1e999\n', 'not-finite', 'Line 2, column 1 ("a") holds 1e999'],
  ['a quote left open', 'a,b\n1,"2\n', 'malformed', 'Line 2, column 2: a double quote'],
  ['a quote inside', 'a\n1"2"\n', 'malformed', 'Line 2, column 1: a double quote'],
]

for (const [what, text, code, message] of failures) {
  test(`${what} is refused with the place and the reason`, () => {
    expect(() => readNumericTable(text)).toThrow(message)
    expect(codeOf(() => readNumericTable(text))).toBe(code)
  })
}

test('lines are counted as an editor counts them, line breaks in quotes included', () => {
  const text = 'a,note\n1,"x\ny\nz"\noops,w\n'
  expect(() => readNumericTable(text, { labels: ['note'] })).toThrow('Line 5, column 1')
})

test('a label or target that is no column is refused, with the names there are', () => {
  const table = readNumericTable('a,b\n1,2\n')
  expect(() => readNumericTable('a,b\n1,2\n', { labels: ['c'] })).toThrow('one of "a", "b"')
  expect(() => splitTarget(table, 'c')).toThrow('There is no column "c"')
  expect(() => splitTarget(readNumericTable('y\n1\n'), 'y')).toThrow('the only column')
})

test("the course's data sets are read whole", () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../content/data/${name}`, import.meta.url), 'utf8')
  const diabetes = splitTarget(readNumericTable(read('diabetes.csv')), 'target')
  expect([diabetes.X.length, diabetes.features.length]).toEqual([442, 10])
  expect(diabetes.y[0]).toBe(151)
  const table = readNumericTable(read('prostate.csv'), { labels: ['train'] })
  const prostate = splitTarget(table, 'lpsa')
  expect([prostate.X.length, prostate.features.length]).toEqual([97, 8])
  expect(table.labels.train.filter((value) => value === 'T')).toHaveLength(67)
})
