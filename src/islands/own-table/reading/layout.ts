import { readNumber } from './cells.ts'
import { cutIntoCells, MARKS, type Grid, type Separator } from './grid.ts'
import type { Choices, Note, Option, Question } from './reading.ts'

/** How many records tell how a table is laid out. */
const SAMPLE = 200

type Cut = { separator: Separator; grid: Grid } | { question: Question }

/** The table of a text cut into cells; a question if two separators would cut it equally well. */
export function cutTable(text: string, chosen: Separator | undefined): Cut {
  const separator = chosen ?? findSeparator(text)
  if (typeof separator === 'string') return { separator, grid: cutIntoCells(text, separator) }
  return { question: { code: 'separator', options: separator.map((one) => option(text, one)) } }
}

function findSeparator(text: string): Separator | Separator[] {
  const first = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1] // what Excel writes and reads
  const named = separators.find((separator) => MARKS[separator] === first)
  if (named) return named
  const shares = separators.map((separator) => ({
    separator,
    ...usualWidth(cutIntoCells(text, separator, SAMPLE)),
  }))
  const cut = shares.filter(({ width }) => width > 1)
  const marked = cut.filter(({ separator }) => separator !== 'spaces')
  const whole = marked.filter(({ share }) => share === 1)
  const candidates = whole.length > 0 ? whole : marked.filter(({ share }) => share >= 0.5)
  if (candidates.length === 1) return candidates[0].separator
  if (candidates.length > 1) return candidates.map(({ separator }) => separator)
  const spaced = cut.find(({ separator }) => separator === 'spaces')
  if (marked.length === 0 && spaced && spaced.share >= 0.5) return 'spaces'
  return marked[0]?.separator ?? 'comma'
}

const separators = Object.keys(MARKS) as Separator[]

/** The commonest number of cells in a record, and how many of the records have it. */
function usualWidth(grid: Grid): { width: number; share: number } {
  const counts = new Map<number, number>()
  const count = Math.min(grid.count, SAMPLE)
  for (let record = isSeparatorLine(grid) ? 1 : 0; record < count; record++) {
    counts.set(grid.width(record), (counts.get(grid.width(record)) ?? 0) + 1)
  }
  const [[width, times] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return { width, share: times / Math.max(count, 1) }
}

function option(text: string, separator: Separator): Option {
  const grid = cutIntoCells(text, separator, 2)
  const sample = Array.from({ length: grid.count }, (_, record) =>
    cellsOf(grid, record).join(' │ '),
  )
  return { code: 'separator', name: separator, sample: sample.join(' ⏎ '), choices: { separator } }
}

const cellsOf = (grid: Grid, record: number) =>
  Array.from({ length: Math.min(grid.width(record), 6) }, (_, k) =>
    grid.cell(record, k).slice(0, 20),
  )

const isSeparatorLine = (grid: Grid) => grid.count > 0 && /^sep=/i.test(grid.cell(0, 0))

/** Where the table's names and rows are. */
export interface Layout {
  /** The names as they are written; '' for a column without one. */
  names: string[]
  /** The record of the names. */
  header: number | 'none'
  /** The first record of data. */
  start: number
  notes: Note[]
}

/** Finds the names of the columns; a question where the table does not tell. */
export function layOut(grid: Grid, choices: Choices): Layout | { question: Question } {
  const start = isSeparatorLine(grid) ? 1 : 0
  const { width } = usualWidth(grid)
  const header = choices.header ?? findHeader(grid, start, width)
  if (typeof header === 'object') return { question: header }
  if (header === 'none') {
    const names = Array.from({ length: width }, (_, k) => `c${k + 1}`)
    return { names, header, start, notes: [{ code: 'no-header', count: width }] }
  }
  const names = Array.from({ length: grid.width(header) }, (_, k) => grid.cell(header, k))
  const notes: Note[] = header > start ? [{ code: 'skipped', count: header - start }] : []
  const isOneShort = names.length > 0 && names.length === width - 1
  if (isOneShort && !isEmptyBelow(grid, header + 1, width - 1)) {
    if (choices.unnamed === undefined) return { question: unnamedQuestion(grid, header) }
    if (choices.unnamed === 'first') names.unshift('')
    else names.push('')
  }
  while (names.length > width && names[names.length - 1] === '') names.pop()
  return { names, header, start: header + 1, notes }
}

function isEmptyBelow(grid: Grid, start: number, column: number): boolean {
  for (let record = start; record < Math.min(grid.count, start + SAMPLE); record++) {
    if (grid.cell(record, column) !== '') return false
  }
  return true
}

function unnamedQuestion(grid: Grid, header: number): Question {
  const row = cellsOf(grid, header + 1)
  const name = (place: 'first' | 'last'): Option => ({
    code: 'unnamed',
    name: place,
    sample: place === 'first' ? row[0] : grid.cell(header + 1, grid.width(header + 1) - 1),
    choices: { unnamed: place },
  })
  return { code: 'unnamed', samples: row, options: [name('first'), name('last')] }
}

/** The record of names; a question if the first one may be data, or a title. */
function findHeader(grid: Grid, start: number, width: number): number | Question {
  const isFilled = (record: number) => {
    let filled = 0
    for (let k = 0; k < grid.width(record); k++) if (grid.cell(record, k) !== '') filled++
    return filled >= Math.min(width, 2) && filled >= width / 2
  }
  let record = start
  while (record < Math.min(grid.count, start + 20) && !isFilled(record)) record++
  if (record >= grid.count || record === start + 20) record = start
  const options = [namesOption(grid, record), withoutNames]
  if (record > start) return { code: 'header', options: [...options, namesOption(grid, start)] }
  return grid.count > record + 1 && looksLikeData(grid, record)
    ? { code: 'header', options }
    : record
}

const withoutNames: Option = { code: 'no-header', choices: { header: 'none' } }

const namesOption = (grid: Grid, record: number): Option => ({
  code: 'header',
  count: grid.line(record),
  sample: cellsOf(grid, record).join(' │ '),
  choices: { header: record },
})

/** Whether a number stands above numbers, as it would in a row of data; years may be names, though. */
function looksLikeData(grid: Grid, record: number): boolean {
  for (let k = 0; k < grid.width(record); k++) {
    const isNumber = readNumber(grid.cell(record, k))?.unit === ''
    if (isNumber && readNumber(grid.cell(record + 1, k)) !== undefined) return true
  }
  return false
}
