import type { PlainElement } from './document.ts'

/** What can stand in an element: another one, or text. */
export abstract class Child {
  parentNode: PlainElement | null = null

  abstract get textContent(): string
  abstract cloneNode(deep?: boolean): Child

  get nextSibling(): Child | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }
  remove(): void {
    const siblings = this.parentNode?.childNodes
    siblings?.splice(siblings.indexOf(this), 1)
    this.parentNode = null
  }
  replaceWith(other: Child): void {
    this.parentNode?.insertBefore(other, this)
    this.remove()
  }
}

export class Text extends Child {
  readonly textContent: string

  constructor(text: string) {
    super()
    this.textContent = text
  }
  cloneNode(): Text {
    return new Text(this.textContent)
  }
}
