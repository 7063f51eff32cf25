import type { Element, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { hasClass, locate, type Page } from './pages.ts'
import type { Problem } from '../../markdown/problems.ts'

/** Elements whose text may contain a dollar sign: programs, and the TeX source in formulas. */
const NOT_PROSE = new Set(['annotation', 'code', 'pre', 'script', 'style', 'template'])

/**
 * Broken formulas: a `$` that readers would see, or a formula that KaTeX rejected. A `|` in a formula in a table causes
 * the former silently, because it ends the cell.
 */
export function checkFormulas(pages: readonly Page[]): Problem[] {
  return pages.filter(isSuspect).flatMap((page) => {
    const problems: Problem[] = []
    visit(page.tree, (node) => {
      if (node.type === 'text' && node.value.includes('$')) {
        problems.push(strayDollar(page, node))
      } else if (node.type === 'element') {
        if (hasClass(node, 'katex-error')) problems.push(katexError(page, node))
        if (NOT_PROSE.has(node.tagName)) return SKIP
      }
      return undefined
    })
    return problems
  })
}

/** Whether a page may have a broken formula. Few pages have to be parsed. */
function isSuspect({ html }: Page): boolean {
  const prose = html.replace(/<(annotation|code|pre|script|style|template)\b[^]*?<\/\1>/g, '')
  return /\$|&#36;|&#x24;|katex-error/i.test(prose)
}

function strayDollar(page: Page, node: Text): Problem {
  const at = node.value.indexOf('$')
  const before = node.value.slice(Math.max(0, at - 20), at)
  const after = node.value.slice(at + 1, at + 21)
  const needles = [node.value.trim(), node.value.slice(at).trim(), `$${after.split('\n')[0]}`, '$']
  return {
    ...locate(page, needles, lineOf(node)),
    rule: 'stray-dollar',
    message: `readers see a stray “$” in “${`${before}$${after}`.replace(/\s+/g, ' ').trim()}”: close the formula, or write \\lvert and \\rvert for “|” in a table`,
  }
}

function katexError(page: Page, node: Element): Problem {
  const reason = String(node.properties['title'] ?? 'no reason given')
  return {
    ...locate(page, [], lineOf(node)),
    rule: 'katex',
    message: `KaTeX rejected a formula: ${reason}`,
  }
}

const lineOf = ({ position }: Text | Element) => position?.start.line ?? 1
