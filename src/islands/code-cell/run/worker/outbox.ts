import { MOST_CHARACTERS, MOST_OUTPUTS, type WorkerMessage } from '../protocol.ts'
import type { Output } from '../types.ts'
import { sizeOf } from '../size.ts'

/** Progress is told no more often than this, in ms. */
const PAUSE = 50

/** Thrown into a program that shows too much; the worker ends with it. */
export class TooMuchOutput extends Error {}

/** Sends outputs at once, so that none is lost in an endless loop behind it, and no more than a page can show. */
export class Outbox {
  #count = 0
  #characters = 0
  #toldAt = -PAUSE
  readonly #post: (message: WorkerMessage) => void
  readonly #now = performance.now.bind(performance)

  constructor(post: (message: WorkerMessage) => void) {
    this.#post = post
  }

  /** @throws TooMuchOutput */
  add(output: Output): void {
    if (output.kind === 'progress') {
      const now = this.#now()
      if (now - this.#toldAt < PAUSE && output.share < 1) return
      this.#toldAt = now
    } else {
      this.#count++
      this.#characters += sizeOf(output)
      if (this.#count > MOST_OUTPUTS || this.#characters > MOST_CHARACTERS) {
        throw new TooMuchOutput()
      }
    }
    this.#post({ type: 'output', output })
  }
}
