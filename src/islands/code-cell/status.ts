import type { Language } from '../../figures/kit/figure.ts'
import type { Outcome } from './run/types.ts'
import { doneText, failures, leftText, strings } from './strings.ts'

/** A run that is over sooner shows no sign that it went on, which would only flicker. In ms. */
const PATIENCE = 150
/** The countdown moves at this distance, in ms. */
const TICK = 100

/** What a cell is doing: told beside its button, which turns into the one that stops it. */
export class Status {
  readonly #line: HTMLElement
  readonly #said: HTMLElement
  readonly #button: HTMLElement
  readonly #language: Language
  #timer = 0

  constructor(root: HTMLElement, language: Language) {
    this.#line = root.querySelector('[data-status]')!
    this.#said = root.querySelector('[data-said]')!
    this.#button = root.querySelector('[data-action="run"]')!
    this.#language = language
  }

  /** Whether the button shows that it stops the program. */
  get stoppable(): boolean {
    return this.#button.hasAttribute('data-running')
  }

  show(name: keyof typeof strings): void {
    this.#line.textContent = strings[name][this.#language]
  }

  /** A run was asked for, and its turn has not come. */
  waiting(name: 'loading' | 'waiting'): void {
    this.#stopTimer()
    this.#timer = window.setTimeout(() => {
      this.#showStop(true)
      this.show(name)
      this.#say(strings[name][this.#language])
    }, PATIENCE)
  }

  /** The program has started and has so many ms. */
  running(limit: number): void {
    this.#stopTimer()
    const end = performance.now() + limit
    const tick = () => {
      if (!this.stoppable) this.#say(strings.running[this.#language])
      this.#showStop(true)
      this.#line.textContent = leftText(this.#language, Math.max(0, end - performance.now()))
      this.#timer = window.setTimeout(tick, TICK)
    }
    this.#timer = window.setTimeout(tick, PATIENCE)
  }

  ended({ failure, duration }: Outcome): void {
    this.#stopTimer()
    this.#showStop(false)
    const text = failure
      ? failures[failure.code][this.#language]
      : doneText(this.#language, duration)
    this.#line.textContent = text
    this.#say(failure ? `${text} ${failure.message}` : text)
  }

  /** No program runs, and none did. */
  broke(): void {
    this.#stopTimer()
    this.#showStop(false)
    this.show('unloaded')
    this.#say(strings.unloaded[this.#language])
  }

  #say(text: string) {
    this.#said.textContent = text
  }

  #showStop(running: boolean) {
    this.#button.toggleAttribute('data-running', running)
    const label = this.#button.querySelector('[data-label]')!
    const text = strings[running ? 'stop' : 'run'][this.#language]
    if (label.textContent !== text) label.textContent = text
  }

  #stopTimer() {
    clearTimeout(this.#timer)
  }
}
