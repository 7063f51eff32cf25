import { readNumber } from './cells/number.ts'
import type { Grid } from './grid.ts'
import type { Choices, Note, Option, Question } from './reading.ts'
import { cellsOf, isSeparatorLine, SAMPLE, usualWidth } from './sample.ts'

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
  const header = choices.header ?? grid.header ?? findHeader(grid, start, width)
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
