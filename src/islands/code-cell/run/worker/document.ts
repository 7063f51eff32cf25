const HTML = 'http://www.w3.org/1999/xhtml'

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

/** As much of a DOM as Plot and d3 touch while they draw: a tree of elements, no layout, no events. */
export class PlainElement extends Child {
  readonly tagName: string
  readonly namespaceURI: string
  readonly ownerDocument: PlainDocument
  readonly attributes = new Map<string, string>()
  childNodes: Child[] = []

  constructor(document: PlainDocument, tagName: string, namespaceURI: string) {
    super()
    this.ownerDocument = document
    this.tagName = tagName
    this.namespaceURI = namespaceURI
  }

  get children(): PlainElement[] {
    return this.childNodes.filter((child) => child instanceof PlainElement)
  }
  get firstChild() {
    return this.childNodes[0] ?? null
  }
  get lastChild() {
    return this.childNodes.at(-1) ?? null
  }
  /** Nothing here is ever on a page. */
  get isConnected() {
    return false
  }
  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join('')
  }
  set textContent(text: string) {
    for (const child of this.childNodes) child.parentNode = null
    this.childNodes = []
    if (`${text ?? ''}` !== '') this.appendChild(this.ownerDocument.createTextNode(text))
  }
  get className() {
    return this.getAttribute('class') ?? ''
  }
  set className(name: string) {
    this.setAttribute('class', name)
  }
  get id() {
    return this.getAttribute('id') ?? ''
  }
  get style() {
    return styleOf(this)
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name)
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, `${value}`)
  }
  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value)
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }
  removeAttributeNS(_namespace: string, name: string): void {
    this.removeAttribute(name)
  }

  appendChild<C extends Child>(child: C): C {
    return this.insertBefore(child, null)
  }
  insertBefore<C extends Child>(child: C, next: Child | null): C {
    child.remove()
    const place = next ? this.childNodes.indexOf(next) : this.childNodes.length
    this.childNodes.splice(place, 0, child)
    child.parentNode = this
    return child
  }
  append(...children: (Child | string)[]): void {
    for (const child of children) {
      this.appendChild(typeof child === 'string' ? this.ownerDocument.createTextNode(child) : child)
    }
  }
  removeChild<C extends Child>(child: C): C {
    child.remove()
    return child
  }
  replaceChildren(...children: (Child | string)[]): void {
    this.textContent = ''
    this.append(...children)
  }
  cloneNode(deep = false): PlainElement {
    const clone = new PlainElement(this.ownerDocument, this.tagName, this.namespaceURI)
    for (const [name, value] of this.attributes) clone.attributes.set(name, value)
    if (deep) for (const child of this.childNodes) clone.appendChild(child.cloneNode(true))
    return clone
  }

  querySelector(selector: string): PlainElement | null {
    return this.querySelectorAll(selector)[0] ?? null
  }
  querySelectorAll(selector: string): PlainElement[] {
    return this.children.flatMap((child) => [
      ...(child.matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ])
  }
  matches(selector: string): boolean {
    return matches(this, selector)
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true
  }
}

export class PlainDocument {
  readonly documentElement = new PlainElement(this, 'html', HTML)
  readonly defaultView = { Event: class {} }

  createElement(name: string): PlainElement {
    if (name === 'canvas') {
      throw new TypeError(
        'A plot in a cell has no pixels: raster marks and the legends of continuous colors cannot be drawn.',
      )
    }
    return new PlainElement(this, name, HTML)
  }
  createElementNS(namespace: string, name: string): PlainElement {
    return new PlainElement(this, name, namespace)
  }
  createTextNode(text: unknown): Text {
    return new Text(`${text}`)
  }
}

/** An inline style as an object: `style.setProperty('fill', 'red')` and `style.fill = 'red'` alike. */
function styleOf(element: PlainElement) {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const set = (name: string, value: unknown) => {
    const others = (element.getAttribute('style') ?? '')
      .split(/;\s*/)
      .filter((part) => part !== '' && !part.startsWith(`${name}:`))
    if (value !== null && value !== '') others.push(`${name}: ${value}`)
    if (others.length > 0) element.setAttribute('style', others.join('; '))
    else element.removeAttribute('style')
  }
  const methods = { setProperty: set, removeProperty: (name: string) => set(name, null) }
  return new Proxy(methods as Record<string, unknown>, {
    set(_, name, value) {
      set(dashed(String(name)), value)
      return true
    },
  })
}

/** Whether an element fits `*`, `name`, `.class`, `#id`, `[attribute]`, some of these in one, or `ancestor descendant`. */
function matches(element: PlainElement, selector: string): boolean {
  return selector.split(',').some((part) => fitsWithAncestors(element, part.trim().split(/\s+/)))
}

function fitsWithAncestors(element: PlainElement, selectors: readonly string[]): boolean {
  if (!fits(element, selectors.at(-1) ?? '')) return false
  const outer = selectors.slice(0, -1)
  let ancestor = element.parentNode
  while (outer.length > 0 && ancestor && !fitsWithAncestors(ancestor, outer)) {
    ancestor = ancestor.parentNode
  }
  return outer.length === 0 || ancestor !== null
}

function fits(element: PlainElement, selector: string): boolean {
  const parts = selector.match(/[.#]?[\w-]+|\*|\[[^\]]*\]/g) ?? []
  if (parts.join('') !== selector) {
    throw new TypeError(`A plot in a cell cannot be searched by the selector ${selector}.`)
  }
  return parts.every((part) => {
    const name = part.slice(1)
    if (part === '*') return true
    if (part.startsWith('.')) return element.className.split(/\s+/).includes(name)
    if (part.startsWith('#')) return element.id === name
    if (part.startsWith('[')) {
      const [, attribute, value] = /^\[([\w-]+)(?:=["']?([^"']*)["']?)?\]$/.exec(part) ?? []
      return value === undefined
        ? element.hasAttribute(attribute)
        : element.getAttribute(attribute) === value
    }
    return element.tagName === part
  })
}
