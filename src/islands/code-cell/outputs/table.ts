import type { Language } from '../../../figures/kit/figure.ts'
import { moreRowsText, strings } from '../strings.ts'
import { clipped, countIn, type Fields, type Meter } from './meter.ts'

export interface Table {
  kind: 'table'
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** Rows that the program gave; `rows` holds the first of them. */
  total: number
}

/** A cell is laid out as a whole. */
const LONGEST_CELL = 1000

export const readTable = ({ columns, rows, total }: Fields, meter: Meter): Table => {
  const text = (value: unknown) => meter.text(clipped(value, LONGEST_CELL))
  return {
    kind: 'table',
    columns: meter.list(columns, text),
    rows: meter.list(rows, (row) => meter.list(row, text)),
    total: countIn(total),
  }
}

const NUMBER = /^-?(\d[\d.]*(e[+-]?\d+)?|Infinity|NaN)$/

/** A table that scrolls inside its own box; columns of numbers are set as such. */
export function tableElement(
  { columns, rows, total }: Omit<Table, 'kind'>,
  language: Language,
): HTMLElement {
  const table = document.createElement('table')
  const numeric = columns.map((_, k) => rows.every((cells) => NUMBER.test(cells[k] ?? '')))
  const head = table.createTHead().insertRow()
  columns.forEach((column, k) => head.append(cell('th', column, numeric[k])))
  for (const th of head.cells) th.scope = 'col'
  const body = table.createTBody()
  for (const cells of rows) {
    const row = body.insertRow()
    cells.forEach((text, k) => row.append(cell('td', text, numeric[k])))
  }
  if (rows.length < total) {
    table.createCaption().textContent = moreRowsText(language, rows.length, total)
  }
  const box = document.createElement('div')
  box.className = 'cell-table'
  box.tabIndex = 0
  box.role = 'group'
  box.ariaLabel = strings.table[language]
  box.append(table)
  return box
}

function cell(tag: 'td' | 'th', text: string, numeric: boolean): HTMLTableCellElement {
  const element = document.createElement(tag)
  element.textContent = text
  if (numeric) element.className = 'number'
  if (numeric && tag === 'td') {
    element.textContent = shortened(text)
    element.title = text
  }
  return element
}

/** A number as tables of the course show it: at most six significant digits, integers in full. */
function shortened(text: string): string {
  const number = Number(text)
  return Number.isInteger(number) ? text : String(Number(number.toPrecision(6)))
}
