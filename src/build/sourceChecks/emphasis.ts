import { visit } from 'unist-util-visit'
import type { Problem } from '../../markdown/problems.ts'
import type { Chapter } from './chapter.ts'

/** Two asterisks that readers would see, because Markdown does not take them for emphasis. */
export function checkEmphasis({ file, tree }: Chapter): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'text', ({ value, position }) => {
    const at = value.indexOf('**')
    if (at < 0) return
    const around = value.slice(Math.max(0, at - 20), at + 22).replace(/\s+/g, ' ')
    problems.push({
      file,
      line: position?.start.line ?? 1,
      rule: 'stray-asterisks',
      message: `readers see a stray “**” in “${around.trim()}”: begin and end the bold text with a letter, or put a space or a Chinese character beside it`,
    })
  })
  return problems
}
