/** `<question-list>`: the interview questions, which the reader can narrow down. As it stands on the page, all of them. */
class QuestionList extends HTMLElement {
  #stop = () => {}
  #isHere = false

  async connectedCallback() {
    this.#isHere = true
    const { startList } = await import('./live.ts')
    if (this.#isHere) this.#stop = startList(this)
  }

  disconnectedCallback() {
    this.#isHere = false
    this.#stop()
  }
}

if (!customElements.get('question-list')) customElements.define('question-list', QuestionList)
