/** `<self-test>`: asks interview questions. Without JavaScript it is the list of them, each with its answer folded. */
class SelfTest extends HTMLElement {
  #stop = () => {}
  #isHere = false

  async connectedCallback() {
    this.#isHere = true
    const { LiveSelfTest } = await import('./live.ts')
    if (this.#isHere) this.#stop = new LiveSelfTest(this).start()
  }

  disconnectedCallback() {
    this.#isHere = false
    this.#stop()
  }
}

if (!customElements.get('self-test')) customElements.define('self-test', SelfTest)
