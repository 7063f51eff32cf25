import { closest } from 'fastest-levenshtein'
import type { Problem, Rule } from '../../markdown/problems.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/** Everything that chapters may refer to by name. */
export interface Known {
  /** Ids of the claims of the source article, such as `1.4`. */
  claims: readonly string[]
  /** Folders of `content/programs`. */
  programs: readonly string[]
  /** Modules of `src/solver`, such as `proximal/softThreshold.ts`. */
  solverFiles: readonly string[]
}

/** Unknown claims, programs and files of the solver in a chapter, and duplicate ids. */
export function checkReferences(
  chapters: readonly Chapter[],
  { claims, programs, solverFiles }: Known,
): Problem[] {
  const sections = [...new Set(claims.map((id) => id.split('.')[0]))]
  return chapters.flatMap((chapter) => [
    ...unknownIn(
      chapter,
      'Erratum',
      'id',
      claims,
      'unknown-claim',
      'content/data/claims.json has no claim',
    ),
    ...unknownIn(
      chapter,
      'Claims',
      'of',
      sections,
      'unknown-claim',
      'content/data/claims.json has no section',
    ),
    ...unknownIn(
      chapter,
      'Programs',
      'name',
      programs,
      'unknown-program',
      'content/programs has no folder',
    ),
    ...unknownSolverFiles(chapter, solverFiles),
    ...repeatedIds(chapter),
  ])
}

function unknownIn(
  chapter: Chapter,
  component: string,
  attribute: string,
  known: readonly string[],
  rule: Rule,
  complaint: string,
): Problem[] {
  return usesOf(chapter, component)
    .filter(({ attributes }) => !known.includes(String(attributes[attribute])))
    .map(({ attributes, line }) => ({
      file: chapter.file,
      line,
      rule,
      message: `${complaint} “${String(attributes[attribute] ?? '')}”; expected one of ${known.join(', ')}`,
    }))
}

/** There are too many to list, so the message has the nearest. */
function unknownSolverFiles(chapter: Chapter, known: readonly string[]): Problem[] {
  return usesOf(chapter, 'SolverCode')
    .map(({ attributes, line }) => ({ name: String(attributes['file'] ?? ''), line }))
    .filter(({ name }) => !known.includes(name))
    .map(({ name, line }) => ({
      file: chapter.file,
      line,
      rule: 'unknown-solver-file',
      message: `src/solver has no file “${name}”; the nearest one is ${closest(name, known)}`,
    }))
}

/** Duplicate ids of figures, questions, guesses and challenges on a page. */
function repeatedIds(chapter: Chapter): Problem[] {
  const seen = new Set<string>()
  return usesOf(chapter, 'Figure', 'Quiz', 'Challenge', 'Guess').flatMap(
    ({ element, attributes, line }) => {
      const name = String(attributes['id'] ?? attributes['name'])
      const id = element.name === 'Challenge' ? `challenge-${name}` : name
      if (!seen.has(id)) {
        seen.add(id)
        return []
      }
      return [
        {
          file: chapter.file,
          line,
          rule: 'repeated-id',
          message: `the id “${name}” of this <${element.name}> is already taken on this page: give it another by id="…"`,
        },
      ]
    },
  )
}
