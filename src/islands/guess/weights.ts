import type { Answer } from '../../figures/kit/guess.ts'
import type { Language } from '../../figures/kit/types.ts'
import { strings } from './strings.ts'

/** The boxes with which a reader says which weights are zero. */
export class GuessWeights {
  readonly #boxes: HTMLInputElement[]
  readonly #language: Language

  /** @param change called when the reader ticks a box */
  constructor(root: HTMLElement, language: Language, change: (guess: Answer) => void) {
    this.#boxes = [...root.querySelectorAll<HTMLInputElement>('[data-weight] input')]
    this.#language = language
    root.addEventListener('change', () =>
      change(this.#boxes.map(({ checked }) => (checked ? 0 : 1))),
    )
  }

  focus() {
    this.#boxes[0].focus({ preventScroll: true })
  }

  show(guess: Answer) {
    this.#boxes.forEach((box, j) => (box.checked = guess[j] === 0))
  }

  /** Says of each weight whether the guess is right; undefined if there is none. */
  tell(guess: Answer | undefined, truth: Answer) {
    this.#boxes.forEach((box, j) => {
      const label = box.closest<HTMLElement>('[data-weight]')!
      const isRight = (guess?.[j] === 0) === (truth[j] === 0)
      box.disabled = true
      label.dataset.verdict = guess ? (isRight ? 'right' : 'wrong') : 'told'
      label.querySelector('[data-told]')!.textContent =
        strings[truth[j] === 0 ? 'isZero' : 'isNot'][this.#language]
    })
  }

  /** Takes the verdicts away. */
  ask() {
    for (const box of this.#boxes) {
      const label = box.closest<HTMLElement>('[data-weight]')!
      box.disabled = false
      delete label.dataset.verdict
      label.querySelector('[data-told]')!.textContent = ''
    }
  }
}
