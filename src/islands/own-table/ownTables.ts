import type { Language } from '../../figures/kit/figure.ts'
import { languageOf } from '../shared/languageOf.ts'
import type { CoursePlayground } from '../playground/element.ts'
import { TABLES, keep, kept } from '../shared/tabStorage.ts'
import { programFor } from '../playground/programFor.ts'
import type { Problem } from './problems.ts'
import { readTable, tableName, textOf, type OwnTable } from './readTable.ts'
import { goToText, leaveOutText, sizeText } from './strings.ts'
import { tableCard } from './tableCard.ts'

/** The text of a larger file is not shown, only read. */
const MOST_SHOWN = 200_000

/** The reader's own tables: reads them, shows them, hands them to the programs of the playground. */
export class OwnTables {
  readonly #root: HTMLElement
  readonly #language: Language
  readonly #text: HTMLTextAreaElement
  readonly #name: HTMLInputElement
  #tables: OwnTable[] = []
  /** What is being read. */
  #source = ''
  #leftOut: string[] = []

  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#text = root.querySelector('textarea')!
    this.#name = root.querySelector('[data-name]')!
    this.#restore()
  }

  /** Reads what stands in the field. */
  readText(): void {
    this.#leftOut = []
    this.#read(this.#text.value)
  }

  /** Reads a file; if it is small, the field shows it. */
  async readFile(file: File): Promise<void> {
    const text = await textOf(file, this.#language)
    if (typeof text !== 'string') return this.#complain(text)
    this.#text.value = text.length <= MOST_SHOWN ? text : ''
    this.#name.value = tableName(file.name)
    this.#leftOut = []
    this.#read(text)
  }

  #read(text: string) {
    this.#source = text
    const name = (this.#name.value = tableName(this.#name.value))
    const table = readTable({ text, name, leftOut: this.#leftOut }, this.#language)
    if ('text' in table) return this.#complain(table)
    this.#complain(undefined)
    this.#tables = [table, ...this.#tables.filter((other) => other.name !== name)]
    void this.#show()
    this.#root.querySelector('[data-read]')!.textContent =
      `${name}: ${sizeText(table, this.#language)}`
  }

  /** Shows all tables, and lets programs import them. */
  async #show() {
    const tables = this.#tables.map(({ name, leftOut, csv }) => ({ name, leftOut, csv }))
    const isKept = keep(TABLES, JSON.stringify(tables))
    const cards = this.#tables.map((table) =>
      tableCard(table, this.#language, {
        isKept,
        onWrite: (target) => void this.#write(table, target),
        onForget: () => {
          this.#tables = this.#tables.filter((other) => other !== table)
          void this.#show()
          this.#text.focus()
        },
      }),
    )
    this.#root.querySelector('[data-tables]')!.replaceChildren(...cards)
    const cell = await this.#playground.live()
    cell.tables = Object.fromEntries(this.#tables.map(({ name, csv }) => [name, csv]))
  }

  async #write({ name }: OwnTable, target: string) {
    const example = document.querySelector('[data-code-of="own-table"] pre')!.textContent!
    await this.#playground.open(programFor(example, { name, target }))
    this.#playground.querySelector('code-cell')!.scrollIntoView()
  }

  /** Says what is wrong with a table, and offers what helps. What was pasted stays. */
  #complain(problem: Problem | undefined) {
    const box = this.#root.querySelector<HTMLElement>('[data-problem]')!
    box.hidden = problem === undefined
    box.replaceChildren()
    if (!problem) return
    const { text, line, column } = problem
    const words = document.createElement('p')
    words.textContent = text
    box.append(words)
    if (line && this.#text.value) {
      box.append(this.#button(goToText(this.#language, line), () => this.#goTo(line)))
    }
    if (!column) return
    const leaveOut = () => {
      this.#leftOut.push(column)
      this.#read(this.#source)
    }
    box.append(this.#button(leaveOutText(this.#language, column), leaveOut))
  }

  #button(text: string, onClick: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', onClick)
    return button
  }

  /** Selects a line of the field. */
  #goTo(line: number) {
    const lines = this.#text.value.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
    this.#text.focus()
    this.#text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    this.#text.scrollTop = ((line - 3) / lines.length) * this.#text.scrollHeight
  }

  #restore() {
    for (const { name, leftOut, csv } of storedTables(kept(TABLES))) {
      const table = readTable({ text: csv, name }, this.#language)
      if (!('text' in table)) this.#tables.push({ ...table, leftOut })
    }
    if (this.#tables.length > 0) void this.#show()
  }

  get #playground(): CoursePlayground {
    return document.querySelector<CoursePlayground>('course-playground')!
  }
}

/** The tables in a text that this tab has kept: whatever it holds, only those that are whole. */
export function storedTables(text = ''): Pick<OwnTable, 'name' | 'leftOut' | 'csv'>[] {
  try {
    const stored: unknown = JSON.parse(text)
    return Array.isArray(stored) ? stored.filter(isStored) : []
  } catch {
    return []
  }
}

function isStored(value: unknown): value is Pick<OwnTable, 'name' | 'leftOut' | 'csv'> {
  if (typeof value !== 'object' || value === null) return false
  const { name, leftOut, csv } = value as Record<string, unknown>
  const isNames = Array.isArray(leftOut) && leftOut.every((each) => typeof each === 'string')
  return typeof name === 'string' && typeof csv === 'string' && isNames
}
