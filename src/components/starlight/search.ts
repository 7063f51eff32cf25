/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Page> }[] } | null>
}

interface Page {
  url: string
  meta: { title: string }
  excerpt: string
  sub_results: { url: string; title: string; excerpt: string }[]
}

const pagesShown = 6
const sectionsShown = 3

/** The search dialog: opens on its button or Ctrl+K, and loads Pagefind when first opened. */
class CourseSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!
  #input = this.querySelector('input')!
  #status = this.querySelector('[role=status]')!
  #list = this.querySelector('ol')!
  #more = this.querySelector<HTMLButtonElement>('.more')!
  #pagefind: Promise<Pagefind> | undefined

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
    this.#input.addEventListener('keydown', (event) => {
      // Enter would submit the form and so close the dialog.
      if (event.key === 'Enter') event.preventDefault()
    })
    // While an input method is composing, the field does not contain the final term.
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) void this.#search(this.#input.value.trim())
    })
    this.#input.addEventListener('compositionend', () => {
      void this.#search(this.#input.value.trim())
    })
  }

  #open() {
    this.#pagefind ??= import(/* @vite-ignore */ this.dataset.bundle!)
    this.#dialog.showModal()
    this.#input.select()
  }

  async #search(term: string) {
    this.#list.replaceChildren()
    this.#more.hidden = true
    this.#announce(term ? this.dataset.searching! : '', term)
    if (!term) return
    const found = await (await this.#pagefind!).debouncedSearch(term)
    // A newer term was typed during this search.
    if (!found || term !== this.#input.value.trim()) return
    const { none, one, many } = this.dataset
    const count = found.results.length
    this.#announce((count === 0 ? none : count === 1 ? one : many)!, term, count)
    await this.#show(found.results)
  }

  async #show(results: { data(): Promise<Page> }[]) {
    const typed = this.#input.value
    const pages = await Promise.all(results.slice(0, pagesShown).map((result) => result.data()))
    if (typed !== this.#input.value) return
    this.#list.append(...pages.flatMap(entries).map(item))
    const rest = results.slice(pagesShown)
    this.#more.hidden = rest.length === 0
    this.#more.onclick = () => void this.#show(rest)
  }

  #announce(pattern: string, term: string, count = 0) {
    this.#status.textContent = pattern
      .replace('[SEARCH_TERM]', term)
      .replace('[COUNT]', String(count))
  }
}

/** The sections of a page that match, each under the title of its page. */
function entries(page: Page) {
  return page.sub_results.slice(0, sectionsShown).map(({ url, title, excerpt }) => ({
    url,
    excerpt,
    title: title === page.meta.title ? title : `${page.meta.title} › ${title}`,
  }))
}

function item({ url, title, excerpt }: { url: string; title: string; excerpt: string }) {
  const link = document.createElement('a')
  const name = document.createElement('strong')
  const text = document.createElement('span')
  link.href = url
  name.textContent = title
  // Pagefind escapes the text of the page and adds only <mark>.
  text.innerHTML = excerpt
  link.append(name, text)
  const row = document.createElement('li')
  row.append(link)
  return row
}

customElements.define('course-search', CourseSearch)
