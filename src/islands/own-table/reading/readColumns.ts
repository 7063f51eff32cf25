import { decimalMarks } from './decimalMark.ts'
import { columnNotes } from './notes.ts'
import { numbersTable } from './numbersTable.ts'
import { columnQuestions } from './questions/columnQuestions.ts'
import { decimalQuestion } from './questions/decimalQuestion.ts'
import { rowQuestions } from './questions/rowQuestions.ts'
import type { ColumnView, Note, Reading, Refusal, Use } from './reading.ts'
import { readRows, type RowsRead } from './rows.ts'
import type { Table } from './table.ts'
import { useOf, usesOf } from './uses.ts'

/** How many rows and columns the preview shows. */
const SHOWN_ROWS = 5
const SHOWN_COLUMNS = 12
/** A table of the reader's has no more numbers than this. */
const MOST_NUMBERS = 5_000_000

/**
 * Reads the columns and rows of a table.
 *
 * @param table the table
 * @param settings how its text was cut
 * @param notesBefore what was decided so far
 */
export function readColumns(
  table: Table,
  settings: Reading['settings'],
  notesBefore: readonly Note[],
): Reading {
  const { grid, layout, columns, choices } = table
  const marks = decimalMarks(columns, choices)
  const uses = columns.map((column) => useOf(table, column))
  const read = readRows({ grid, layout, columns, uses, marks, choices })
  const questions = [
    ...decimalQuestion(columns, uses, marks),
    ...columnQuestions(table, uses),
    ...rowQuestions(columns, read, choices),
  ]

  const telling = columns.findIndex(({ mark }) => mark === 'open' || mark === 'both')
  const reading: Reading = {
    settings: { ...settings, ...(telling >= 0 && marks[telling] && { decimal: marks[telling] }) },
    notes: [...notesBefore, ...columnNotes(table, uses, marks, read)],
    questions,
    faults: choices.faults === 'out' ? [] : read.listed,
    faultCount: choices.faults === 'out' ? 0 : read.faultCount,
    preview: previewOf(table, uses, read),
  }
  if (questions.length > 0) return reading
  const refusal = refusalOf(table, uses, read)
  if (refusal) return { ...reading, refusal }
  return { ...reading, table: numbersTable({ grid, columns, uses, read, start: layout.start }) }
}

/** The first rows and columns as they are read. */
function previewOf(
  { grid, layout, columns, levelsAt }: Table,
  uses: readonly (Use | undefined)[],
  read: RowsRead,
): Reading['preview'] {
  const shown = columns.slice(0, SHOWN_COLUMNS)
  return {
    columns: shown.map((column): ColumnView => {
      const isWorded = column.type !== 'empty' && column.type !== 'date'
      const levels = isWorded ? levelsAt(column.position).length : 0
      const { position, name, type } = column
      const use = uses[position]
      return {
        position,
        name,
        type,
        use,
        uses: usesOf(column, levels),
        ...(isWorded && { levels }),
      }
    }),
    count: columns.length,
    total: read.count,
    rows: Array.from({ length: Math.min(SHOWN_ROWS, grid.count - layout.start) }, (_, i) =>
      shown.map(({ position }) => read.cellText(layout.start + i, position).slice(0, 40)),
    ),
  }
}

/** Why there is no table, although nothing is left to ask. */
function refusalOf(
  { columns, levelsAt }: Table,
  uses: readonly (Use | undefined)[],
  read: RowsRead,
): Refusal | undefined {
  if (read.kept === 0) return { code: 'none-left' }
  const made = columns.reduce((sum, { position }) => {
    if (uses[position] === 'out') return sum
    return sum + (uses[position] === 'dummies' ? levelsAt(position).length - 1 : 1)
  }, 0)
  if (made < 2) return { code: 'one-column' }
  return made * read.kept > MOST_NUMBERS ? { code: 'too-many', count: made } : undefined
}
