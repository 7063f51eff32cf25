import type { Language } from '../../figures/kit/figure.ts'
import { tableElement } from '../code-cell/outputs/table.ts'
import type { OwnTable } from './readTable.ts'
import { notesText, sizeText, strings } from './strings.ts'

/** More columns than these are there, and not shown. */
const MOST_COLUMNS = 30

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
  const { name, columns, rows, first } = table
  const target = targetSelect(columns)
  const choice = element('label', 'own-table-target', [`${strings.target[language]} `, target])
  const code = element('code', 'own-table-import', [`import rows from 'data/${name}'`])
  const remarks = [notesText(table, language), strings[isKept ? 'kept' : 'notKept'][language]]
  const card = element('section', 'cell-card', [
    element('p', 'cell-title', [name, ' ', element('small', '', [sizeText(table, language)])]),
    element('div', 'own-table-rows', [
      tableElement(
        {
          columns: columns.slice(0, MOST_COLUMNS),
          rows: first.map((row) => row.slice(0, MOST_COLUMNS)),
          total: rows,
        },
        language,
      ),
      code,
      element('p', 'own-table-remark', [
        remarks.filter(Boolean).join(language === 'zh' ? '' : ' '),
      ]),
    ]),
    element('div', 'cell-bar', [
      button(strings.write[language], 'cell-run', () => onWrite(target.value)),
      choice,
      button(strings.forget[language], '', onForget),
    ]),
  ])
  card.ariaLabel = name
  return card
}

/** The last column is the target in most tables. */
function targetSelect(columns: readonly string[]): HTMLSelectElement {
  const select = document.createElement('select')
  for (const column of columns) select.append(new Option(column))
  select.selectedIndex = columns.length - 1
  return select
}

function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', className, [text])
  made.type = 'button'
  made.addEventListener('click', onClick)
  return made
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}
