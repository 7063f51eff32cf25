import type { Language, Text } from '../../figures/kit/figure.ts'
import { button, element, select } from './dom.ts'
import type { Choices, ColumnView, Fault, Question, Reading } from './reading/reading.ts'
import { goToText, moreFaultsText, sizeText, strings } from './strings.ts'
import { faultText } from './words/faultText.ts'
import * as labels from './words/labels.ts'
import { noteText } from './words/noteText.ts'
import { optionText } from './words/optionText.ts'
import { questionText } from './words/questionText.ts'
import { refusalText } from './words/refusalText.ts'

/** So many faults are shown before the reader asks for more. */
const FAULTS_SHOWN = 5

/** How a table is being read: what is wrong, what is asked, what it will be. Everything can be changed and undone. */
export function readingView(
  reading: Reading,
  language: Language,
  {
    canUndo,
    isFile,
    onChoose,
    onUndo,
    onGoTo,
  }: {
    canUndo: boolean
    /** Whether the source is a file, which has an encoding. */
    isFile: boolean
    onChoose(choices: Choices): void
    onUndo(): void
    /** Shows a line of the text; undefined if the field does not have it. */
    onGoTo: ((line: number) => void) | undefined
  },
): HTMLElement[] {
  const say = (text: Text) => text[language]
  const { refusal, faults, questions, notes, preview } = reading
  const parts: HTMLElement[] = []
  if (refusal) parts.push(element('p', 'own-table-refusal', [say(refusalText(refusal))]))
  if (faults.length > 0) parts.push(faultList(reading, language, onGoTo))
  parts.push(...questions.map((question) => questionField(question, language, onChoose)))
  if (notes.length > 0) {
    const items = notes.map((note) => element('li', '', [say(noteText(note))]))
    parts.push(element('ul', 'own-table-notes', items))
  }
  const settings = [
    ...(preview ? [previewTable(preview, language, onChoose)] : []),
    settingFields(reading.settings, language, isFile, onChoose),
  ]
  const isOpen = questions.length > 0 || refusal !== undefined
  if (preview || reading.settings.separator !== undefined) {
    const details = element('details', 'own-table-settings', [
      element('summary', '', [say(strings.howRead)]),
      ...settings,
    ])
    details.open = isOpen
    parts.push(details)
  }
  if (canUndo) {
    parts.push(element('p', 'own-table-undo', [button(say(strings.undo), '', onUndo)]))
  }
  return parts
}

function faultList(
  { faults, faultCount }: Reading,
  language: Language,
  onGoTo: ((line: number) => void) | undefined,
): HTMLElement {
  const item = (fault: Fault) => {
    const { place, text } = faultText(fault)
    const label = place[language]
    const head = onGoTo
      ? button(label, 'own-table-place', () => onGoTo(fault.line))
      : element('span', '', [label])
    if (onGoTo) head.title = goToText(language, fault.line)
    return element('li', '', [head, language === 'zh' ? '：' : ': ', text[language]])
  }
  const box = element('div', 'own-table-faults', [
    element('ul', '', faults.slice(0, FAULTS_SHOWN).map(item)),
  ])
  const more = faults.slice(FAULTS_SHOWN)
  if (more.length > 0) {
    const details = element('details', '', [
      element('summary', '', [moreFaultsText(language, faultCount - FAULTS_SHOWN, more.length)]),
    ])
    details.addEventListener('toggle', () => details.append(element('ul', '', more.map(item))), {
      once: true,
    })
    box.append(details)
  }
  return box
}

function questionField(
  question: Question,
  language: Language,
  onChoose: (choices: Choices) => void,
): HTMLElement {
  const answers = question.options.map((option) => {
    const answer = button(optionText(option)[language], '', () => onChoose(option.choices))
    const isShown = option.sample && option.code !== 'units' && option.code !== 'decimal'
    if (!isShown) return answer
    return element('span', 'own-table-answer', [answer, element('code', '', [option.sample!])])
  })
  return element('fieldset', 'own-table-question', [
    element('legend', '', [questionText(question)[language]]),
    element('div', '', answers),
  ])
}

/** The first rows as they are read; the head says of each column what it is, and takes another choice. */
function previewTable(
  { columns, count, total, rows }: NonNullable<Reading['preview']>,
  language: Language,
  onChoose: (choices: Choices) => void,
): HTMLElement {
  const table = element('table')
  const head = table.createTHead().insertRow()
  for (const column of columns) head.append(columnHead(column, language, onChoose))
  const body = table.createTBody()
  for (const cells of rows) {
    const row = body.insertRow()
    cells.forEach((text, k) => {
      const cell = row.insertCell()
      cell.textContent = text
      if (columns[k].use === 'out') cell.className = 'own-table-out'
    })
  }
  const shown = { columns: columns.length, rows: rows.length }
  table.createCaption().textContent = sizeText({ rows: total, columns: count }, language, shown)
  const box = element('div', 'cell-table', [table])
  box.tabIndex = 0
  box.role = 'group'
  box.ariaLabel = strings.preview[language]
  return box
}

function columnHead(
  column: ColumnView,
  language: Language,
  onChoose: (choices: Choices) => void,
): HTMLElement {
  const { position, name, use, uses } = column
  const options = uses.map((one) => [one, labels.uses[one][language]] as const)
  const choice = select(options, use, (chosen) =>
    onChoose({ columns: { [position]: { use: chosen } } }),
  )
  if (use === undefined) {
    choice.prepend(new Option(strings.open[language], '', true, true))
    choice.options[0].disabled = true
  }
  choice.ariaLabel = `${strings.readAs[language]} ${name}`
  const head = element('th', use === 'out' ? 'own-table-out' : '', [
    element('span', '', [name.slice(0, 40)]),
    element('small', '', [labels.typeText(column, language)]),
    choice,
  ])
  head.scope = 'col'
  return head
}

/** How the text is cut: each setting with what was found or chosen. */
function settingFields(
  { encoding, separator, header, decimal }: Reading['settings'],
  language: Language,
  isFile: boolean,
  onChoose: (choices: Choices) => void,
): HTMLElement {
  const worded = <Key extends string>(texts: Record<Key, Text>) =>
    Object.entries<Text>(texts).map(([key, text]) => [key as Key, text[language]] as const)
  const fields: (readonly [Text, HTMLSelectElement])[] = []
  if (isFile) {
    const field = select(worded(labels.encodings), encoding, (chosen) =>
      onChoose({ encoding: chosen }),
    )
    fields.push([strings.encoding, field])
  }
  const marks = select(worded(labels.separators), separator, (chosen) =>
    onChoose({ separator: chosen }),
  )
  fields.push([strings.separator, marks])
  if (header !== undefined) {
    const record = header === 'none' ? 0 : header
    const lines = { names: strings.namesLine, none: strings.noNames }
    const names = select(worded(lines), header === 'none' ? 'none' : 'names', (chosen) =>
      onChoose({ header: chosen === 'none' ? 'none' : record }),
    )
    fields.push([strings.names, names])
  }
  if (decimal !== undefined) {
    const field = select(worded(labels.decimals), decimal, (chosen) =>
      onChoose({ decimal: chosen }),
    )
    fields.push([strings.decimal, field])
  }
  return element(
    'p',
    'own-table-fields',
    fields.map(([text, field]) => element('label', '', [`${text[language]} `, field])),
  )
}
