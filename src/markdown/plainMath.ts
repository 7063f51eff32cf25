import { fromHtml } from 'hast-util-from-html'
import katex from 'katex'
import { visit } from 'unist-util-visit'
import { mathText } from './mathText.ts'

/**
 * A text with its formulas as plain characters, for places that show no formulas.
 *
 * @example
 * plainMath('at most $\\lambda$') // 'at most λ'
 */
export function plainMath(text: string): string {
  return text.replace(/\$([^$]+)\$/g, (_, formula: string) => {
    const html = katex.renderToString(formula, { output: 'mathml' })
    let words = ''
    visit(fromHtml(html), 'element', (node) => {
      if (node.tagName === 'math') words = mathText(node)
    })
    return words.replaceAll('∣', '|')
  })
}
