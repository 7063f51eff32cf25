import { knownQuestions, markKnown } from './known.ts'

const FILTERS = ['topic', 'level', 'state'] as const

/**
 * `<question-list>`: the interview questions, narrowed down by topic, level and whether the reader knows them. What is
 * chosen stands in the address.
 */
class QuestionList extends HTMLElement {
  /** What the reader knows, here as well where the device keeps nothing. */
  readonly #known = knownQuestions()

  connectedCallback() {
    const query = new URLSearchParams(location.search)
    for (const name of FILTERS) {
      const list = this.#choice(name)
      const value = query.get(name) ?? ''
      if ([...list.options].some((option) => option.value === value)) list.value = value
    }
    for (const item of this.#items) {
      const box = item.querySelector<HTMLInputElement>('[data-known]')!
      box.checked = this.#known.has(item.dataset.question!)
    }
    this.addEventListener('change', this.#onChange)
    this.#filter()
  }

  disconnectedCallback() {
    this.removeEventListener('change', this.#onChange)
  }

  readonly #onChange = ({ target }: Event) => {
    const box = (target as Element).closest<HTMLInputElement>('[data-known]')
    if (box) {
      const id = box.closest<HTMLElement>('[data-question]')!.dataset.question!
      if (box.checked) this.#known.add(id)
      else this.#known.delete(id)
      markKnown(id, box.checked)
      // It stays in view until the list is filtered again: nothing moves under the reader's finger.
      return
    }
    this.#writeAddress()
    this.#filter()
  }

  #writeAddress() {
    const url = new URL(location.href)
    for (const name of FILTERS) {
      const { value } = this.#choice(name)
      if (value) url.searchParams.set(name, value)
      else url.searchParams.delete(name)
    }
    history.replaceState(history.state, '', url)
  }

  #filter() {
    const [topic, level, state] = FILTERS.map((name) => this.#choice(name).value)
    let shown = 0
    for (const item of this.#items) {
      const isKnown = this.#known.has(item.dataset.question!)
      const fits =
        (!topic || item.dataset.topic === topic) &&
        (!level || item.dataset.level === level) &&
        (!state || (state === 'known') === isKnown)
      item.hidden = !fits
      if (fits) shown++
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = !group.querySelector('[data-question]:not([hidden])')
    }
    this.querySelector<HTMLElement>('[data-none]')!.hidden = shown > 0
    this.querySelector('[data-count]')!.textContent = this.dataset.shown!.replace(
      'N',
      String(shown),
    )
  }

  get #form() {
    return this.querySelector('form')!
  }

  get #items() {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')]
  }

  #choice(name: string) {
    return this.#form.elements.namedItem(name) as HTMLSelectElement
  }
}

if (!customElements.get('question-list')) customElements.define('question-list', QuestionList)
