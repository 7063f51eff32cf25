import type { Language } from '../../figures/kit/figure.ts'
import { DATA_SETS } from '../code-cell/run/importable.ts'
import type { CoursePlayground } from '../playground/element.ts'
import { programFor } from '../playground/programFor.ts'
import { languageOf } from '../shared/languageOf.ts'
import { element } from './dom.ts'
import { keepTables, keptTables } from './keptTables.ts'
import { Reader, Superseded } from './reader.ts'
import { readingView } from './readingView.ts'
import { MOST, type Source } from './reading/read.ts'
import { choose, type Choices, type Reading, type Refusal } from './reading/reading.ts'
import { openText, sizeText, strings } from './strings.ts'
import { tableCard, type OwnTable } from './tableCard.ts'
import { tableName } from './tableName.ts'
import { refusalText } from './words/refusalText.ts'

/** The text of a larger source is not shown, only read: the field would hold up the page. */
const MOST_SHOWN = 100_000

/** The reader's own tables: has them read, asks what they do not tell, and hands them to programs. */
export class OwnTables {
  readonly #root: HTMLElement
  readonly #language: Language
  readonly #text: HTMLTextAreaElement
  readonly #name: HTMLInputElement
  readonly #reader = new Reader()
  #tables: OwnTable[] = []
  /** The choices for the source that is being read, the last being those in force. */
  #choices: Choices[] = [{}]
  #isFile = false
  /** The name of the table that is being read. */
  #title = ''
  /** Whether the field shows the source, so that a line of it can be gone to. */
  #isShown = false
  /** The table that came of this reading. */
  #current: OwnTable | undefined

  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#text = root.querySelector('textarea')!
    this.#name = root.querySelector('[data-name]')!
    void this.#restore()
  }

  /** Reads what stands in the field. */
  readText(): void {
    this.#isFile = false
    void this.#start(this.#text.value, true)
  }

  /** Reads a text that is too long for the field. */
  readLong(text: string): void {
    this.#text.value = ''
    this.#isFile = false
    void this.#start(text, false)
  }

  /** Reads a file; if it is small, the field shows it. */
  async readFile(file: File): Promise<void> {
    this.#name.value = tableName(file.name)
    this.#text.value = ''
    this.#isFile = true
    if (file.size > MOST) {
      return this.#refuse({ code: 'too-large', megabytes: (file.size / 1e6).toFixed(1) })
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = bytes.length <= MOST_SHOWN ? unicodeText(bytes) : undefined
    if (text !== undefined) this.#text.value = text
    await this.#start(bytes, text !== undefined)
  }

  async #start(source: Source, isShown: boolean) {
    const name = (this.#name.value = tableName(this.#name.value))
    if (DATA_SETS.some((own) => own === name)) return this.#refuse({ code: 'name-taken' })
    this.#isShown = isShown
    this.#choices = [{}]
    this.#current = undefined
    this.#title = name
    await this.#read(() => this.#reader.read(source))
  }

  /** Reads the source again with further choices, or with one fewer. */
  async #reread() {
    const choices = this.#choices[this.#choices.length - 1]
    await this.#read(() => this.#reader.reread(choices))
    this.#box.focus({ preventScroll: true })
  }

  async #read(read: () => Promise<Reading>) {
    this.#tell(strings.reading[this.#language])
    try {
      this.#show(await read())
    } catch (error) {
      if (error instanceof Superseded) return
      this.#box.replaceChildren(element('p', 'own-table-refusal', [strings.failed[this.#language]]))
      this.#tell('')
    }
  }

  /** Shows how far the table is read; once it is whole, lets programs import it. */
  #show(reading: Reading) {
    const name = this.#title
    const { table, questions, faultCount, refusal } = reading
    this.#box.replaceChildren(
      ...readingView(reading, this.#language, {
        canUndo: this.#choices.length > 1,
        isFile: this.#isFile,
        onChoose: (more) => {
          this.#choices.push(choose(this.#choices[this.#choices.length - 1], more))
          void this.#reread()
        },
        onUndo: () => {
          this.#choices.pop()
          void this.#reread()
        },
        onGoTo: this.#isShown ? (line) => this.#goTo(line) : undefined,
      }),
    )
    const others = this.#tables.filter((other) => other !== this.#current)
    if (table) {
      this.#current = { ...table, name }
      this.#tables = [this.#current, ...others.filter((other) => other.name !== name)]
      const size = sizeText({ rows: table.rows, columns: table.columns.length }, this.#language)
      this.#tell(`${name}: ${size}`)
    } else {
      this.#tables = others
      this.#current = undefined
      this.#tell(refusal ? '' : openText(this.#language, faultCount, questions.length))
    }
    void this.#showTables()
  }

  #refuse(refusal: Refusal) {
    const words = refusalText(refusal)[this.#language]
    this.#box.replaceChildren(element('p', 'own-table-refusal', [words]))
    this.#tell('')
  }

  #tell(text: string) {
    this.#root.querySelector('[data-read]')!.textContent = text
  }

  async #showTables() {
    const isKept = keepTables(this.#tables)
    const cards = this.#tables.map((table) =>
      tableCard(table, this.#language, {
        isKept,
        onWrite: (target) => void this.#write(table, target),
        onForget: () => {
          this.#tables = this.#tables.filter((other) => other !== table)
          if (table === this.#current) {
            this.#current = undefined
            this.#box.replaceChildren()
            this.#tell('')
          }
          void this.#showTables()
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

  /** Selects a line of the field. */
  #goTo(line: number) {
    const lines = this.#text.value.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
    this.#text.focus()
    this.#text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    this.#text.scrollTop = ((line - 3) / lines.length) * this.#text.scrollHeight
  }

  async #restore() {
    const stored = keptTables()
    if (stored.length === 0) return
    const opened = await this.#reader.open(stored.map(({ csv }) => csv)).catch(() => [])
    const tables = stored.flatMap(({ name, leftOut }, k) => {
      const table = opened[k]
      return table ? [{ ...table, name: tableName(name), leftOut }] : []
    })
    this.#tables.push(
      ...tables.filter(({ name }) => !this.#tables.some((one) => one.name === name)),
    )
    void this.#showTables()
  }

  get #box(): HTMLElement {
    return this.#root.querySelector<HTMLElement>('[data-reading]')!
  }

  get #playground(): CoursePlayground {
    return document.querySelector<CoursePlayground>('course-playground')!
  }
}

/** The text of bytes in UTF-8, for the field; undefined for other bytes, whose encoding is not known yet. */
function unicodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
