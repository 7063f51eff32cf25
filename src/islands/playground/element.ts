import { linkedCode } from '../code-cell/link.ts'
import type { LiveCell } from '../code-cell/live.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { languageOf } from '../shared/languageOf.ts'
import { DRAFT, forget, keep, kept } from '../shared/tabStorage.ts'
import { strings } from './strings.ts'

/** `<course-playground>`: a large cell with programs to start from. No code of the reader's is lost to them. */
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

  /** The cell come to life. */
  async live(): Promise<LiveCell> {
    await customElements.whenDefined('code-cell')
    return (this.#cell = await this.#element.live())
  }

  /** Shows a program to start from. The code that it takes the place of can be brought back. */
  async open(code: string): Promise<void> {
    const cell = await this.live()
    const before = cell.code
    await cell.start(code)
    if (before !== code && this.#isOwn(before)) this.#replaced = before
    this.#tell()
  }

  async #restore() {
    const draft = kept(DRAFT)
    const cell = await this.live()
    if (draft === undefined || draft === cell.code) return
    if (linkedCode(location.hash, this.#element.id) === undefined) {
      await cell.replace(draft)
      this.#tell(strings.own[languageOf(this)])
    } else {
      this.#replaced = draft
      this.#tell()
    }
  }

  async #bringBack() {
    const code = this.#replaced!
    this.#replaced = undefined
    await (await this.live()).replace(code)
    this.#tell(strings.own[languageOf(this)])
  }

  /** Says which program the code started from, and offers the one that it replaced. */
  #tell(words?: string) {
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

  /** Whether code is neither an example nor empty. */
  #isOwn(code: string): boolean {
    const names = [...this.querySelectorAll<HTMLElement>('[data-example]')]
    const isExample = names.some(({ dataset }) => this.#codeOf(dataset.example!) === code)
    return !isExample && code.trim() !== ''
  }

  /** Examples stand on the page as text, for readers without JavaScript. */
  #codeOf(name: string): string {
    return this.querySelector(`[data-code-of="${name}"] pre`)!.textContent!
  }
}

if (!customElements.get('course-playground')) {
  customElements.define('course-playground', CoursePlayground)
}
