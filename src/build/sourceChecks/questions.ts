import { parse } from 'yaml'
import { LONGEST, questionSchema, type QuestionData } from '../../markdown/questionSchema.ts'
import type { Problem } from '../../markdown/problems.ts'
import { linkTargets } from './anchors.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'
import type { FigureModules } from './figureUses.ts'

/** Whether a page is an interview question. */
export const isQuestion = ({ slug }: Chapter): boolean => slug.startsWith('q/')

/**
 * Faults in the front matter of interview questions beyond its form: an answer that takes more than a breath, and questions,
 * proofs, figures and challenges that there are not.
 *
 * @param asked the pages to check
 * @param chapters these, and the others that are known
 */
export async function checkQuestions(
  asked: readonly Chapter[],
  chapters: readonly Chapter[],
  { figureAt }: Pick<FigureModules, 'figureAt'>,
): Promise<Problem[]> {
  const found = asked.filter(isQuestion).map(async (question) => {
    const data = dataOf(question)
    // Another rule tells what its form lacks.
    if (!data) return []
    const faults = [
      ...tooLong(data, question),
      ...unknownPlaces(data, question, chapters),
      ...(await unknownState(data, figureAt)),
    ]
    return faults.map(({ key, message }) => ({
      file: question.file,
      line: lineOf(question, key),
      rule: 'question' as const,
      message,
    }))
  })
  return (await Promise.all(found)).flat()
}

interface Fault {
  /** The key of the front matter. */
  key: string
  message: string
}

function dataOf({ frontmatter }: Chapter): QuestionData | undefined {
  try {
    return questionSchema.safeParse(parse(frontmatter)).data
  } catch {
    return undefined
  }
}

function tooLong({ answer }: QuestionData, { language }: Chapter): Fault[] {
  // A formula is said like one word.
  const spoken = answer.replace(/\$[^$]+\$/g, 'x')
  const [length, most, unit] =
    language === 'zh'
      ? [spoken.replace(/[\s\p{P}]/gu, '').length, LONGEST.zh, 'characters']
      : [spoken.trim().split(/\s+/).length, LONGEST.en, 'words']
  if (length <= most) return []
  return [{ key: 'answer', message: `the answer has ${length} ${unit}; expected at most ${most}` }]
}

function unknownPlaces(
  { next, proof, task }: QuestionData,
  { language, slug }: Chapter,
  chapters: readonly Chapter[],
): Fault[] {
  const known = chapters.filter((page) => page.language === language)
  const hasPage = (name: string) => known.some((page) => page.slug === name)
  // The check of one page reads no others than it names.
  const isWhole = known.filter(isQuestion).length > 1
  const faults: Fault[] = []
  for (const id of next) {
    if (id === slug.slice('q/'.length))
      faults.push({ key: 'next', message: 'a question does not follow itself' })
    else if (isWhole && !hasPage(`q/${id}`))
      faults.push({ key: 'next', message: `there is no question “${id}” in content/questions` })
  }
  const [page, id] = proof.split('#')
  const home = known.find((chapter) => chapter.slug === page)
  if (home ? home.isReadable && !linkTargets(home).has(id) : isWhole)
    faults.push({ key: 'proof', message: `nothing on the page “${page}” has the id “${id}”` })
  if (task !== undefined && isWhole) {
    const challenges = known.flatMap((chapter) => usesOf(chapter, 'Challenge'))
    if (!challenges.some(({ attributes }) => attributes['id'] === task))
      faults.push({ key: 'task', message: `there is no challenge “${task}”` })
  }
  return faults
}

async function unknownState(
  { figure }: QuestionData,
  figureAt: FigureModules['figureAt'],
): Promise<Fault[]> {
  try {
    await figureAt(figure.name, figure.state)
    return []
  } catch (error) {
    return [{ key: 'figure', message: (error as Error).message }]
  }
}

function lineOf({ frontmatter }: Chapter, key: string): number {
  return frontmatter.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 2
}
