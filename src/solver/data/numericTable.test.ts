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
  ['no names', '1,2\n3,4\n', 'missing-header', 'Line 1 holds only numbers'],
  ['a name twice', 'a,b,a\n1,2,3\n', 'repeated-name', 'column 3 repeats the name "a"'],
  ['a name missing', 'a,,c\n1,2,3\n', 'missing-name', 'Line 1, column 2 has no name'],
  ['a blank line inside', 'a\n1\n\n2\n', 'blank-line', 'Line 3 is blank'],
  ['too few cells', 'a,b\n1,2\n3\n', 'length-mismatch', 'Line 3 has 1 values; expected 2'],
  ['too many cells', 'a,b\n1,2,3\n', 'length-mismatch', 'Line 2 has 3 values; expected 2'],
  ['text', 'a,sex\n1,2\n3,male\n', 'not-numeric', 'Line 3, column 2 ("sex") holds "male"'],
  ['an empty cell', 'a,b\n1,\n', 'not-numeric', 'Line 2, column 2 ("b") is empty'],
  ['NaN', 'a\nNaN\n', 'not-numeric', 'holds "NaN"'],
  ['a hexadecimal', 'a\n0x10\n', 'not-numeric', 'holds "0x10"'],
  ['a number too large', 'a\n1e999\n', 'not-finite', 'Line 2, column 1 ("a") holds 1e999'],
  ['a quote left open', 'a,b\n1,"2\n', 'stray-quote', 'Line 2, column 2: a double quote'],
  ['a quote inside', 'a\n1"2"\n', 'stray-quote', 'Line 2, column 1: a double quote'],
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

test.each([';', '\t', '|'] as const)(
  'cells may be separated by %j, with decimal commas',
  (separator) => {
    const text = ['a,b', 'c'].join(separator) + '\n' + ['1,5', '-2e3'].join(separator) + '\n'
    const table = readNumericTable(text, { separator, decimal: ',' })
    expect(table.columns).toEqual(['a,b', 'c'])
    expect(rowsOf(table)).toEqual([[1.5, -2000]])
    const point = { separator, decimal: ',' } as const
    expect(() => readNumericTable(`a${separator}b\n1.5${separator}2\n`, point)).toThrow('holds "1.5"; expected a number such as 1,5') // prettier-ignore
  },
)

test('a separator that is not named is suggested', () => {
  expect(() => readNumericTable('a;b\n1;2\n')).toThrow('If ";" separates the cells')
  expect(() => readNumericTable('a;b\n"1.234,56";2\n')).toThrow('If ";" separates the cells')
  expect(() => readNumericTable('a\tb\n1\t2\n')).toThrow('If "\\t" separates the cells')
})

test('what pandas and R write by default is read: the first column names the rows', () => {
  const pandas = readNumericTable(',a,b\n0,1,2\n1,3,4\n')
  expect([pandas.columns, pandas.rowNames]).toEqual([['a', 'b'], ['0', '1']]) // prettier-ignore
  const r = readNumericTable('"","a","b"\n"Anna",1,2\n"Bo",3,4\n')
  expect([rowsOf(r), r.rowNames]).toEqual([[[1, 2], [3, 4]], ['Anna', 'Bo']]) // prettier-ignore
  expect(readNumericTable('a\n1\n').rowNames).toBeNull()
})

test('rows with a missing value are left out, and their lines are told', () => {
  const text = 'a,b,word\n1,2,x\nNA,3,y\n4,,z\n5,6,NA\n'
  const table = readNumericTable(text, { missing: ['NA', ''], labels: ['word'] })
  expect(rowsOf(table)).toEqual([[1, 2], [5, 6]]) // prettier-ignore
  expect(table.labels.word).toEqual(['x', 'NA'])
  expect(table.dropped).toEqual([3, 4])
  expect(() => readNumericTable(text, { missing: ['NA'], labels: ['word'] })).toThrow('Line 4, column 2 ("b") is empty') // prettier-ignore
  expect(codeOf(() => readNumericTable('a\nNA\n', { missing: ['NA'] }))).toBe('empty')
})

test('words become columns of 0 and 1 in place, the first in the alphabet being the baseline', () => {
  const text = 'x,colour,y\n1,red,5\n2,blue,6\n3,green,7\n4,red,8\n'
  const table = readNumericTable(text, { dummies: ['colour'] })
  expect(table.columns).toEqual(['x', 'colour=green', 'colour=red', 'y'])
  expect(rowsOf(table)).toEqual([[1, 0, 1, 5], [2, 0, 0, 6], [3, 1, 0, 7], [4, 0, 1, 8]]) // prettier-ignore
  expect(() => readNumericTable('x,c\n1,a\n2,a\n', { dummies: ['c'] })).toThrow('Column "c" holds "a" in every row') // prettier-ignore
  expect(codeOf(() => readNumericTable('x\n1\n', { dummies: ['c'] }))).toBe('unknown-name')
})

test('spaces around quotes are ignored, an empty quoted cell is a cell, and a million quotes are read', () => {
  const spaced = readNumericTable('"a", "b, c"\n1, "2"\n')
  expect([spaced.columns, rowsOf(spaced)]).toEqual([['a', 'b, c'], [[1, 2]]])
  expect(readNumericTable('word\nx\n""\n', { labels: ['word'] }).labels.word).toEqual(['x', ''])
  const quotes = '""'.repeat(1_000_000)
  const long = readNumericTable(`word\n"${quotes}"\n`, { labels: ['word'] })
  expect(long.labels.word[0]).toHaveLength(1_000_000)
})

test('a table of many columns is read in time that grows with it', () => {
  const names = Array.from({ length: 20_000 }, (_, k) => `c${k}`)
  const text = `${names.join(',')}\n${names.map(() => '1').join(',')}\n`
  expect(readNumericTable(text).rows[0]).toHaveLength(20_000)
})

test('a cell of a million digits that is no number is refused in time that grows with it', () => {
  const start = performance.now()
  expect(() => readNumericTable(`a,b\n1,${'1'.repeat(1e6)}x\n`)).toThrow(/^Line 2, column 2/)
  expect(performance.now() - start).toBeLessThan(2000)
})

test('the facts of a refusal are its place and the value', () => {
  const run = () => readNumericTable('a,sex\n1,2\n3,male\n')
  expect(run).toThrow(expect.objectContaining({ facts: { line: 3, column: 2, name: 'sex', given: 'male' } })) // prettier-ignore
})
