import type { Element, Nodes, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Punctuation that must not begin a line. */
const closing = /^[.,;:!?)\]’”，。；：！？、）》」]+/

const hasClass = (node: Nodes, name: string): node is Element =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes(name)

/** The pieces of a formula between which a line may break. */
function pieces(formula: Element): number {
  let count = 0
  visit(formula, (node) => {
    if (hasClass(node, 'katex-base')) count += 1
  })
  return count
}

/**
 * Rehype plugin: keeps the comma or full stop after a formula on the same line. Browsers may break a line on either
 * side of KaTeX's output, even before punctuation. Formulas of several pieces are unchanged: glued, they could not
 * break at all. Runs after `rehype-katex`.
 */
export function glueFormulas() {
  return (tree: Root): void => {
    visit(tree, (node: Nodes, index, parent) => {
      if (!hasClass(node, 'katex')) return
      const next = index === undefined ? undefined : parent?.children[index + 1]
      const mark = next?.type === 'text' ? closing.exec(next.value)?.[0] : undefined
      if (!mark || next?.type !== 'text' || !parent || index === undefined) return SKIP
      if (pieces(node) > 1) return SKIP
      next.value = next.value.slice(mark.length)
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['glued'] },
        children: [node, { type: 'text', value: mark }],
      }
      return [SKIP, index + 1]
    })
  }
}
