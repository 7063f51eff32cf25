import type { OwnTables } from './ownTables.ts'

/** From so many characters on a text that is pasted is not shown. */
const LONG = 100_000

/** `<own-table>`: takes tables of the reader's own, by paste or as files. They do not leave the page. */
export class OwnTableElement extends HTMLElement {
  #live: Promise<OwnTables> | undefined

  connectedCallback() {
    this.addEventListener('submit', this.#onSubmit)
    this.addEventListener('click', this.#onClick)
    this.addEventListener('change', this.#onChange)
    this.addEventListener('paste', this.#onPaste)
    this.addEventListener('dragover', this.#onDrag)
    this.addEventListener('dragleave', this.#onDragEnd)
    this.addEventListener('drop', this.#onDrop)
    const idle = window.requestIdleCallback ?? setTimeout
    idle(() => void this.#tables().catch(() => {})) // so that tables are read without the network, too
  }

  /** What reads tables, loaded apart from the page. */
  #tables(): Promise<OwnTables> {
    return (this.#live ??= import('./ownTables.ts').then(
      ({ OwnTables }) => new OwnTables(this),
      (error) => {
        this.#live = undefined // the next attempt loads it again
        throw error
      },
    ))
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    ;(await this.#tables()).readText()
  }

  readonly #onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('[data-choose]')) this.#input.click()
  }

  readonly #onChange = async (event: Event) => {
    const file = this.#input.files?.[0]
    if (!file || event.target !== this.#input) return
    await (await this.#tables()).readFile(file)
    this.#input.value = '' // the same file may be chosen again, once it is mended
  }

  /** A field takes long to show a long text: such a text is read at once. */
  readonly #onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.length < LONG || !(event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    void this.#tables().then((tables) => tables.readLong(text))
  }

  readonly #onDrag = (event: DragEvent) => {
    event.preventDefault()
    this.toggleAttribute('data-over', true)
  }

  readonly #onDragEnd = () => this.removeAttribute('data-over')

  readonly #onDrop = async (event: DragEvent) => {
    this.#onDragEnd()
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    await (await this.#tables()).readFile(file)
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[type="file"]')!
  }
}

if (!customElements.get('own-table')) customElements.define('own-table', OwnTableElement)
