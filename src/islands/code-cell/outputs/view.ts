import type { Language } from '../../../figures/kit/figure.ts'
import type { Place } from '../place.ts'
import type { Failure, Output, SvgNode } from '../run/types.ts'
import { svgElement } from '../run/svg.ts'
import { strings } from '../strings.ts'
import { checkElement } from './check.ts'
import { failureElement } from './failure.ts'
import { progressElement } from './progress.ts'
import { tableElement } from './table.ts'

/** Pictures that were drawn on this page: each has ids of its own. */
let plots = 0

/** What a program shows, in its order. What an earlier run showed stays, dimmed, until the next has something to show. */
export class OutputView {
  readonly #box: HTMLElement
  readonly #language: Language
  readonly #goTo: (place: Place) => void
  #pending: Output[] = []
  #frame = 0
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

  /** Shows something with the next frame: a program may have much to say between two of them. */
  add(output: Output): void {
    this.#pending.push(output)
    this.#frame ||= requestAnimationFrame(() => this.#flush())
  }

  /** A run is over; the place of its failure, if it has one, can be gone to. */
  end(failure: Failure | undefined): void {
    cancelAnimationFrame(this.#frame)
    this.#flush()
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

  #flush() {
    this.#frame = 0
    if (this.#pending.length === 0) return
    this.#clearStale()
    const atEnd = this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight < 4
    for (const output of this.#pending) this.#show(output)
    this.#pending = []
    if (atEnd) this.#box.scrollTop = this.#box.scrollHeight
  }

  /** Gives the room of the earlier output to the new one, which thus begins without a jump. */
  #clearStale() {
    if (!this.#box.hasAttribute('data-stale')) return
    this.#box.style.minHeight = `${this.#box.offsetHeight}px`
    this.#box.replaceChildren()
    this.#box.hidden = false
    this.#box.removeAttribute('data-stale')
  }

  #show(output: Output) {
    if (output.kind === 'print') return this.#print(output.text)
    if (output.kind === 'progress') {
      const element = progressElement(output, this.#language)
      if (this.#progress) this.#progress.replaceWith(element)
      else this.#box.append(element)
      this.#progress = element
      return
    }
    if (output.kind === 'check') {
      if (!output.passed) this.#box.append(checkElement(output.message, this.#language))
    } else if (output.kind === 'table') {
      this.#box.append(tableElement(output, this.#language))
    } else {
      this.#plot(output.svg)
    }
  }

  /** Lines that follow each other share one block, as they would on a console. */
  #print(text: string) {
    const last = this.#box.lastElementChild
    const block = last?.matches('.cell-print') ? last : document.createElement('pre')
    block.className = 'cell-print'
    block.append(`${text}\n`)
    if (block !== last) this.#box.append(block)
  }

  #plot(svg: SvgNode) {
    const picture = svgElement(svg, `plot-${++plots}`)
    if (!picture) return
    const box = document.createElement('div')
    box.className = 'cell-plot'
    box.role = 'img'
    box.ariaLabel = picture.getAttribute('aria-label') ?? strings.plot[this.#language]
    // One picture with one name: its parts have none of their own.
    for (const part of [picture, ...picture.querySelectorAll('*')]) {
      part.removeAttribute('role')
      part.removeAttribute('aria-label')
    }
    box.append(picture)
    this.#box.append(box)
  }
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}
