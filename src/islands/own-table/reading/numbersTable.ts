import { readNumericTable, type NumericTable } from 'shrinkage'
import { readNumber } from './cells/number.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import type { NumbersTable, Use } from './reading.ts'
import type { RowsRead } from './rows.ts'

/** How many rows a card shows. */
const SHOWN = 5

/** The table that programs get: its columns written plainly, then read by the package as programs read it. */
export function numbersTable({
  grid,
  start,
  columns,
  uses,
  read,
}: {
  grid: Grid
  /** The first record of data. */
  start: number
  columns: readonly Column[]
  uses: readonly (Use | undefined)[]
  read: RowsRead
}): NumbersTable {
  const used = columns.filter(({ position }) => uses[position] !== 'out')
  const names = namesFor(used)
  const lines = [names.map(quoted).join(',')]
  const firstDays = new Map<number, number>()
  for (let record = start; record < grid.count; record++) {
    if (!read.isKept(record)) continue
    const cells = used.map(({ position }) => {
      const text = read.valueText(grid.cell(record, position), position)!
      if (uses[position] === 'number') return text
      if (uses[position] === 'dummies') return quoted(text)
      const day = Number(text)
      const first = firstDays.get(position)
      if (first === undefined) firstDays.set(position, day)
      return String(day - (first ?? day))
    })
    lines.push(cells.join(','))
  }
  const dummies = names.filter((_, k) => uses[used[k].position] === 'dummies')
  const leftOut = columns.filter(
    ({ position, type }) => uses[position] === 'out' && type !== 'empty',
  )
  const table = tableOf(lines, names, dummies)
  return { ...table, leftOut: leftOut.slice(0, 20).map(({ name }) => name) }
}

/** The table of lines of CSV. Only columns of words need to be read again. */
function tableOf(lines: string[], columns: readonly string[], dummies: readonly string[]) {
  const csv = lines.join('\n')
  if (dummies.length > 0) {
    const { columns: made, rows } = readNumericTable(csv, { dummies })
    return summary({ columns: unique(made), rows })
  }
  const first = lines.slice(1, SHOWN + 1).map((line) => line.split(','))
  return { columns, rows: lines.length - 1, first, csv }
}

/** The names of the columns; years alone get a letter in front, as programs take a line of numbers for data. */
function namesFor(columns: readonly Column[]): string[] {
  const areNumbers = columns.every(({ name }) => readNumber(name) !== undefined)
  return columns.map(({ name }) => (areNumbers ? `c${name}` : name))
}

/** Columns of 0 and 1 may be called as another column is. */
function unique(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let made = name
    for (let n = 2; taken.has(made); n++) made = `${name}_${n}`
    taken.add(made)
    return made
  })
}

/**
 * A table that was kept as CSV.
 *
 * @throws ShrinkageError if the text is no table of numbers
 */
export function summaryOf(csv: string): Omit<NumbersTable, 'leftOut'> {
  return summary(readNumericTable(csv))
}

function summary({ columns, rows }: Pick<NumericTable, 'columns' | 'rows'>) {
  return {
    columns,
    rows: rows.length,
    first: rows.slice(0, SHOWN).map((row) => Array.from(row, String)),
    csv: [columns.map(quoted), ...rows].map((row) => row.join(',')).join('\n'),
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
