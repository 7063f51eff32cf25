import { languageOf } from '../shared/languageOf.ts'
import { save } from '../shared/save.ts'
import {
  addProgress,
  forgetProgress,
  onProgress,
  progressText,
  solvedChallenges,
} from './progress.ts'
import { solvedText, strings } from './strings.ts'

/**
 * `<challenge-overview>`: marks the solved ones in the list of all challenges; saves, loads and clears the progress.
 */
export class ChallengeOverview extends HTMLElement {
  #stopListening = () => {}

  connectedCallback() {
    this.addEventListener('click', this.#onClick)
    this.addEventListener('change', this.#onFile)
    this.#stopListening = onProgress(() => this.#mark())
    this.#mark()
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#onClick)
    this.removeEventListener('change', this.#onFile)
    this.#stopListening()
  }

  readonly #onClick = ({ target }: MouseEvent) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset.action
    if (action === 'save') {
      save(new Blob([progressText()], { type: 'application/json' }), 'progress.json')
    } else if (action === 'load') {
      this.#input.click()
    } else if (action === 'forget') {
      forgetProgress()
      this.#report('forgotten')
    }
  }

  readonly #onFile = async () => {
    const text = await this.#input.files?.[0]?.text()
    this.#input.value = ''
    if (text !== undefined) this.#report(addProgress(text) ? 'loaded' : 'notProgress')
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[type="file"]')!
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

  #report(name: 'loaded' | 'notProgress' | 'forgotten') {
    this.querySelector('[data-said]')!.textContent = strings[name][languageOf(this)]
  }
}

if (!customElements.get('challenge-overview')) {
  customElements.define('challenge-overview', ChallengeOverview)
}
