import type { Language } from '../../figures/kit/figure.ts'
import { tableElement } from '../code-cell/outputs/table.ts'
import { button, element, select } from './dom.ts'
import type { NumbersTable } from './reading/reading.ts'
import { leftOutText, sizeText, strings } from './strings.ts'

/** More columns than these are there, and not shown. */
const MOST_COLUMNS = 12
/** Of more columns the target is typed, not chosen from a list. */
const MOST_LISTED = 500

/** A table that programs import as `data/NAME`. */
export interface OwnTable extends NumbersTable {
  name: string
}

/** A table of the reader's as a card: how large it is, how it begins, and what to do with it. */
export function tableCard(
  table: OwnTable,
  language: Language,
  {
    isKept,
    onWrite,
    onForget,
  }: {
    isKept: boolean
    /** Gets the column that the program is to predict. */
    onWrite(target: string): void
    onForget(): void
  },
): HTMLElement {
  const { name, columns, rows, first, leftOut } = table
  const size = sizeText({ rows, columns: columns.length }, language)
  const target = targetField(columns, language)
  const remarks = [
    leftOutText(leftOut, language),
    strings[isKept ? 'kept' : 'notKept'][language],
  ].filter(Boolean)
  const card = element('section', 'cell-card', [
    element('p', 'cell-title', [name, ' ', element('small', '', [size])]),
    element('div', 'own-table-rows', [
      tableElement(
        {
          columns: columns.slice(0, MOST_COLUMNS).map((column) => column.slice(0, 40)),
          rows: first.map((row) => row.slice(0, MOST_COLUMNS)),
          total: rows,
        },
        language,
      ),
      element('code', 'own-table-import', [`import rows from 'data/${name}'`]),
      element('p', 'own-table-remark', [remarks.join(language === 'zh' ? '' : ' ')]),
    ]),
    element('div', 'cell-bar', [
      button(strings.write[language], 'cell-run', () => {
        if (target.reportValidity()) onWrite(target.value)
      }),
      element('label', 'own-table-target', [`${strings.target[language]} `, target]),
      button(strings.forget[language], '', onForget),
    ]),
  ])
  card.ariaLabel = name
  return card
}

/** The last column is the target in most tables. */
function targetField(columns: readonly string[], language: Language) {
  const last = columns[columns.length - 1]
  if (columns.length <= MOST_LISTED) {
    return select(
      columns.map((column) => [column, column.slice(0, 40)] as const),
      last,
      () => {},
    )
  }
  const known = new Set(columns)
  const field = element('input')
  field.value = last
  field.addEventListener('input', () =>
    field.setCustomValidity(known.has(field.value) ? '' : strings.unknownTarget[language]),
  )
  return field
}
