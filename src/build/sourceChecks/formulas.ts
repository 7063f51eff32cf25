import { visit } from 'unist-util-visit'
import { reasonOf } from '../../markdown/mathErrors.ts'
import type { Problem, Rule } from '../../markdown/problems.ts'
import type { Chapter } from './chapter.ts'
import { formulaWidth } from '../../markdown/formulaWidth.ts'

/**
 * Maximum width of a formula, in em of its own font size: the column of a phone 375 px wide, with formulas set at 19
 * px. A browser test compares it with the page.
 */
const WIDEST = 17.5

/** The maximum in a derivation, a question or another box, which narrows the column. */
const WIDEST_IN_BOX = 16.5

/** Formulas that KaTeX rejects, formulas too wide for a phone, and dollar signs that readers would see. */
export function checkFormulas({ file, tree }: Chapter): Problem[] {
  const problems: Problem[] = []
  const complain = (line: number, rule: Rule, message: string) =>
    problems.push({ file, line, rule, message })

  visit(tree, (node, _, parent) => {
    const line = node.position?.start.line ?? 1
    if (node.type === 'text' && node.value.includes('$')) {
      const at = node.value.indexOf('$')
      const around = node.value.slice(Math.max(0, at - 20), at + 21).replace(/\s+/g, ' ')
      complain(
        line,
        'stray-dollar',
        `readers see a stray “$” in “${around.trim()}”: close the formula, or write \\lvert and \\rvert for “|” in a table`,
      )
    }
    if (node.type !== 'math' && node.type !== 'inlineMath') return
    try {
      const width = formulaWidth(node.value, node.type === 'math')
      const widest = parent?.type === 'mdxJsxFlowElement' ? WIDEST_IN_BOX : WIDEST
      if (width > widest) {
        const advice =
          node.type === 'math'
            ? 'break it into lines with \\begin{aligned}'
            : 'put it into a paragraph of its own, or shorten it'
        complain(
          line,
          'wide-formula',
          `this formula is ${width.toFixed(1)} em wide, and a phone shows ${widest} here: ${advice}`,
        )
      }
    } catch (error) {
      complain(line, 'katex', `KaTeX rejects a formula: ${reasonOf(error)}`)
    }
  })
  return problems
}
