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
  { broken, ...figures }: FigureModules & { broken: readonly string[] },
): Promise<Problem[]> {
  const questions = asked.map((chapter) => questionsOf(chapter, broken))
  const faults = await faultsOf(questions.flat(), figures)
  return asked.flatMap((chapter, index) => {
    const { file } = chapter
    const faulty = new Set<object>()
    const found = questions[index].flatMap(({ key, use: { element, line } }): Problem[] => {
      const fault = faults.get(key)
      if (!fault) return []
      faulty.add(element)
      return [{ file, line, rule: 'figure-state', message: uncapitalized(fault.message) }]
    })
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
}

/** What a use of a figure asks of it. */
interface Question {
  use: Use
  /** The same for the same question. */
  key: string
  /** Rejects with an `Error` if the figure has no answer. */
  ask(figures: FigureModules): Promise<unknown>
}

function questionsOf(chapter: Chapter, broken: readonly string[]): Question[] {
  return usesOf(chapter, 'Figure', 'StateLink', 'Erratum', 'Value').flatMap((use) => {
    const { name, figure = name, set = {}, state = set, of, index = 0 } = use.attributes
    if (typeof figure !== 'string' || broken.includes(figure)) return []
    const values = state as Record<string, unknown>
    const isNumber = use.element.name === 'Value'
    const parts = use.element.name === 'Figure' ? partsOf(use.attributes) : {}
    return [
      {
        use,
        key: JSON.stringify([figure, values, parts, isNumber && [of, index]]),
        ask: ({ figureAt, numberOf }) =>
          isNumber
            ? numberOf(figure, values, String(of), Number(index))
            : figureAt(figure, values, parts),
      },
    ]
  })
}

/**
 * The faults of questions by their keys. Both languages ask the same, so each is asked once, and those of one figure one
 * after the other, as a figure remembers its last state.
 */
async function faultsOf(
  questions: readonly Question[],
  figures: FigureModules,
): Promise<Map<string, Error>> {
  const different = [...new Map(questions.map((question) => [question.key, question])).values()]
  const faults = new Map<string, Error>()
  for (const { key, ask } of different.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    await ask(figures).catch((error: Error) => faults.set(key, error))
  }
  return faults
}

const partsOf = ({ opens, without, panel, controls }: Use['attributes']): Parts =>
  ({ opens, without, panel, controls }) as Parts

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
