import type { Figure, Values } from '../../figures/kit/figure.ts'
import { readState, writeState } from '../../figures/kit/state.ts'

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

/** Makes every figure of the page show its state in the address, which was changed without loading the page anew. */
export function announceAddress() {
  window.dispatchEvent(new Event(CHANGED))
}
