import { languageOf } from '../shared/languageOf.ts'
import { onProgress, solvedChallenges } from './progress.ts'
import { solvedText, strings } from './strings.ts'

/** `<challenge-overview>`: marks the solved ones in the list of all challenges, and counts them. */
export class ChallengeOverview extends HTMLElement {
  #stopListening = () => {}

  connectedCallback() {
    this.#stopListening = onProgress(() => this.#mark())
    this.#mark()
  }

  disconnectedCallback() {
    this.#stopListening()
  }

  #mark() {
    const language = languageOf(this)
    const solved = solvedChallenges()
    const items = [...this.querySelectorAll<HTMLElement>('[data-challenge]')]
    for (const item of items) {
      const isSolved = solved.has(item.dataset.challenge!)
      item.toggleAttribute('data-solved', isSolved)
      item.querySelector('[data-mark]')!.textContent =
        strings[isSolved ? 'solved' : 'open'][language]
    }
    const count = items.filter((item) => item.hasAttribute('data-solved')).length
    this.querySelector('[data-count]')!.textContent = solvedText(language, count, items.length)
  }
}

if (!customElements.get('challenge-overview')) {
  customElements.define('challenge-overview', ChallengeOverview)
}
