import './dock/links.ts'
import { loadOnce } from '../shared/loadOnce.ts'

/**
 * `<course-figure>`: a figure that was drawn when the site was built and comes to life when it nears the viewport.
 * Until then, only this file is loaded.
 */
export class CourseFigure extends HTMLElement {
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    const awaited = [...new URLSearchParams(location.search).keys()]
    if (awaited.some((key) => key.startsWith(`${this.id}.`))) return void this.wake()
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.wake(),
      { rootMargin: '300px' },
    )
    this.#observer.observe(this)
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }

  readonly #start = loadOnce(async () => {
    const { LiveFigure } = await import('./live.ts')
    await LiveFigure.start(this)
  })

  /** Brings the figure to life. Without a connection it remains as drawn until the connection returns. */
  async wake(): Promise<void> {
    this.#observer?.disconnect()
    try {
      await this.#start()
    } catch (error) {
      if (navigator.onLine) throw error
      addEventListener('online', () => this.wake(), { once: true })
    }
  }
}

if (!customElements.get('course-figure')) customElements.define('course-figure', CourseFigure)
