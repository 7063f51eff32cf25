import type { Language, Table } from '../../figures/kit/figure.ts'

/** Fills a table element with a figure's numbers. */
export function fillTable(element: HTMLTableElement, table: Table, language: Language) {
  const head = element.createTHead()
  head.replaceChildren(
    row(
      table.columns.map((column) => column[language]),
      'th',
    ),
  )
  for (const cell of head.querySelectorAll('th')) cell.scope = 'col'
  const body = element.tBodies[0] ?? element.createTBody()
  body.replaceChildren(...table.rows.map((cells) => row(cells.map(printed), 'td')))
}

/** The text of a cell on the page: at most six significant digits. */
export function printed(cell: number | string): string {
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))).replace('-', '−') : cell
}

/** The table as CSV in full precision. */
export function toCsv(table: Table, language: Language): string {
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = [table.columns.map((column) => column[language]), ...table.rows]
  return lines.map((cells) => cells.map((cell) => quote(String(cell))).join(',') + '\n').join('')
}

function row(cells: readonly string[], tag: 'td' | 'th'): HTMLTableRowElement {
  const tr = document.createElement('tr')
  tr.append(
    ...cells.map((cell) => {
      const element = document.createElement(tag)
      element.textContent = cell
      return element
    }),
  )
  return tr
}
