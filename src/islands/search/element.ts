import { loadOnce } from '../shared/loadOnce.ts'
import type { Found, SearchIndex } from './find.ts'

const shownAtOnce = 8

type Result = Found['results'][number]

/** The search dialog: opens on its button or Ctrl+K, and loads the index when first opened. */
class CourseSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!
  #input = this.querySelector('input')!
  #status = this.querySelector('[role=status]')!
  #list = this.querySelector('ol')!
  #more = this.querySelector<HTMLButtonElement>('.more')!
  #isComposing = false
  #load = loadOnce(async () => {
    const [{ finder }, response] = await Promise.all([
      import('./find.ts'),
      fetch(this.dataset.index!),
    ])
    if (!response.ok) throw new Error(`The index of the search: status ${response.status}`)
    const index = (await response.json()) as SearchIndex
    return { index, find: finder(index) }
  })

  connectedCallback() {
    this.querySelector('button')!.addEventListener('click', () => this.#open())
    addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return
      event.preventDefault()
      if (this.#dialog.open) this.#dialog.close()
      else this.#open()
    })
    // A press on the backdrop targets the dialog itself; following a link closes it.
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog || (target as Element).closest('a')) this.#dialog.close()
    })
    this.#dialog.addEventListener('keydown', (event) => this.#press(event))
    // While an input method is composing, the field does not contain the final term.
    this.#input.addEventListener('compositionstart', () => (this.#isComposing = true))
    this.#input.addEventListener('compositionend', () => {
      this.#isComposing = false
      void this.#search()
    })
    this.#input.addEventListener('input', () => {
      if (!this.#isComposing) void this.#search()
    })
  }

  #open() {
    void this.#load()
    this.#dialog.showModal()
    this.#input.select()
  }

  /** Up and down go through the field and the results; Enter in the field opens the first. */
  #press(event: KeyboardEvent) {
    // The keys of an input method are its own.
    if (event.isComposing || this.#isComposing) return
    const links = [...this.#list.querySelectorAll('a')]
    const stops: HTMLElement[] = [this.#input, ...links]
    const at = stops.indexOf(event.target as HTMLElement)
    if (event.key === 'Enter' && at === 0) {
      // Enter would submit the form and so close the dialog.
      event.preventDefault()
      links[0]?.click()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (at < 0 || !step) return
    event.preventDefault()
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus()
  }

  async #search() {
    const term = this.#input.value.trim()
    if (!term) this.#show([])
    this.#announce(term ? this.dataset.searching! : '', term)
    if (!term) return
    const { index, find } = await this.#load()
    // A newer term was typed while the index was loading.
    if (term !== this.#input.value.trim()) return
    const { results, instead } = find(term)
    const { none, one, many, other } = this.dataset
    const count = results.length
    const pattern = count === 0 ? none : instead ? other : count === 1 ? one : many
    this.#announce(pattern!, term, count, instead)
    this.#show(count > 0 ? results : beginnings(index))
  }

  #show(results: readonly Result[]) {
    const prefix = this.dataset.base!
    this.#list.replaceChildren(...results.slice(0, shownAtOnce).map((each) => item(each, prefix)))
    const rest = results.slice(shownAtOnce).map((each) => item(each, prefix))
    this.#more.hidden = rest.length === 0
    this.#more.onclick = () => {
      this.#list.append(...rest)
      this.#more.hidden = true
      rest[0].querySelector('a')!.focus()
    }
  }

  #announce(pattern: string, term: string, count = 0, instead = '') {
    this.#status.textContent = pattern
      .replace('[SEARCH_TERM]', () => term)
      .replace('[DIFFERENT_TERM]', () => instead)
      .replace('[COUNT]', String(count))
  }
}

/** The pages themselves but for those of single questions, for a reader whose words occur nowhere. */
function beginnings({ sections, pages }: SearchIndex): Result[] {
  return sections
    .filter(({ id, page }) => id === '' && !pages[page].path.includes('/q/'))
    .map((section) => ({ section, page: pages[section.page], excerpt: [] }))
}

function item({ section, page, excerpt }: Result, prefix: string) {
  const link = document.createElement('a')
  const name = document.createElement('strong')
  const text = document.createElement('span')
  link.href = prefix + page.path + (section.id && `#${section.id}`)
  name.textContent = section.id ? `${page.title} › ${section.title}` : page.title
  text.append(
    ...excerpt.map((piece) => {
      if (!piece.hit) return piece.text
      const mark = document.createElement('mark')
      mark.textContent = piece.text
      return mark
    }),
  )
  link.append(name, text)
  const row = document.createElement('li')
  row.append(link)
  return row
}

customElements.define('course-search', CourseSearch)
