import katex from 'katex'
import { JSDOM } from 'jsdom'

const { document } = new JSDOM().window

/**
 * A text with its formulas as plain characters, for places that show no formulas.
 *
 * @example
 * plainMath('at most $\\lambda$') // 'at most λ'
 */
export function plainMath(text: string): string {
  return text.replace(/\$([^$]+)\$/g, (_, formula: string) => {
    const holder = document.createElement('div')
    holder.innerHTML = katex.renderToString(formula, { output: 'mathml' })
    holder.querySelector('annotation')?.remove()
    return (holder.textContent ?? '').replaceAll('∣', '|')
  })
}
