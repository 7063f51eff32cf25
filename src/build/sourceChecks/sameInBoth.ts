import type { Problem, Rule } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/**
 * Reports the first difference between the uses of some components in both languages, which must be the same in the same
 * order.
 *
 * @param keyOf what must be the same of a use, as a text
 * @param messageOf what is told of a use that only one language has
 */
export function checkSameInBoth(
  chapters: readonly Chapter[],
  components: readonly string[],
  rule: Rule,
  keyOf: (use: Use) => string,
  messageOf: (use: Use) => string,
): Problem[] {
  return chapters.flatMap((chapter) => {
    const other = chapters.find(
      ({ slug, language }) => slug === chapter.slug && language > chapter.language,
    )
    if (!other) return []
    const [here, there] = [usesOf(chapter, ...components), usesOf(other, ...components)]
    const at = Array.from({ length: Math.max(here.length, there.length) }).findIndex(
      (_, i) => !here[i] || !there[i] || keyOf(here[i]) !== keyOf(there[i]),
    )
    if (at < 0) return []
    const [shown, file] = here[at] ? [here[at], chapter.file] : [there[at], other.file]
    return [{ file, line: shown.line, rule, message: messageOf(shown) }]
  })
}
