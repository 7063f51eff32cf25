import type { Figure, Language, Values } from '../../figures/kit/figure.ts'
import { programOf } from '../../figures/kit/program.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { fillTable } from './table.ts'

/** All that a figure says beside its picture: readouts, caption, live region, table and program. */
export class Words {
  readonly #root: HTMLElement
  readonly #figure: Figure
  readonly #language: Language
  readonly #readouts = new Map<string, HTMLElement>()
  #said: string

  constructor(root: HTMLElement, figure: Figure, language: Language) {
    this.#root = root
    this.#figure = figure
    this.#language = language
    for (const element of root.querySelectorAll<HTMLElement>('[data-readout]')) {
      this.#readouts.set(element.dataset.readout!, element)
    }
    this.#said = this.#part('caption')?.textContent ?? ''
  }

  /** The numbers that follow every move. */
  show(model: unknown) {
    for (const { name, label, value } of this.#figure.readouts(model)) {
      const element = this.#readouts.get(name)
      write(element?.querySelector('dt'), label[this.#language])
      write(element?.querySelector('dd'), value[this.#language])
    }
  }

  /** What is read rather than watched: the sentence, and the table where it is open. */
  follow(model: unknown, values: Values) {
    write(this.#part('caption'), this.#figure.describe(model)[this.#language])
    const table = this.#root.querySelector<HTMLTableElement>('details[open] [data-table]')
    if (table) fillTable(table, this.#figure.table(model), this.#language)
    this.showProgram(values)
  }

  /** Hands the program of a state to the cell of the figure, which tells by itself if it cannot take it. */
  async showProgram(values: Values) {
    const cell = this.#root.querySelector<CodeCell>('code-cell')!
    await customElements.whenDefined('code-cell')
    await cell.startFrom(programOf(this.#figure, values, this.#language)).catch(() => {})
  }

  /** Tells those who listen to the page what its readers see, once it has changed. */
  say() {
    const sentence = this.#part('caption')?.textContent ?? ''
    if (sentence !== this.#said) write(this.#part('said'), sentence)
    this.#said = sentence
  }

  #part(name: string) {
    return this.#root.querySelector(`[data-${name}]`)
  }
}

function write(element: Element | null | undefined, text: string) {
  if (element && element.textContent !== text) element.textContent = text
}
