import { writeText } from '../../shared/writeText.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** An element of a picture before it is one of a document. */
export interface Shape {
  tag: string
  /** What is undefined is left out. */
  attributes: Attributes
  children?: readonly Shape[]
  text?: string
}
export type Attributes = Readonly<Record<string, string | number | undefined>>

export function createElement(document: Document, tag: string): SVGElement {
  return document.createElementNS(SVG, tag) as SVGElement
}

/** Makes shapes the content of an element. What is there already, and alike, stays: the browser styles it once. */
export function show(parent: Element, shapes: readonly Shape[]): void {
  let child = parent.firstElementChild
  for (const shape of shapes) {
    if (child?.localName === shape.tag) {
      adapt(child, shape)
      child = child.nextElementSibling
      continue
    }
    const element = createElement(parent.ownerDocument, shape.tag)
    adapt(element, shape)
    parent.insertBefore(element, child)
  }
  while (child) {
    const next = child.nextElementSibling
    child.remove()
    child = next
  }
}

function adapt(element: Element, { attributes, children = [], text }: Shape): void {
  for (const name of element.getAttributeNames()) {
    if (attributes[name] === undefined) element.removeAttribute(name)
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    const written = String(value)
    if (element.getAttribute(name) !== written) element.setAttribute(name, written)
  }
  if (text === undefined) return show(element, children)
  writeText(element, text)
}
