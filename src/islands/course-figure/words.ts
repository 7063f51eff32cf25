import type { Figure, Language, Values } from '../../figures/kit/figure.ts'
import { firstSentence } from '../../figures/kit/format.ts'
import { programOf } from '../../figures/kit/program.ts'
import { addressOf } from '../../figures/kit/state.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { writeText } from '../shared/writeText.ts'
import { fillTable } from './table.ts'

/**
 * The texts of a figure beside its picture: readouts, caption, live region, table and program. A figure of one panel has
 * only some of them, and says one sentence.
 */
export class Words {
  readonly #root: HTMLElement
  readonly #figure: Figure
  readonly #language: Language
  readonly #readouts = new Map<string, HTMLElement>()
  readonly #isSmall: boolean
  #sentence: string
  #announced: string

  constructor(root: HTMLElement, figure: Figure, language: Language) {
    this.#root = root
    this.#figure = figure
    this.#language = language
    for (const element of root.querySelectorAll<HTMLElement>('[data-readout]')) {
      this.#readouts.set(element.dataset.readout!, element)
    }
    this.#isSmall = root.dataset.controls !== undefined
    this.#sentence = this.#announced = this.#part('caption')?.textContent.trim() ?? ''
  }

  /** Updates the readouts, at every move. */
  show(model: unknown) {
    for (const { name, label, value } of this.#figure.readouts(model)) {
      const element = this.#readouts.get(name)
      write(element?.querySelector('dt'), label[this.#language])
      write(element?.querySelector('dd'), value[this.#language])
    }
  }

  /** Updates the parts that are read rather than watched: the caption, and the table if it is open. */
  follow(model: unknown, values: Values) {
    this.#sentence = this.#describe(model)
    write(this.#part('caption'), this.#sentence)
    const table = this.#root.querySelector<HTMLTableElement>('details[open] [data-table]')
    if (table) fillTable(table, this.#figure.table(model), this.#language)
    // A folded program follows when it is opened.
    if (this.#root.querySelector('details[open] code-cell')) this.showProgram(values)
    const whole = this.#root.querySelector<HTMLAnchorElement>('[data-whole]')
    if (whole) {
      const { page = '', whole: id } = whole.dataset
      whole.href = page + addressOf(this.#figure, id!, values)
    }
  }

  /** Passes the program of a state to the cell of the figure, which reports by itself if it cannot show it. */
  async showProgram(values: Values) {
    const cell = this.#root.querySelector<CodeCell>('code-cell')
    if (!cell) return
    await customElements.whenDefined('code-cell')
    await cell.startFrom(programOf(this.#figure, values, this.#language)).catch(() => {})
  }

  /** Announces what the figure says to screen readers, if it has changed. */
  announce() {
    if (this.#sentence !== this.#announced) write(this.#part('said'), this.#sentence)
    this.#announced = this.#sentence
  }

  #describe(model: unknown) {
    const caption = this.#figure.describe(model)[this.#language]
    return this.#isSmall ? firstSentence(caption) : caption
  }

  #part(name: string) {
    return this.#root.querySelector(`[data-${name}]`)
  }
}

function write(element: Element | null | undefined, text: string) {
  if (element) writeText(element, text)
}
