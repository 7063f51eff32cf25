import type { Nodes } from 'mdast'
import type { Problem } from '../../markdown/problems.ts'
import type { Chapter } from './chapter.ts'
import { partOf } from './course.ts'

/** The most words of text between two figures. */
const MOST = 600

/** What a reader sees something move in. */
const FIGURES = ['Figure', 'Guess']

/** What is folded, or is work rather than text. */
const ASIDE = ['Derivation', 'Hint', 'Quiz', 'Challenge', 'Holds']

/**
 * Stretches of a chapter without a figure that are too long, up to its recap. Words are counted in English; the other
 * languages have the same blocks.
 */
export function checkStretches(chapter: Chapter): Problem[] {
  if (chapter.language !== 'en' || partOf(chapter).number === undefined) return []
  const problems: Problem[] = []
  let words = 0
  const walk = (node: Nodes): boolean => {
    if ('name' in node && FIGURES.includes(node.name ?? '')) words = 0
    else if ('name' in node && ASIDE.includes(node.name ?? '')) return true
    else if (node.type === 'heading' && (node.data as { id?: string } | undefined)?.id === 'recap')
      return false
    else if (node.type === 'text') words += node.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    else if ('children' in node) return (node.children as Nodes[]).every(walk)
    return true
  }
  chapter.tree.children.every((block) => {
    const before = words
    const goesOn = walk(block)
    if (before <= MOST && words > MOST)
      problems.push({
        file: chapter.file,
        line: block.position?.start.line ?? 1,
        rule: 'figure-near',
        message: `here the text has gone on for ${words} words without a figure: expected at most ${MOST}; show one panel of a figure that there is`,
      })
    return goesOn
  })
  return problems
}
