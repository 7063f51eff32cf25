import { replyTo, type Answer } from '../../figures/kit/guess.ts'
import type { Language } from '../../figures/kit/types.ts'
import { languageOf } from '../shared/languageOf.ts'
import type { GuessData } from './data.ts'
import { keepGuess, keptGuess } from './keptGuesses.ts'
import { GuessPicture } from './picture.ts'
import { comparisonText, strings } from './strings.ts'
import { GuessWeights } from './weights.ts'

/** A question that is open to a guess. */
export class LiveGuess {
  readonly #root: HTMLElement
  readonly #data: GuessData
  readonly #language: Language
  readonly #picture: GuessPicture | undefined
  readonly #weights: GuessWeights | undefined
  #guess: Answer
  #isAnswered = false

  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#data = JSON.parse(root.dataset.guess!) as GuessData
    const { start, frame } = this.#data
    const change = (guess: Answer) => this.#show(guess)
    if (frame) {
      const stage = root.querySelector<HTMLElement>('[data-stage]')!
      this.#picture = new GuessPicture(stage, { ...this.#data, frame }, this.#language, change)
    } else this.#weights = new GuessWeights(root, this.#language, change)
    this.#guess = keptGuess(root.id, start.length) ?? start
    this.#show(this.#guess)
    this.#details.addEventListener('toggle', () => this.#toggled())
    this.#button.addEventListener('click', () =>
      this.#isAnswered ? this.#again() : this.#answer(),
    )
    if (this.#details.open) this.#toggled()
    root.toggleAttribute('data-live', true)
  }

  get #details(): HTMLDetailsElement {
    return this.#root.querySelector<HTMLDetailsElement>('.guess-answer')!
  }

  get #button(): HTMLButtonElement {
    return this.#root.querySelector<HTMLButtonElement>('[data-action="guess"]')!
  }

  #show(guess: Answer) {
    this.#guess = guess
    this.#picture?.show(guess)
    this.#weights?.show(guess)
  }

  #answer() {
    const { truth } = this.#data
    const replies = [...this.#root.querySelectorAll<HTMLElement>('[data-reply]')]
    const conditions = replies.map(({ dataset }) => dataset.when)
    const chosen = replies[replyTo(conditions, this.#guess, this.#data)]
    for (const reply of replies) reply.toggleAttribute('data-chosen', reply === chosen)
    this.#setAnswered(true)
    this.#details.open = true
    this.#picture?.compare()
    this.#weights?.tell(this.#guess, truth)
    const said = this.#tell(this.#guess)
    const verdict = strings[chosen.hasAttribute('data-hit') ? 'right' : 'off'][this.#language]
    this.#root.querySelector('[data-said]')!.textContent = `${said} ${verdict}`
    keepGuess(this.#root.id, this.#guess)
  }

  #again() {
    this.#ask()
    this.#details.open = false
    this.#root.querySelector('[data-said]')!.textContent = ''
    ;(this.#picture ?? this.#weights)!.focus()
  }

  /** The reader has opened the answer without a guess, or has closed it. */
  #toggled() {
    if (!this.#details.open) this.#ask()
    else if (!this.#isAnswered) {
      this.#tell()
      this.#picture?.reveal()
      this.#weights?.tell(undefined, this.#data.truth)
    }
  }

  #ask() {
    this.#setAnswered(false)
    this.#weights?.ask()
  }

  #setAnswered(isAnswered: boolean) {
    this.#isAnswered = isAnswered
    this.#root.toggleAttribute('data-answered', isAnswered)
    this.#button.textContent = strings[isAnswered ? 'again' : 'commit'][this.#language]
  }

  /** Writes the answer in words, beside the guess if there is one. */
  #tell(guess?: Answer): string {
    const text = comparisonText(this.#language, this.#data, this.#data.truth, guess)
    this.#root.querySelector('[data-comparison]')!.textContent = text
    return text
  }
}
