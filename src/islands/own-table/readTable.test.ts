import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readNumericTable } from 'shrinkage'
import { problemOf } from './problems.ts'
import { storedTables } from './ownTables.ts'
import { readTable, tableName, textOf, type OwnTable } from './readTable.ts'

const name = 'mine'
const table = (text: string, leftOut: string[] = []): OwnTable => {
  const read = readTable({ text, name, leftOut }, 'en')
  if ('text' in read) throw new Error(read.text)
  return read
}
const problem = (text: string, language: 'en' | 'zh' = 'en') => {
  const read = readTable({ text, name }, language)
  if (!('text' in read)) throw new Error('The table is read.')
  return read
}

test('what programs get are the numbers of the table, to the last digit', async () => {
  const text = await readFile('content/data/diabetes.csv', 'utf8')
  const { columns, rows, first, csv } = table(text)
  expect([rows, columns.length, first.length]).toEqual([442, 11, 5])
  expect(readNumericTable(csv)).toEqual(readNumericTable(text))
})

test.each([
  ['a byte order mark and CRLF', '\uFEFFa,b\r\n1.5,-2\r\n'],
  ['semicolons and decimal commas', 'a;b\n1,5;-2\n'],
  ['tabs, as cells copied from a spreadsheet', 'a\tb\n1.5\t-2\n'],
  ['full-width commas', 'a，b\n1.5，-2\n'],
  ['quotes', '"a";"b"\n1.5;-2\n'],
])('%s are read', (_, text) => {
  expect(table(text).first).toEqual([['1.5', '-2']])
  expect(table(text).columns).toEqual(['a', 'b'])
})

test('names may be Chinese, and hold commas, quotes and line breaks', () => {
  expect(table('身高;"a;""b""\nc"\n1;2\n').columns).toEqual(['身高', 'a;"b"\nc'])
  expect(table('a, cm\tb\n1\t2\n').columns).toEqual(['a, cm', 'b'])
  const { csv, columns } = table('"a,""b""\nc",d\n1,2\n')
  expect(readNumericTable(csv).columns).toEqual(columns)
})

test('commas between tabs, which may part thousands, are no decimal points', () => {
  expect(problem('a\tb\n1,234\t2\n').text).toMatch(/^Line 2, column 1 \(“a”\) holds “1,234”/)
})

test('a column of words is named, and can be left out', () => {
  const text = 'name,x,y\nAnna,1,2\n'
  expect(problem(text)).toMatchObject({ line: 2, column: 'name' })
  expect(table(text, ['name'])).toMatchObject({ columns: ['x', 'y'], csv: '"x","y"\n1,2' })
})

const bad: [string, string][] = [
  ['no text', ''],
  ['names alone', 'a,b\n'],
  ['a column without a name', 'a,,c\n1,2,3\n'],
  ['a name twice', 'a,a\n1,2\n'],
  ['no names', '1,2\n3,4\n'],
  ['a blank line', 'a,b\n1,2\n\n3,4\n'],
  ['a value too few', 'a,b\n1,2\n3\n'],
  ['an empty cell', 'a,b\n1,\n'],
  ['a word', 'a,b\n1,NA\n'],
  ['a number out of range', 'a,b\n1,1e999\n'],
  ['an open quote', 'a,b\n1,"2\n'],
  ['one column', 'a\n1\n'],
]
test.each(bad)('%s is a problem that both languages tell, with the same places', (_, text) => {
  const [english, chinese] = [problem(text), problem(text, 'zh')]
  expect(english.text).toMatch(/[Ee]xpected|rescale/)
  expect(english.text).not.toContain('labels')
  expect(chinese.text).toMatch(/^[^a-zA-Z]*[\u4e00-\u9fff]/)
  expect(chinese.line).toBe(english.line)
  expect(chinese.text.match(/\d+/g)?.slice(0, 2)).toEqual(english.text.match(/\d+/g)?.slice(0, 2))
})

test('other errors are not taken for problems of the table', () => {
  expect(() => problemOf(new TypeError('a slip of ours'), 'en')).toThrow(TypeError)
})

test('a table of more than 10 MB is not read, as text or as a file', async () => {
  expect(problem('1'.repeat(10_000_001)).text).toContain('10.0 MB')
  const file = new File([new Uint8Array(12_300_000)], 'large.csv')
  expect(await textOf(file, 'en')).toMatchObject({ text: expect.stringContaining('12.3 MB') })
})

test('a file is text in UTF-8, or it is said how to make it so', async () => {
  expect(await textOf(new File(['\uFEFF身高,b'], 'a.csv'), 'en')).toBe('身高,b')
  const gbk = new File([new Uint8Array([0xc9, 0xed, 0xb8, 0xdf])], 'a.csv')
  expect(await textOf(gbk, 'zh')).toMatchObject({ text: expect.stringContaining('CSV UTF-8') })
})

test('names of files become names of modules; those of the course are taken', () => {
  expect(tableName('My table (2).csv')).toBe('My-table-2')
  expect(tableName("it's 我的.CSV")).toBe('it-s-我的')
  expect(tableName('…')).toBe('mine')
  expect(readTable({ text: 'a,b\n1,2\n', name: 'diabetes' }, 'en')).toHaveProperty('text')
})

test('a million characters in one quoted value, or in no value at all, are read or refused at once', () => {
  const long = 'x'.repeat(1_000_000)
  for (const text of [`a;b\n"${long}";1\n`, `"${long}`, '"'.repeat(1_000_000), ';'.repeat(200)]) {
    const start = performance.now()
    expect(problem(text).text).toBeTruthy()
    expect(performance.now() - start).toBeLessThan(10_000)
  }
})

test('of what the tab has kept, only whole tables are taken, whatever else is there', () => {
  const whole = { name: 'mine', leftOut: ['a'], csv: 'a,b\n1,2' }
  expect(
    storedTables(
      JSON.stringify([whole, null, 5, { ...whole, csv: 1 }, { ...whole, leftOut: 'a' }]),
    ),
  ).toEqual([whole])
  for (const text of [undefined, '', '{', 'null', '5', '"x"', '{}', '[[]]', '[{"name":"x"}]']) {
    expect(storedTables(text)).toEqual([])
  }
})
