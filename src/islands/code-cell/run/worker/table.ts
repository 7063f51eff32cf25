import type { Table } from '../../outputs/table.ts'
import { format } from './inspect.ts'

/** More rows are counted, not shown. */
const MOST_ROWS = 200
const MOST_COLUMNS = 100
/** A browser lays out a table as a whole. */
const MOST_CELLS = 4000

/**
 * A table from rows (objects or lists), from columns by name, or from a list of values.
 *
 * @throws TypeError if there is no row in it, if columns differ in length, or if there are too many to show
 */
export function tableOf(data: unknown): Table {
  const rows = isList(data) ? Array.from(data) : rowsOfColumns(data)
  const shown = rows.slice(0, MOST_ROWS)
  const columns = [...new Set(shown.flatMap(keysOf))]
  if (columns.length > MOST_COLUMNS) {
    throw new TypeError(
      `table() shows at most ${MOST_COLUMNS} columns, and this has ${columns.length}.`,
    )
  }
  const most = Math.floor(MOST_CELLS / columns.length)
  const cell = (row: unknown, column: string) => {
    if (!isRecord(row)) return column === VALUE ? format(row) : ''
    return column in row ? format(row[column]) : ''
  }
  return {
    kind: 'table',
    columns,
    rows: shown.slice(0, most).map((row) => columns.map((column) => cell(row, column))),
    total: rows.length,
  }
}

/** The column of rows that are no lists or objects. */
const VALUE = 'value'

const keysOf = (row: unknown): string[] => (isRecord(row) ? Object.keys(row) : [VALUE])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)

function rowsOfColumns(data: unknown): Record<string, unknown>[] {
  if (!isRecord(data)) {
    throw new TypeError(`table() takes a list of rows or columns by name, and not ${format(data)}.`)
  }
  const columns = Object.entries(data)
  const wrong = columns.find(([, values]) => !isList(values))
  if (wrong) {
    throw new TypeError(
      `table() takes lists as columns, and the column ${wrong[0]} is ${format(wrong[1])}.`,
    )
  }
  const lists = columns as [string, ArrayLike<unknown>][]
  const [first, ...others] = lists
  const length = first?.[1].length ?? 0
  const uneven = others.find(([, values]) => values.length !== length)
  if (uneven) {
    throw new TypeError(
      `table() takes columns of one length: ${first[0]} has ${length} values and ${uneven[0]} has ${uneven[1].length}.`,
    )
  }
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(lists.map(([name, values]) => [name, values[i]])),
  )
}
