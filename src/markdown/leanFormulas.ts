import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Rehype plugin: takes from formulas what no reader meets. The TeX source that KaTeX adds to its
 * MathML goes; what KaTeX draws stays out of the search index, which reads the MathML instead, or
 * each formula would stand three times in the results. Runs after `rehype-katex`.
 */
export function leanFormulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName === 'annotation' && parent && index !== undefined) {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      const { className } = node.properties
      if (Array.isArray(className) && className.includes('katex-html')) {
        node.properties['data-pagefind-ignore'] = ''
        return SKIP
      }
      return undefined
    })
  }
}
