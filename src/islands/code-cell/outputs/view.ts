import type { Language } from '../../../figures/kit/figure.ts'
import type { Place } from '../place.ts'
import { strings } from '../strings.ts'
import { checkElements } from './check.ts'
import { failureElement, type Failure } from './failure.ts'
import type { Output } from './index.ts'
import { plotElement, type Plot } from './plot.ts'
import { continued, printBlocks } from './print.ts'
import { progressElement, type Progress } from './progress.ts'
import { tableElement } from './table.ts'

/** How long a frame may be spent on output, layout included, in ms. */
const SLICE = 12
/** What is laid out at once: so many characters of text, or as much as takes the time of them. */
const BATCH = 1500
/** A page that is not seen has no frames: its output is drawn this often, in ms. */
const UNSEEN = 200

/**
 * What a program shows, in its order, drawn in slices between frames. What an earlier run showed stays, dimmed, until
 * the next has something to show.
 */
export class OutputView {
  readonly #box: HTMLElement
  readonly #language: Language
  readonly #goTo: (place: Place) => void
  #pending: Output[] = []
  #latestProgress: Progress | undefined
  #drawing: Promise<void> | undefined
  #progress: HTMLElement | undefined

  constructor(box: HTMLElement, language: Language, goTo: (place: Place) => void) {
    this.#box = box
    this.#language = language
    this.#goTo = goTo
  }

  /** What is shown belongs to a program that is gone. */
  outdate(): void {
    this.#box.toggleAttribute('data-stale', true)
  }

  /** A run begins. */
  begin(): void {
    this.outdate()
    this.#box.ariaBusy = 'true'
  }

  /** Shows something with one of the next frames: a program may have much to say between two of them. */
  add(output: Output): void {
    if (output.kind === 'progress') this.#latestProgress = output
    else this.#pending.push(output)
    this.#drawing ??= this.#draw()
  }

  /** A run is over; resolves when all is drawn. The place of its failure, if it has one, can be gone to. */
  async end(failure: Failure | undefined): Promise<void> {
    await this.#drawing
    this.#clearStale()
    this.#progress?.remove()
    this.#progress = undefined
    if (failure) this.#box.append(failureElement(failure, this.#language, this.#goTo))
    if (!this.#box.hasChildNodes()) {
      this.#box.append(paragraph('cell-empty', strings.noOutput[this.#language]))
    }
    this.#box.style.minHeight = ''
    this.#box.ariaBusy = null
  }

  async #draw(): Promise<void> {
    const elements = this.#elements()
    for (let isDone = false; !isDone;) {
      await nextFrame()
      this.#clearStale()
      const atEnd = this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight < 4
      this.#showProgress()
      const start = performance.now()
      while (!isDone && performance.now() - start < SLICE) {
        isDone = this.#append(elements)
        // The time that its layout takes belongs to this slice.
        void this.#box.offsetHeight
      }
      if (atEnd) this.#box.scrollTop = this.#box.scrollHeight
    }
    this.#drawing = undefined
  }

  /** The elements of all that is pending, made one by one as they are drawn; nothing where a picture has grown a bit. */
  *#elements(): Generator<HTMLElement | undefined, void> {
    for (let k = 0; k < this.#pending.length; k++) {
      const output = this.#pending[k]
      if (output.kind === 'print') yield* printBlocks(output.text)
      else if (output.kind === 'table') yield tableElement(output, this.#language)
      else if (output.kind === 'plot') yield* this.#plot(output)
      else if (output.kind === 'check') yield* checkElements(output, this.#language)
    }
    this.#pending = []
  }

  *#plot(output: Plot): Generator<HTMLElement | undefined, void> {
    const plot = plotElement(output, this.#language)
    if (!plot) return
    yield plot.box
    yield* plot.growth
  }

  /** Appends elements until there is something to lay out; true if they are at their end. */
  #append(elements: Iterator<HTMLElement | undefined, void>): boolean {
    for (let weight = 0; weight < BATCH;) {
      const { value: element, done } = elements.next()
      if (done) return true
      weight += element ? weightOf(element) : BATCH
      if (!element) continue
      const isPrint = element.matches('.cell-print')
      if (!isPrint || !continued(this.#box.lastElementChild, element)) this.#box.append(element)
    }
    return false
  }

  #showProgress(): void {
    if (!this.#latestProgress) return
    const element = progressElement(this.#latestProgress, this.#language)
    this.#latestProgress = undefined
    if (this.#progress) this.#progress.replaceWith(element)
    else this.#box.append(element)
    this.#progress = element
  }

  /** Gives the room of the earlier output to the new one, which thus begins without a jump. */
  #clearStale(): void {
    if (!this.#box.hasAttribute('data-stale')) return
    this.#box.style.minHeight = `${this.#box.offsetHeight}px`
    this.#box.replaceChildren()
    this.#box.hidden = false
    this.#box.removeAttribute('data-stale')
  }
}

/** About how many characters of text take as long to lay out. */
const weightOf = (element: HTMLElement) =>
  20 + element.textContent!.length + 15 * element.getElementsByTagName('*').length

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(done, UNSEEN)
    const frame = requestAnimationFrame(done)
    function done() {
      clearTimeout(late)
      cancelAnimationFrame(frame)
      resolve()
    }
  })
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}
