import type { Figure, Values } from '../../figures/kit/figure.ts'
import { readState, writeState } from '../../figures/kit/state.ts'

/** Event for every figure of the page when a link has changed the address without reloading the page. */
const CHANGED = 'course-address'

/** The part of the page's address that contains the state of a figure. */
export class Address {
  readonly #figure: Figure
  readonly #id: string
  readonly #start: Values

  constructor(figure: Figure, id: string, start: Values, changed: () => void) {
    this.#figure = figure
    this.#id = id
    this.#start = start
    window.addEventListener('popstate', changed)
    window.addEventListener(CHANGED, changed)
    followLinks()
  }

  read(): Values | undefined {
    return readState(this.#figure, this.#id, new URLSearchParams(location.search))
  }

  /** Writes a state into the address bar, without an entry in the history: a drag is not a page. */
  write(values: Values) {
    const query = writeState(this.#figure, this.#id, values, this.#start, location.search)
    if (query === location.search) return
    // Not the path alone: one that begins with two slashes would name another host.
    const url = new URL(location.href)
    url.search = query
    history.replaceState(history.state, '', url)
  }

  /** A link to the figure, in the state in the address bar. */
  link(): string {
    return `${location.origin}${location.pathname}${location.search}#${this.#id}`
  }
}

let following = false

/** Links to a state of a figure on this page update the figure without reloading the page. */
function followLinks() {
  if (following) return
  following = true
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.pathname !== location.pathname || !link.search)
      return
    event.preventDefault()
    history.pushState(null, '', link.href)
    document.getElementById(link.hash.slice(1))?.scrollIntoView()
    window.dispatchEvent(new Event(CHANGED))
  })
}
