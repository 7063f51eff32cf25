import type { Figure } from '../../figures/kit/figure.ts'
import type { Parts } from '../../figures/kit/parts.ts'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/** The figures of the course, as chapters use them. Each function throws an `Error` that names what is unknown. */
export interface FigureModules {
  figureAt(name: string, state: Record<string, unknown>, parts?: Parts): Promise<{ figure: Figure }>
  numberOf(name: string, state: Record<string, unknown>, of: string, index: number): Promise<number>
}

/**
 * Unknown figures, parts, parameters, values, numbers and ids of figures in a chapter.
 *
 * @param asked the chapters to check
 * @param chapters these, and those that they link to
 */
export async function checkFigureUses(
  asked: readonly Chapter[],
  chapters: readonly Chapter[],
  { figureAt, numberOf, broken }: FigureModules & { broken: readonly string[] },
): Promise<Problem[]> {
  // Both languages use the same states.
  const faults = new Map<string, Promise<Error | undefined>>()
  const problems = asked.map(async (chapter) => {
    const { file } = chapter
    const faulty = new Set<object>()
    const inState = usesOf(chapter, 'Figure', 'StateLink', 'Erratum', 'Value').map(
      async ({ element, line, attributes }) => {
        const { name, figure = name, set = {}, state = set, of, index = 0 } = attributes
        if (typeof figure !== 'string' || broken.includes(figure)) return []
        const values = state as Record<string, unknown>
        const isNumber = element.name === 'Value'
        const parts = element.name === 'Figure' ? partsOf(attributes) : {}
        const key = JSON.stringify([figure, values, parts, isNumber && [of, index]])
        if (!faults.has(key)) {
          const asked = isNumber
            ? numberOf(figure, values, String(of), Number(index))
            : figureAt(figure, values, parts)
          faults.set(key, faultOf(asked))
        }
        const fault = await faults.get(key)
        if (!fault) return []
        faulty.add(element)
        return [
          { file, line, rule: 'figure-state' as const, message: uncapitalized(fault.message) },
        ]
      },
    )
    const found = (await Promise.all(inState)).flat()
    const unplaced = usesOf(chapter, 'StateLink', 'Erratum').flatMap((use) =>
      faulty.has(use.element) || isPlaced(use, chapter, chapters)
        ? []
        : [
            {
              file,
              line: use.line,
              rule: 'figure-not-there' as const,
              message: `the link to the figure “${idOf(use)}” leads nowhere: ${pageOf(use, chapter)} has no <Figure> with that id`,
            },
          ],
    )
    return [...found, ...unplaced]
  })
  return (await Promise.all(problems)).flat()
}

const partsOf = ({ opens, without, panel, controls }: Use['attributes']): Parts =>
  ({ opens, without, panel, controls }) as Parts

const faultOf = (asked: Promise<unknown>): Promise<Error | undefined> =>
  asked.then(
    () => undefined,
    (error: unknown) => error as Error,
  )

const idOf = ({ element, attributes: { id, figure } }: Use) =>
  element.name === 'StateLink' && typeof id === 'string' ? id : figure

const pageOf = ({ attributes: { to } }: Use, { slug }: Chapter) =>
  typeof to === 'string' ? to : slug

/** Whether the target page of a link contains the figure that it names. */
function isPlaced(use: Use, chapter: Chapter, chapters: readonly Chapter[]): boolean {
  const figureId = idOf(use)
  if (figureId === undefined) return true
  const target = chapters.find(
    ({ language, slug }) => language === chapter.language && slug === pageOf(use, chapter),
  )
  if (!target) return false
  return (
    !target.isReadable ||
    usesOf(target, 'Figure').some(({ attributes: { name, id = name } }) => id === figureId)
  )
}

const uncapitalized = (sentence: string) =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '')
