import { solvedData, solvedFrom, solvedProgress, type Solved } from '../challenge/progress.ts'
import { guesses, guessesData, guessesFrom } from '../guess/keptGuesses.ts'
import { isObject, type Form } from './data.ts'
import { RATINGS, type Standing } from './ladder.ts'
import {
  questionProgress,
  questionsData,
  questionsFrom,
  type Asked,
  type Questions,
} from './questions.ts'

/** All that a reader has done in the course. */
export interface Progress extends Solved {
  questions: Questions
  /** What the reader guessed, by question. */
  guesses: ReadonlyMap<string, readonly number[]>
}

/** Version of the file. The first had challenges and answers only. */
const VERSION = 2

/** A fault of a file that was to be loaded. */
export type Fault =
  | { kind: 'text'; begins: string }
  | { kind: 'other' }
  | { kind: 'newer'; version: number }
  | { kind: 'value'; place: string; value: string; expected: Form }

/** What the reader has done, on this device. */
export const progressHere = (): Progress => ({
  ...solvedProgress.get(),
  questions: questionProgress.get(),
  guesses: guesses.get(),
})

/** Puts progress in the place of what is here; false if the browser cannot keep it beyond this page. */
export function replaceProgress({ questions, guesses: guessed, ...solved }: Progress): boolean {
  return [solvedProgress.set(solved), questionProgress.set(questions), guesses.set(guessed)].every(
    Boolean,
  )
}

export function forgetProgress(): void {
  for (const kept of [solvedProgress, questionProgress, guesses]) kept.forget()
}

/** Calls back when any of it changes. Returns a function that unsubscribes. */
export function onAnyProgress(listener: () => void): () => void {
  const stops = [solvedProgress, questionProgress, guesses].map((kept) => kept.onChange(listener))
  return () => stops.forEach((stop) => stop())
}

/** Progress as the text of a file, which people can read as well. */
export function textOf({ questions, guesses: guessed, ...solved }: Progress): string {
  const data = {
    course: 'Diamond & Circle',
    version: VERSION,
    questions: questionsData(questions),
    ...solvedData(solved),
    guesses: guessesData(guessed),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

/** The progress in the text of a file, or the first fault that it has. */
export function progressIn(text: string): Progress | Fault {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { kind: 'text', begins: shortened(text.trim()) }
  }
  if (!isObject(data)) return { kind: 'other' }
  const { version } = data
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer', version }
  if (!['questions', 'solved', 'answered', 'guesses'].some((key) => key in data))
    return { kind: 'other' }
  let fault: Fault | undefined
  const onFault = (place: string, value: unknown, expected: Form) => {
    const written = value === undefined ? '' : shortened(JSON.stringify(value))
    fault ??= { kind: 'value', place, value: written, expected }
  }
  const progress = {
    ...solvedFrom(data, onFault),
    questions: questionsFrom(data['questions'], onFault),
    guesses: guessesFrom(data['guesses'], onFault),
  }
  return fault ?? progress
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/**
 * Both together. Of two ratings of a question the later one counts, and of two marks; a challenge solved in one is solved;
 * of two first answers the wrong one counts. So it makes no difference which is merged with which, how often or in which
 * order.
 */
export function merge(a: Progress, b: Progress): Progress {
  return {
    questions: joined(a.questions, b.questions, mergeAsked),
    solved: new Set([...a.solved, ...b.solved]),
    answered: joined(a.answered, b.answered, (one, other) => one && other),
    guesses: joined(a.guesses, b.guesses, (one, other) =>
      JSON.stringify(one) <= JSON.stringify(other) ? one : other,
    ),
  }
}

function mergeAsked(a: Asked, b: Asked): Asked {
  const standing = better(a.standing, b.standing, isLater)
  const known = better(a.known, b.known, (one, other) =>
    one.said === other.said ? !one.is : one.said > other.said,
  )
  return { ...(standing && { standing }), ...(known && { known }) }
}

/** Of ratings at the same time the worse one counts as the later. */
function isLater(a: Standing, b: Standing): boolean {
  if (a.rated !== b.rated) return a.rated > b.rated
  if (a.rung !== b.rung) return a.rung < b.rung
  return RATINGS.indexOf(a.rating) <= RATINGS.indexOf(b.rating)
}

function better<T>(a: T | undefined, b: T | undefined, isBetter: (a: T, b: T) => boolean) {
  if (!a || !b) return a ?? b
  return isBetter(a, b) ? a : b
}

function joined<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  merged: (a: T, b: T) => T,
): Map<string, T> {
  const all = new Map(a)
  for (const [id, value] of b) all.set(id, all.has(id) ? merged(all.get(id)!, value) : value)
  return all
}
