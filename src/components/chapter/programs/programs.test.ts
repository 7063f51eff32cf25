import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TableName } from '../../../figures/kit/tables.ts'
import { programIn } from '../../lib/programIn.ts'
import { libraries, readRecording } from './libraries.ts'
import { agree, numbersIn } from './numbers.ts'
import { runShrinkage } from './runShrinkage.ts'

const folder = 'content/programs'
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => existsSync(`${folder}/${name}/shrinkage.ts`))
const read = (name: string, file: string) => readFileSync(`${folder}/${name}/${file}`, 'utf8')

/** The tables that a program reads: `data/NAME` in TypeScript, `NAME.csv` in the other languages. */
const tablesOf = (code: string) => [
  ...new Set(
    Array.from(code.matchAll(/'data\/(\w+)'|"(\w+)\.csv"/g), ([, ours, csv]) => ours ?? csv),
  ),
]

describe.for(names)('%s', (name) => {
  const files = readdirSync(`${folder}/${name}`)
  const ours = read(name, 'shrinkage.ts')
  const written = Object.entries(libraries).filter(([, { file }]) => files.includes(file))

  test('has a program for another library, a recording of each, and nothing else', () => {
    expect(written.length).toBeGreaterThan(0)
    const expected = written.flatMap(([, { file }]) => [file, `${file}.txt`])
    expect(files.sort()).toEqual(['shrinkage.ts', ...expected].sort())
  })

  test.for(written)('%s reads the same table of the course', ([, { file }]) => {
    const tables = tablesOf(ours)
    expect(tablesOf(read(name, file))).toEqual(tables)
    expect(readdirSync('content/data')).toEqual(
      expect.arrayContaining(tables.map((table) => `${table}.csv`)),
    )
  })

  test('prints the same in Chinese', async () => {
    const tables = tablesOf(ours) as TableName[]
    const chinese = await runShrinkage(programIn('zh', ours), tables)
    expect(chinese).toEqual(await runShrinkage(ours, tables))
  })

  test.for(written)('what %s printed agrees with shrinkage', async ([library, { file }]) => {
    const { versions, output } = readRecording(read(name, `${file}.txt`))
    expect(versions).toMatch(new RegExp(`^${library} \\d.*, (Python|R) \\d`))
    const theirs = numbersIn(output)
    const numbers = await runShrinkage(ours, tablesOf(ours) as TableName[])
    expect(theirs.length).toBeGreaterThan(2)
    expect(theirs.length).toBe(numbers.length)
    theirs.forEach((text, i) => {
      expect(agree(Number(text), numbers[i]), `number ${i}: ${text}, ${numbers[i]}`).toBe(true)
    })
    const shortened = theirs.filter((text, i) => Number(text) !== numbers[i] && digitsOf(text) < 6)
    expect(shortened, 'numbers with few digits').toEqual([])
  })
})

/** Significant digits: all of a large number, only the decimals of a small one. */
function digitsOf(text: string): number {
  const [whole, decimals = ''] = text.replace('-', '').split('.')
  return Math.max(decimals.length, whole.length + decimals.length - 1)
}

test('a wrong digit is seen', () => {
  expect(agree(0.123456, 0.1234564)).toBe(true)
  expect(agree(0.123457, 0.1234555)).toBe(false)
  expect(agree(4496.478081, 4496.4780812)).toBe(true)
  expect(agree(4496.47808, 4496.47818)).toBe(false)
})

test('numbers are read from a table as pandas and R print it', () => {
  expect(numbersIn('       λ=5\ns1  -0.25\n[1] 1e-05')).toEqual(['-0.25', '1e-05'])
})
