import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

const relation = /(?<=[\p{L}\p{M}\p{N}*]) ([=<>≤≥≈]) (?=[−-]?\p{N})/gu

/**
 * Rehype plugin: keeps `λ = 0.1` in running text on one line, as `glueFormulas` does with formulas.
 *
 * @example
 * 'at λ = 0.1' // 'at λ\u00A0=\u00A00.1'
 */
export function glueEqualities() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'element' && /^(code|pre|math)$/.test(node.tagName)) return SKIP
      if (node.type === 'text') node.value = node.value.replace(relation, '\u00A0$1\u00A0')
      return undefined
    })
  }
}
