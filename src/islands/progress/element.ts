/** `<progress-file>`: saves the reader's progress to a file, adds that of a file, and forgets it. */
class ProgressFile extends HTMLElement {
  #stop = () => {}
  #isHere = false

  async connectedCallback() {
    this.#isHere = true
    const { startProgressFile } = await import('./live.ts')
    if (this.#isHere) this.#stop = startProgressFile(this)
  }

  disconnectedCallback() {
    this.#isHere = false
    this.#stop()
  }
}

if (!customElements.get('progress-file')) customElements.define('progress-file', ProgressFile)
