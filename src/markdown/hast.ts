import type { Element, ElementContent, Nodes } from 'hast'

/** Whether a node is an element of a class. */
export function hasClass(node: Nodes, name: string): boolean {
  return (
    node.type === 'element' &&
    Array.isArray(node.properties.className) &&
    node.properties.className.includes(name)
  )
}

/** A `span` of a class. */
export function span(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children }
}

/** The TeX source of a formula that `leanFormulas` has passed. */
export function texOf(formula: Element): string {
  const { dataTex } = formula.properties
  return typeof dataTex === 'string' ? dataTex : textOf(formula.children[0])
}

/** The text in a node. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
