import type { PlainElement } from './document.ts'

/** Whether an element fits `*`, `name`, `.class`, `#id`, `[attribute]`, some of these in one, or `ancestor descendant`. */
export function matches(element: PlainElement, selector: string): boolean {
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
