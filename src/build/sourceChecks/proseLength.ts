import type { Nodes } from 'mdast'
import type { Problem } from '../../markdown/problems.ts'
import type { Chapter } from './chapter.ts'

/** The most words of prose without a picture. */
const MOST = 600

/** The components that show a picture of a figure. */
const PICTURES = ['Figure', 'Guess']

/** Components whose text is folded, or is the reader's work: it may be as long as it has to be. */
const APART = ['Derivation', 'Challenge', 'Quiz', 'Hint', 'Solution', 'Programs', 'Cell', 'Recap']

/** Sections that are read with a pencil, or not at all. */
const SECTIONS_APART = ['exercises', 'references']

/** A stretch of a chapter between two pictures. */
export interface Stretch {
  /** Its first line. */
  line: number
  words: number
}

/**
 * Stretches of prose that are too long without a picture, on pages that have one. Words are counted in English; Chinese
 * has the same blocks.
 */
export function checkProseLength(chapters: readonly Chapter[]): Problem[] {
  return chapters
    .filter(({ language }) => language === 'en')
    .flatMap((chapter) => {
      const stretches = stretchesOf(chapter)
      if (stretches.length === 1) return []
      return stretches
        .filter(({ words }) => words > MOST)
        .map(({ line, words }) => ({
          file: chapter.file,
          line,
          rule: 'far-from-figure' as const,
          message: `${words} words without a figure begin here: show one of at most ${MOST} apart, such as <Figure name="…" id="…" panel="…" />`,
        }))
    })
}

/** The stretches of a chapter that its pictures separate; a single one if there is none. */
export function stretchesOf({ tree }: Chapter): Stretch[] {
  const stretches: Stretch[] = [{ line: 1, words: 0 }]
  let isApart = false
  const walk = (node: Nodes) => {
    if (node.type === 'heading') {
      const { id = '' } = (node.data ?? {}) as { id?: string }
      isApart = SECTIONS_APART.includes(id)
    }
    if (isApart) return
    const last = stretches.at(-1)!
    const line = node.position?.start.line ?? last.line
    const words = wordsIn(node)
    if (words > 0 && last.words === 0) last.line = line
    last.words += words
    const name = 'name' in node ? (node.name ?? '') : ''
    if (PICTURES.includes(name)) stretches.push({ line, words: 0 })
    else if ('children' in node && !APART.includes(name)) node.children.forEach(walk)
  }
  walk(tree)
  return stretches
}

/** Words of a node itself; what a reader sees as a symbol, a number or code counts as one. */
function wordsIn(node: Nodes): number {
  if (node.type === 'text') return node.value.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0
  const isOne = ['inlineMath', 'inlineCode'].includes(node.type)
  return isOne || ('name' in node && node.name === 'Value') ? 1 : 0
}
