import type { Figure, Language, Values } from '../../figures/kit/figure.ts'
import { programOf } from '../../figures/kit/program.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { fillTable } from './table.ts'

/** The texts of a figure beside its picture: readouts, caption, live region, table and program. */
export class Words {
  readonly #root: HTMLElement
  readonly #figure: Figure
  readonly #language: Language
  readonly #readouts = new Map<string, HTMLElement>()
  #announced: string

  constructor(root: HTMLElement, figure: Figure, language: Language) {
    this.#root = root
    this.#figure = figure
    this.#language = language
    for (const element of root.querySelectorAll<HTMLElement>('[data-readout]')) {
      this.#readouts.set(element.dataset.readout!, element)
    }
    this.#announced = this.#part('caption')?.textContent ?? ''
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
    write(this.#part('caption'), this.#figure.describe(model)[this.#language])
    const table = this.#root.querySelector<HTMLTableElement>('details[open] [data-table]')
    if (table) fillTable(table, this.#figure.table(model), this.#language)
    this.showProgram(values)
  }

  /** Passes the program of a state to the cell of the figure, which reports by itself if it cannot show it. */
  async showProgram(values: Values) {
    const cell = this.#root.querySelector<CodeCell>('code-cell')!
    await customElements.whenDefined('code-cell')
    await cell.startFrom(programOf(this.#figure, values, this.#language)).catch(() => {})
  }

  /** Announces the caption to screen readers, if it has changed. */
  announce() {
    const sentence = this.#part('caption')?.textContent ?? ''
    if (sentence !== this.#announced) write(this.#part('said'), sentence)
    this.#announced = sentence
  }

  #part(name: string) {
    return this.#root.querySelector(`[data-${name}]`)
  }
}

function write(element: Element | null | undefined, text: string) {
  if (element && element.textContent !== text) element.textContent = text
}

/** The first sentence of a caption: the one on the main panel. */
export function firstSentence(caption: string): string {
  return /^.*?[.!?](?= [A-Z(])|^[^。！？]*[。！？]/.exec(caption)?.[0] ?? caption
}
