/*
 * Takes the place of Starlight's script of the same list, by an alias in astro.config.mjs. Starlight's looks for the
 * heading of every block of the page, twice, and blocks a slow phone for a fifth of a second; this one watches the headings.
 */

/** The room below what covers the top of the window, in px: a heading there is the one being read. */
const ROOM = 85

const onIdle = globalThis.requestIdleCallback ?? setTimeout

/** The list of contents of a page, which marks the section being read. */
export class StarlightTOC extends HTMLElement {
  #current = this.querySelector('a[aria-current="true"]')
  #observer: IntersectionObserver | undefined

  /** The link to the section being read. */
  set current(link: HTMLAnchorElement) {
    if (link === this.#current) return
    this.#current?.removeAttribute('aria-current')
    link.setAttribute('aria-current', 'true')
    this.#current = link
  }

  connectedCallback() {
    onIdle(() => this.#observe())
    let timer: ReturnType<typeof setTimeout>
    addEventListener('resize', () => {
      clearTimeout(timer)
      timer = setTimeout(() => this.#observe(), 200)
    })
  }

  /** Marks the last heading above a line near the top of the window, whenever one crosses that line. */
  #observe(): void {
    const links = new Map<Element, HTMLAnchorElement>()
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (heading) links.set(heading, link)
    }
    const headings = [...links.keys()]
    const passed = new Set<Element>()
    const mark = (entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target)
        else passed.delete(target)
      }
      const read = headings.findLast((heading) => passed.has(heading)) ?? headings[0]
      this.current = links.get(read)!
    }
    const covered = ['header', 'mobile-starlight-toc summary'].map(
      (part) => document.querySelector(part)?.getBoundingClientRect().height ?? 0,
    )
    const line = Math.round(covered[0] + covered[1] + ROOM)
    this.#observer?.disconnect()
    // Everything above the line counts, however far.
    this.#observer = new IntersectionObserver(mark, {
      rootMargin: `999999px 0px ${line - document.documentElement.clientHeight}px`,
    })
    for (const heading of headings) this.#observer.observe(heading)
  }
}

customElements.define('starlight-toc', StarlightTOC)
