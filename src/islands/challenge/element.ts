import type { Language } from '../../figures/kit/figure.ts'
import type { CellEnded } from '../code-cell/live.ts'
import type { CodeCell } from '../code-cell/element.ts'
import { languageOf } from '../shared/languageOf.ts'
import { markSolved, onProgress, solvedChallenges } from './progress.ts'
import { holdingText, missingText, strings } from './strings.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/**
 * `<course-challenge>`: a cell with hidden checks. Reports the verdict on each run and stores that the challenge is
 * solved.
 */
export class CourseChallenge extends HTMLElement {
  readonly #verdict = document.createElement('p')
  #stopListening = () => {}

  connectedCallback() {
    this.#verdict.className = 'challenge-verdict'
    this.#verdict.role = 'status'
    this.#cell.after(this.#verdict)
    this.addEventListener('cell-ended', this.#onEnded)
    this.addEventListener('click', this.#onClick)
    this.#stopListening = onProgress(() => this.#mark())
    this.#mark()
  }

  disconnectedCallback() {
    this.removeEventListener('cell-ended', this.#onEnded)
    this.removeEventListener('click', this.#onClick)
    this.#stopListening()
  }

  get #cell(): CodeCell {
    return this.querySelector<CodeCell>('code-cell')!
  }

  readonly #onEnded = (event: Event) => {
    const verdict = verdictOf((event as CustomEvent<CellEnded>).detail)
    const isKept = verdict.kind !== 'solved' || markSolved(this.dataset.challenge!)
    this.#verdict.toggleAttribute('data-solved', verdict.kind === 'solved')
    this.#verdict.textContent = textOf(verdict, languageOf(this), isKept)
  }

  readonly #onClick = async ({ target }: MouseEvent) => {
    if (!(target as Element).closest('[data-take]')) return
    const live = await this.#cell.live()
    await live.replace(this.querySelector('[data-solution]')!.textContent!)
    await live.edit()
    this.#cell.scrollIntoView({ block: 'center' })
  }

  #mark() {
    this.toggleAttribute('data-solved', solvedChallenges().has(this.dataset.challenge!))
  }
}

function textOf(verdict: Verdict, language: Language, isKept: boolean): string {
  switch (verdict.kind) {
    case 'solved':
      return [strings.praise, ...(isKept ? [] : [strings.unkept])]
        .map((text) => text[language])
        .join(language === 'zh' ? '' : ' ')
    case 'open':
      return holdingText(language, verdict.holding, verdict.total)
    case 'missing':
      return missingText(language, verdict.name)
    case 'unfit':
    case 'early':
      return strings[verdict.kind][language]
    case 'broken':
      return ''
  }
}

if (!customElements.get('course-challenge')) {
  customElements.define('course-challenge', CourseChallenge)
}
