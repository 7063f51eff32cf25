/**
 * `<course-guess>`: a question that the reader answers in a picture before the picture does. It can be read, and its
 * answer opened, as it stands on the page; it takes guesses once it nears the viewport.
 */
class CourseGuess extends HTMLElement {
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#wake(),
      { rootMargin: '300px' },
    )
    this.#observer.observe(this)
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }

  async #wake() {
    this.#observer?.disconnect()
    if (this.hasAttribute('data-live')) return
    const { LiveGuess } = await import('./live.ts')
    new LiveGuess(this)
  }
}

if (!customElements.get('course-guess')) customElements.define('course-guess', CourseGuess)
