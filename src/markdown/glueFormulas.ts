import type { Element, ElementContent, Nodes, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { pieceWidths } from './formulaWidth.ts'
import { hasClass, span, texOf } from './hast.ts'

/** Punctuation that must not begin a line, and punctuation that must not end one. */
const closing = /^[.,;:!?)\]’”，。；：！？、）》」]+/
const opening = /[([‘“（《「]+$/

/** Formulas up to this width stay in one line, in em; a phone shows about 17. */
const KEPT_TOGETHER = 9

/**
 * Rehype plugin: keeps formulas and the punctuation around them together where lines break. Browsers may break a line
 * on either side of KaTeX's output, even before a full stop, and after each of its operators, even in `n = 50` or
 * between bars. A short formula becomes a whole; a longer one breaks outside brackets only, and its last piece stays
 * with the punctuation that follows. Runs after `rehype-katex`.
 */
export function glueFormulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (hasClass(node, 'katex-display')) return SKIP
      if (!hasClass(node, 'katex') || !parent || index === undefined) return undefined
      const drawing = node.children.find((child) => hasClass(child, 'katex-html')) as Element
      const groups = groupsOf(drawing.children, pieceWidths(texOf(node)))
      const [only] = groups
      if (groups.length === 1 && hasClass(only, 'glued')) {
        node.properties.className = ['katex', 'glued']
      } else drawing.children = groups

      const siblings = parent.children
      const before = cut(siblings[index - 1], opening)
      const after = cut(siblings[index + 1], closing)
      if (groups.length === 1 || !after) {
        const glued = [before, node, after].filter((part) => part !== undefined)
        siblings[index] = glued.length === 1 ? node : span('glued', glued)
        return [SKIP, index + 1]
      }
      // The last piece in a formula of its own, which a line does not part from the punctuation.
      const last = groups.pop()!
      const rest = span('katex', [
        { ...drawing, properties: { ...drawing.properties }, children: [last] },
      ])
      siblings.splice(
        index,
        1,
        before ? span('glued', [before, node]) : node,
        span('glued', [rest, after]),
      )
      return [SKIP, index + 2]
    })
  }
}

/** Cuts the punctuation at one end off a text and returns it. */
function cut(node: Nodes | undefined, punctuation: RegExp): ElementContent | undefined {
  if (node?.type !== 'text') return undefined
  const mark = punctuation.exec(node.value)?.[0]
  if (!mark) return undefined
  node.value = node.value.replace(punctuation, '')
  return { type: 'text', value: mark }
}

/**
 * The pieces of a formula, those joined that a line should not part: all of a short formula, and what is in brackets.
 *
 * @param pieces the pieces as KaTeX draws them
 * @param widths their widths in em
 */
function groupsOf(pieces: ElementContent[], widths: readonly number[]): ElementContent[] {
  const isShort = widths.reduce((sum, width) => sum + width, 0) <= KEPT_TOGETHER
  const groups: { pieces: ElementContent[]; width: number }[] = []
  let depth = 0
  for (const [i, piece] of pieces.entries()) {
    const open = groups.at(-1)
    if (open && (isShort || (depth > 0 && open.width + widths[i] <= KEPT_TOGETHER))) {
      open.pieces.push(piece)
      open.width += widths[i]
    } else groups.push({ pieces: [piece], width: widths[i] })
    depth += count(piece, 'mopen') - count(piece, 'mclose')
  }
  return groups.map(({ pieces }) => (pieces.length === 1 ? pieces[0] : span('glued', pieces)))
}

/** The number of elements of a class in a node, not counting those within others. */
function count(node: Nodes, name: string): number {
  let found = 0
  visit(node, (inner) => {
    if (!hasClass(inner, name)) return undefined
    found += 1
    return SKIP // with an exponent, the bracket within has the class too
  })
  return found
}
