import { visit } from 'unist-util-visit'
import { closest } from 'fastest-levenshtein'
import { crossReferencesIn } from '../../markdown/crossReferences.ts'
import { numberIn, type Equations } from '../../markdown/equations.ts'
import { referencesIn } from '../../markdown/partIds.ts'
import type { PageLanguage } from '../../markdown/language.ts'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/**
 * Equations and works that a chapter names and that there are not, and numbers of equations given twice.
 *
 * @param chapters the chapters that are checked
 * @param equations the numbered equations of all pages
 */
export function checkCrossReferences(
  chapters: readonly Chapter[],
  equations: Equations,
): Problem[] {
  return chapters.flatMap((chapter) => {
    const { file, slug, language, tree } = chapter
    const problems: Problem[] = []
    const own = new Set<string>()
    visit(tree, 'math', ({ value, position }) => {
      const number = numberIn(value)
      if (!number) return
      const other = equations.get(number) ?? slug
      if (own.has(number) || other !== slug) {
        const message = `the number of the equation (${number}) is already taken on ${other === slug ? 'this page' : `the page “${other}”`}: choose another`
        problems.push({ file, line: position?.start.line ?? 1, rule: 'repeated-id', message })
      }
      own.add(number)
    })

    const known = [...own, ...equations.keys()]
    const noEquation = (line: number, number: string): Problem => ({
      file,
      line,
      rule: 'unknown-equation',
      message: `there is no equation ${number}; ${known.length > 0 ? `the nearest is (${closest(number.slice(1, -1), known)})` : 'no equation has a \\tag'}`,
    })
    for (const { attributes, line } of usesOf(chapter, 'Derivation')) {
      const summary = String(attributes['summary'] ?? '')
      for (const [words, number] of summary.matchAll(/\((\d\.\d{1,2})\)/g))
        if (!known.includes(number)) problems.push(noEquation(line, words))
    }

    const entries = referencesIn(tree).map(
      ({ surnames, year }) => `${surnames.join(', ')} (${year})`,
    )
    for (const reference of crossReferencesIn(tree, equations, language as PageLanguage)) {
      if (reference.address) continue
      const { words, node } = reference
      const before = node.value.slice(0, reference.index)
      const line = (node.position?.start.line ?? 1) + before.split('\n').length - 1
      problems.push(
        reference.kind === 'equation'
          ? noEquation(line, words)
          : {
              file,
              line,
              rule: 'unknown-reference',
              message: `“${words}” is not in the list of references: add an entry “A. Author, B. Author (year). Title.” under {#references}; it has ${entries.join('; ') || 'none'}`,
            },
      )
    }
    return problems
  })
}
