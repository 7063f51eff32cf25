import { MOST_CHARACTERS, MOST_OUTPUTS, type WorkerMessage } from '../messages.ts'
import type { Output } from '../protocol.ts'
import { sizeOf } from '../size.ts'

/** What is shown at least this long after the last batch is sent at once, in ms. */
const PAUSE = 50

/** Thrown into a program that shows too much; the worker ends with it. */
export class TooMuchOutput extends Error {}

/** Sends outputs in batches, and no more of them than a page can show. */
export class Outbox {
  #waiting: Output[] = []
  #count = 0
  #characters = 0
  #sentAt = 0
  #later = false
  readonly #post: (message: WorkerMessage) => void
  readonly #setTimeout = setTimeout.bind(globalThis)
  readonly #now = performance.now.bind(performance)

  constructor(post: (message: WorkerMessage) => void) {
    this.#post = post
  }

  /** @throws TooMuchOutput */
  add(output: Output): void {
    // Progress replaces the progress before, so that it may be told without end.
    const last = this.#waiting.at(-1)
    if (output.kind === 'progress' && last?.kind === 'progress') this.#waiting.pop()
    else if (output.kind !== 'progress') this.#count++
    this.#characters += output.kind === 'progress' ? 0 : sizeOf(output)
    if (this.#count > MOST_OUTPUTS || this.#characters > MOST_CHARACTERS) throw new TooMuchOutput()
    this.#waiting.push(output)
    if (this.#now() - this.#sentAt >= PAUSE) this.flush()
    else if (!this.#later) {
      this.#later = true
      this.#setTimeout(() => this.flush(), PAUSE)
    }
  }

  flush(): void {
    this.#later = false
    if (this.#waiting.length === 0) return
    this.#post({ type: 'outputs', outputs: this.#waiting })
    this.#waiting = []
    this.#sentAt = this.#now()
  }
}
