import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { hasClass, textOf } from './hast.ts'

/**
 * Rehype plugin: moves the TeX source of a formula from KaTeX's MathML to the attribute `data-tex` of the whole, where
 * copying finds it. A formula whose MathML reads like its source, such as `w`, needs no attribute. Runs after
 * `rehype-katex`.
 */
export function leanFormulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (formula: Element) => {
      if (!hasClass(formula, 'katex')) return undefined
      visit(formula, 'element', (node, index, parent) => {
        if (node.tagName === 'semantics' && parent && index !== undefined) {
          const [presentation, annotation] = node.children
          const tex = textOf(annotation).trim()
          if (compact(tex) !== compact(textOf(presentation))) formula.properties.dataTex = tex
          parent.children[index] = presentation
        }
        return hasClass(node, 'katex-html') ? SKIP : undefined
      })
      return SKIP
    })
  }
}

const compact = (text: string) => text.replace(/\s+/g, '')
