import type { Language } from '../../figures/kit/figure.ts'
import type { CreateEditor, Editor } from './editor/contract.ts'
import { paintLine } from './paint.ts'
import { placeAt, type Place } from './place.ts'

/** The code of a cell: text of the page until the reader reaches for it, an editor from then on. */
export class CodeField {
  readonly #box: HTMLElement
  readonly #text: HTMLElement
  readonly #options: {
    label: string
    language: Language
    onChange(): void
    onTooLong(): void
    onRun(): void
  }
  #editor: Promise<Editor> | undefined
  #opened: Editor | undefined

  constructor(
    box: HTMLElement,
    options: {
      label: string
      language: Language
      onChange(): void
      onTooLong(): void
      onRun(): void
    },
  ) {
    this.#box = box
    this.#text = box.querySelector('pre')!
    this.#options = options
  }

  get code(): string {
    return this.#opened?.code ?? this.#text.textContent!
  }

  /** Puts the cursor where the reader clicked, or where the cell was entered by the keyboard. */
  async enter(event?: MouseEvent): Promise<void> {
    if (event && !getSelection()?.isCollapsed) return // the reader is about to copy something
    const place = event && placeAt(this.#text, event)
    const editor = await this.#open()
    const elsewhere = document.activeElement
    if (event || elsewhere === document.body || this.#box.contains(elsewhere)) editor.focus(place)
  }

  async goTo(place: Place): Promise<void> {
    ;(await this.#open()).focus(place)
  }

  /** Shows other code, as a step that the reader can undo. */
  async replace(code: string): Promise<void> {
    if (code === this.code) return
    ;(await this.#open()).replace(code)
  }

  /** Shows other code that the reader has not asked for: as a text, if it is one still. */
  follow(code: string): void {
    if (this.#opened) return this.#opened.replace(code)
    showLines(this.#text, code)
  }

  /** Marks a place as wrong, or no place. Never opens the editor: the failure itself is told below the code. */
  showError(error: (Place & { message: string }) | undefined): void {
    this.#opened?.showError(error)
  }

  /** Fetches the editor, so that it opens at once, and without the network. */
  prepare(): void {
    loadEditor().catch(() => {}) // told when the reader asks for it
  }

  #open(): Promise<Editor> {
    return (this.#editor ??= this.#create().catch((error) => {
      this.#editor = undefined
      throw error
    }))
  }

  async #create(): Promise<Editor> {
    const createEditor = await loadEditor()
    const host = document.createElement('div')
    this.#box.append(host)
    const code = this.code
    const editor = await createEditor({ ...this.#options, host, code })
    if (this.code !== code) editor.replace(this.code) // it has followed a figure meanwhile
    this.#opened = editor
    this.#text.hidden = true
    return editor
  }
}

async function loadEditor(): Promise<CreateEditor> {
  return (await import('./editor/editor.ts')).createEditor
}

/** Shows other code in a block that was coloured when the site was built: lines that stay keep their colours. */
function showLines(text: HTMLElement, code: string): void {
  const box = text.querySelector('code')!
  const old = [...box.querySelectorAll<HTMLElement>('.line')]
  const lines = code.split('\n').map((line, i) => {
    const element = old[i]?.textContent === line ? old[i] : lineElement(line)
    return i === 0 ? [element] : ['\n', element]
  })
  box.replaceChildren(...lines.flat())
}

function lineElement(line: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'line'
  paintLine(element, line)
  return element
}
