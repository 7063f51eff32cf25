import { keptState } from '../shared/keptState.ts'
import { entriesFrom, inOrder, isObject, MOST, type Form, type OnFault } from './data.ts'
import { DAYS, isDue, rate, RATINGS, type Rating, type Standing } from './ladder.ts'

/** What a reader has done with an interview question. */
export interface Asked {
  /** Undefined until it is rated. */
  standing?: Standing
  /** Whether the reader has set it aside as known, and when that was said, in ms since 1970. */
  known?: { is: boolean; said: number }
}

export type Questions = ReadonlyMap<string, Asked>

/** What the reader has done with the interview questions, on this device. */
export const questionProgress = keptState<Questions>(
  'course-questions-1',
  (data) => questionsFrom(isObject(data) ? data['questions'] : undefined, () => {}),
  (questions) => ({ version: 1, questions: questionsData(questions) }),
)

/** Notes how well a question was answered; false if the browser cannot keep it beyond this page. */
export function noteRating(id: string, rating: Rating, now: number): boolean {
  return note(id, ({ standing, ...rest }) => ({ ...rest, standing: rate(standing, rating, now) }))
}

/** Notes whether the reader knows a question; false if the browser cannot keep it beyond this page. */
export function noteKnown(id: string, is: boolean, now: number): boolean {
  return note(id, (asked) => ({
    ...asked,
    known: { is, said: Math.max(now, (asked.known?.said ?? 0) + 1) },
  }))
}

/** Changes what is noted of a question. Another tab may have changed the others, so all are read anew. */
export function note(id: string, change: (asked: Asked) => Asked): boolean {
  const questions = new Map(questionProgress.get())
  questions.set(id, change(questions.get(id) ?? {}))
  return questionProgress.set(new Map([...questions].slice(-MOST)))
}

/** Where a question stands: set aside as known, never tried, due, or coming back later. */
export type Place = 'known' | 'new' | 'due' | 'later'

/** @param now in ms since 1970 */
export function placeOf(asked: Asked | undefined, now: number): Place {
  if (asked?.known?.is) return 'known'
  if (!asked?.standing) return 'new'
  return isDue(asked.standing, now) ? 'due' : 'later'
}

/** The questions in data that anyone may have written; what is not as it should be is told and left out. */
export function questionsFrom(data: unknown, onFault: OnFault): Questions {
  return entriesFrom(data, 'questions', onFault, (value, place) => {
    if (!isObject(value)) return onFault(place, value, 'object')
    const asked: Asked = {}
    const { rung, rating, rated, known, marked } = value
    const has = (key: string, fits: boolean, expected: Form) => {
      if (!fits) onFault(`${place}.${key}`, value[key], expected)
      return fits
    }
    if (
      (rung !== undefined || rating !== undefined || rated !== undefined) &&
      has('rung', isRung(rung), 'rung') &&
      has('rating', RATINGS.includes(rating as Rating), 'rating') &&
      has('rated', !Number.isNaN(timeOf(rated)), 'date')
    )
      asked.standing = { rung: rung as number, rating: rating as Rating, rated: timeOf(rated) }
    if (
      (known !== undefined || marked !== undefined) &&
      has('known', typeof known === 'boolean', 'truth') &&
      has('marked', !Number.isNaN(timeOf(marked)), 'date')
    )
      asked.known = { is: known as boolean, said: timeOf(marked) }
    return asked.standing || asked.known ? asked : undefined
  })
}

/** The questions as data that people can read as well. */
export function questionsData(questions: Questions): Record<string, unknown> {
  return inOrder(questions, ({ standing, known }) => ({
    ...(standing && { ...standing, rated: new Date(standing.rated).toISOString() }),
    ...(known && { known: known.is, marked: new Date(known.said).toISOString() }),
  }))
}

const isRung = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < DAYS.length

/** The time of a date, in ms since 1970; not a number if it is none. */
const timeOf = (date: unknown) => (typeof date === 'string' ? Date.parse(date) : NaN)
