import { linkedCode } from './link.ts'
import type { LiveCell } from './live.ts'

/**
 * `<code-cell>`: a program that stands on the page as text. It comes to life when the reader reaches for it, and when
 * the page is opened by a link that carries code for it. Once it has been seen, it can run without the network.
 */
export class CodeCell extends HTMLElement {
  #live: Promise<LiveCell> | undefined
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    this.addEventListener('click', this.#onClick)
    this.addEventListener('focusin', this.#onFocus)
    this.addEventListener('keydown', this.#onKey)
    addEventListener('hashchange', this.#onLink)
    this.#onLink()
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#prepare()
    })
    this.#observer.observe(this)
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#onClick)
    this.removeEventListener('focusin', this.#onFocus)
    this.removeEventListener('keydown', this.#onKey)
    removeEventListener('hashchange', this.#onLink)
    this.#observer?.disconnect()
  }

  /** The cell come to life. */
  live(): Promise<LiveCell> {
    return (this.#live ??= import('./live.ts')
      .then(({ LiveCell }) => new LiveCell(this))
      .catch((error) => {
        this.#live = undefined
        this.querySelector('[data-status]')!.textContent = this.dataset.unloaded!
        throw error
      }))
  }

  /** Gives the cell another program to start from: that of a figure's present state. */
  async startFrom(program: string): Promise<void> {
    const isShown = !this.#live && program === this.querySelector('pre')!.textContent
    if (!isShown) (await this.live()).startFrom(program)
  }

  #prepare() {
    this.#observer?.disconnect()
    // Who pays for every byte loads what runs need when the first one starts.
    const { connection } = navigator as { connection?: { saveData?: boolean } }
    if (connection?.saveData) return
    const idle = window.requestIdleCallback ?? setTimeout
    // What cannot be loaded now is told when the reader asks for it.
    idle(() =>
      this.live()
        .then((cell) => cell.prepare())
        .catch(() => {}),
    )
  }

  readonly #onClick = async (event: MouseEvent) => {
    const target = event.target as Element
    const button = target.closest<HTMLButtonElement>('button[data-action]')
    if (button) (await this.live()).act(button)
    else if (target.closest('[data-source] > pre')) (await this.live()).edit(event)
  }

  readonly #onFocus = async ({ target }: FocusEvent) => {
    if ((target as Element).matches('[data-source] > pre')) (await this.live()).offerEditor()
  }

  /** Tab passes by the code: whoever wants to change it says so. */
  readonly #onKey = async (event: KeyboardEvent) => {
    const onText = (event.target as Element).matches('[data-source] > pre')
    if (!onText || event.key !== 'Enter') return
    event.preventDefault()
    const cell = await this.live()
    if (event.ctrlKey || event.metaKey) cell.run()
    else cell.edit()
  }

  readonly #onLink = async () => {
    const text = linkedCode(location.hash, this.id)
    if (text !== undefined) (await this.live()).openLink(text)
  }
}

if (!customElements.get('code-cell')) customElements.define('code-cell', CodeCell)
