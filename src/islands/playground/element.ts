import { linkedCode } from '../code-cell/link.ts'
import type { LiveCell } from '../code-cell/live.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { languageOf } from '../shared/languageOf.ts'
import { DRAFT, forget, keep, kept } from '../shared/tabStorage.ts'
import { strings } from './strings.ts'

/** `<course-playground>`: a large cell with programs to start from. Choosing one never loses the reader's code. */
export class CoursePlayground extends HTMLElement {
  #cell: LiveCell | undefined
  #replaced: string | undefined

  connectedCallback() {
    this.addEventListener('click', this.#onClick)
    addEventListener('pagehide', this.#onLeave)
    void this.#restore()
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#onClick)
    removeEventListener('pagehide', this.#onLeave)
  }

  /** The live cell. */
  async live(): Promise<LiveCell> {
    await customElements.whenDefined('code-cell')
    return (this.#cell = await this.#element.live())
  }

  /** Shows a program to start from. The code that it replaces can be restored. */
  async open(code: string): Promise<void> {
    const cell = await this.live()
    const before = cell.code
    await cell.start(code)
    if (before !== code && this.#isOwn(before)) this.#replaced = before
    this.#showStatus()
  }

  async #restore() {
    const draft = kept(DRAFT)
    const cell = await this.live()
    if (draft === undefined || draft === cell.code) return
    if (linkedCode(location.hash, this.#element.id) === undefined) {
      await cell.replace(draft)
      this.#showStatus(strings.own[languageOf(this)])
    } else {
      this.#replaced = draft
      this.#showStatus()
    }
  }

  async #bringBack() {
    const code = this.#replaced!
    this.#replaced = undefined
    await (await this.live()).replace(code)
    this.#showStatus(strings.own[languageOf(this)])
  }

  /** Shows which program the code started from, and offers to restore the replaced code. */
  #showStatus(words?: string) {
    const code = this.#cell!.code
    let line = words ?? ''
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-example]')) {
      const isCurrent = this.#codeOf(button.dataset.example!) === code
      button.ariaPressed = String(isCurrent)
      if (isCurrent) line = button.dataset.line!
    }
    this.querySelector('[data-line-of-example]')!.textContent = line
    this.querySelector<HTMLElement>('[data-replaced]')!.hidden = this.#replaced === undefined
  }

  readonly #onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button')
    const { example } = button?.dataset ?? {}
    if (example !== undefined) void this.open(this.#codeOf(example))
    else if (button?.matches('[data-replaced] button')) void this.#bringBack()
  }

  readonly #onLeave = () => {
    const code = this.#cell?.code
    if (code === undefined) return
    if (this.#isOwn(code)) keep(DRAFT, code)
    else forget(DRAFT)
  }

  get #element(): CodeCell {
    return this.querySelector<CodeCell>('code-cell')!
  }

  /** Whether code is neither empty nor an unchanged example. */
  #isOwn(code: string): boolean {
    const names = [...this.querySelectorAll<HTMLElement>('[data-example]')]
    const isExample = names.some(({ dataset }) => this.#codeOf(dataset.example!) === code)
    return !isExample && code.trim() !== ''
  }

  /** The examples are on the page as text, for readers without JavaScript. */
  #codeOf(name: string): string {
    return this.querySelector(`[data-code-of="${name}"] pre`)!.textContent!
  }
}

if (!customElements.get('course-playground')) {
  customElements.define('course-playground', CoursePlayground)
}
