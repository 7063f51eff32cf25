import { readFile } from 'node:fs/promises'
import { readNumericTable } from 'shrinkage'
import { expect, test } from 'vitest'
import { choose } from './reading/reading.ts'
import { createReader, type Source } from './reading/read.ts'
import { summaryOf } from './reading/numbersTable.ts'
import { keptTables } from './keptTables.ts'
import { tableName } from './tableName.ts'
import { faultText, noteText, optionText, questionText, refusalText } from './words.ts'

const sources: Source[] = [
  '',
  'a,b\n',
  'a\n1\n',
  '1,2\n3,4\n',
  'a,b\nx,1\ny,2\n',
  'zip,x,y\n01234,1,2\n04321,2,3\n',
  'date,x,y\n2024-01-01,1,2\n2024-01-02,2,3\n',
  'a,b\n1,2\n3\n4,1e999\n5,"6\n',
  'a,b\n1 kg,2\n3 g,4\n5 kg,x\n1,2\n',
  'a;b\n1.234;-999\n2.345;1\n3.456;2\n',
  'a,b\n1,\n,2\n3,4\n',
  'p,q;r,s\n1,2;3,4\n',
  '"x" "y"\n"1" 1 2\n"2" 3 4\n',
  'title,,\na,b,c\n1,2,3\n',
  new Uint8Array([0xc9, 0xed, 0x2c, 0x62, 10, 49, 44, 50]),
  new Uint8Array([0x50, 0x4b, 3, 4]),
  new Uint8Array([0, 1, 0, 0, 7]),
  '1'.repeat(10_000_001),
]

test.each(sources.map((source) => [source.slice(0, 20).toString(), source] as const))(
  'what is said of %j is said in both languages, with the same numbers',
  (_, source) => {
    const { questions, faults, notes, refusal, table } = createReader(source)({})
    expect(questions.length + faults.length > 0 || refusal !== undefined).toBe(table === undefined)
    const said = [
      ...questions.flatMap((question) => [
        questionText(question),
        ...question.options.map(optionText),
      ]),
      ...faults.flatMap((fault) => [faultText(fault).place, faultText(fault).text]),
      ...notes.map(noteText),
      ...(refusal ? [refusalText(refusal)] : []),
    ]
    expect(said.length).toBeGreaterThan(0)
    // A one may be a word: “once”, “this row”.
    const numbers = (text: string) =>
      [...text.matchAll(/\d+/g)]
        .map(([digits]) => digits)
        .filter((digits) => digits !== '1')
        .sort()
    for (const { en, zh } of said) {
      expect(en + zh).not.toMatch(/undefined|NaN|\[object/)
      expect(zh).toMatch(/[\u4e00-\u9fff]|UTF/)
      expect(numbers(zh)).toEqual(numbers(en))
    }
  },
)

test('a question always has an answer', () => {
  for (const source of sources) {
    for (const { options } of createReader(source)({}).questions) {
      expect(options.length).toBeGreaterThan(0)
    }
  }
})

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

test('names of files become names of modules', () => {
  expect(tableName('My table (2).csv')).toBe('My-table-2')
  expect(tableName("it's 我的.CSV")).toBe('it-s-我的')
  expect(tableName('…')).toBe('mine')
})

test('what was kept by another version is left out', () => {
  const stored = new Map<string, string>()
  const scope = globalThis as { sessionStorage?: unknown }
  scope.sessionStorage = { getItem: (key: string) => stored.get(key) ?? null }
  const good = { name: 'a', csv: 'x,y\n1,2', leftOut: ['z'] }
  for (const [text, expected] of [
    ['{', []],
    ['7', []],
    ['[null, 1, "a", {"name": "a"}]', []],
    [JSON.stringify([good, { ...good, leftOut: 7 }]), [good, { ...good, leftOut: [] }]],
  ] as const) {
    stored.set('course-playground-tables', text)
    expect(keptTables()).toEqual(expected)
  }
  delete scope.sessionStorage
})

test('lines are listed in the way of each language', () => {
  const { en, zh } = questionText({ code: 'gaps', count: 3, samples: ['4', '5'], options: [] })
  expect(en).toContain('(lines 4, 5, …)')
  expect(zh).toContain('（第 4、5…… 行）')
})
