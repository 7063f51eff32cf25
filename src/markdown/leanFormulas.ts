import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Rehype plugin: removes the TeX source that KaTeX adds to its MathML, which no reader sees, and excludes KaTeX's
 * drawing from the search index: the index reads the MathML, and each formula would occur three times in the results.
 * Runs after `rehype-katex`.
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
