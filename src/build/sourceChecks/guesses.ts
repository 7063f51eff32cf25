import { visit } from 'unist-util-visit'
import { replyTo, sampleGuesses, type Answer, type Question } from '../../figures/kit/guess.ts'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'
import { checkSameInBoth } from './sameInBoth.ts'

/** Works out the answer to a question. Throws an `Error` that names what is unknown. */
export interface GuessModules {
  guessAt(asked: object, conditions: readonly string[], language: string): Promise<Question>
}

/** A fault of a question, and the element that has it. */
interface Fault {
  use: Use
  message: string
}

/**
 * Questions that cannot be asked, explanations that answer no guess or the wrong one, and what differs between the
 * languages.
 */
export async function checkGuesses(
  chapters: readonly Chapter[],
  { guessAt }: GuessModules,
): Promise<Problem[]> {
  // Both languages ask the same.
  const known = new Map<string, Promise<Question>>()
  const found = chapters.flatMap((chapter) =>
    usesOf(chapter, 'Guess').map(async (use) => {
      const inside = new Set<object>()
      visit(use.element, (node) => void inside.add(node))
      const replies = usesOf(chapter, 'Hit', 'Miss').filter(({ element }) => inside.has(element))
      const fault = await faultOf(use, replies, (conditions) => {
        const key = JSON.stringify([keyOf(use), conditions])
        if (!known.has(key)) known.set(key, guessAt(use.attributes, conditions, chapter.language))
        return known.get(key)!
      })
      if (!fault) return []
      const { line } = fault.use
      return [{ file: chapter.file, line, rule: 'guess' as const, message: fault.message }]
    }),
  )
  return [
    ...(await Promise.all(found)).flat(),
    ...checkSameInBoth(
      chapters,
      ['Guess', 'Hit', 'Miss'],
      'guess',
      keyOf,
      ({ element: { name } }) =>
        `this <${name}> differs from that of the other language, or stands in another place: but for names and label, both ask the same and tell the same guesses apart`,
    ),
  ]
}

/** What is the same in both languages. */
const keyOf = ({ element, attributes: { names, label: _, ...same } }: Use) =>
  JSON.stringify([element.name, same, Array.isArray(names) && names.length])

async function faultOf(
  use: Use,
  replies: readonly Use[],
  ask: (conditions: readonly string[]) => Promise<Question>,
): Promise<Fault | undefined> {
  const written = use.element.attributes.every(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name in use.attributes,
  )
  if (!written) return { use, message: '<Guess> needs every value written out' }
  const conditions = replies.map(({ attributes: { when } }) => when as string | undefined)
  const fault = faultOfReplies(use, replies, conditions)
  if (fault) return fault
  try {
    const question = await ask(conditions.filter((condition) => condition !== undefined))
    return faultOfAnswers(replies, conditions, question)
  } catch (error) {
    const { message } = error as Error
    const sentence = message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
    return { use, message: sentence }
  }
}

/** One `Hit` with a condition; the last `Miss`, and no other, without. */
function faultOfReplies(
  use: Use,
  replies: readonly Use[],
  conditions: readonly unknown[],
): Fault | undefined {
  const hits = replies.filter(({ element }) => element.name === 'Hit')
  if (hits.length !== 1)
    return { use, message: `<Guess> has ${hits.length} <Hit>; expected one, for being right` }
  const last = replies.at(-1)!
  const open = replies.find((_, i) => conditions[i] === undefined)
  if (open !== last || last.element.name !== 'Miss')
    return {
      use: open ?? last,
      message:
        'every explanation needs when="…", except for a <Miss> at the end that answers all other guesses',
    }
  return undefined
}

/** The exact answer comes to the `Hit`, and some guess to every explanation. */
function faultOfAnswers(
  replies: readonly Use[],
  conditions: readonly (string | undefined)[],
  question: Question,
): Fault | undefined {
  const replyOf = (guess: Answer) => replies[replyTo(conditions, guess, question)]
  const exact = replyOf(exactGuess(question))
  if (exact.element.name !== 'Hit')
    return {
      use: exact,
      message: `the exact answer, ${question.truth.join(', ')}, comes to this explanation; expected that it comes to the <Hit>`,
    }
  const reached = new Set(sampleGuesses(question).map(replyOf))
  const idle = replies.find((reply) => !reached.has(reply))
  return idle === undefined
    ? undefined
    : {
        use: idle,
        message: `no guess comes to this explanation${conditionText(idle)}: those before it answer them all, or there is none`,
      }
}

/** A guess at weights says only which are zero. */
const exactGuess = ({ kind, truth }: Question): Answer =>
  kind === 'zeros' ? truth.map((w) => (w === 0 ? 0 : 1)) : truth

const conditionText = ({ attributes: { when } }: Use) =>
  typeof when === 'string' ? ` (“${when}”)` : ''
