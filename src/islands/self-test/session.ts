import { daysUntil } from '../progress/ladder.ts'
import { placeOf, type Questions } from '../progress/questions.ts'

/** How many questions a round against the clock has. */
export const ROUND = 10

/** The time for each of them, in s. */
export const TIME_EACH = 90

/** How many questions that were never tried are practised at once. */
const NEW_AT_ONCE = 10

/**
 * The questions to practise: those that are due, the longest overdue first, then some that were never tried, in their
 * order.
 *
 * @param ids the questions to choose from
 * @param now in ms since 1970
 */
export function practice(ids: readonly string[], questions: Questions, now: number): string[] {
  const at = (place: string) => ids.filter((id) => placeOf(questions.get(id), now) === place)
  const wait = (id: string) => daysUntil(questions.get(id)!.standing!, now)
  return [...at('due').sort((a, b) => wait(a) - wait(b)), ...at('new').slice(0, NEW_AT_ONCE)]
}

/**
 * Questions for a round against the clock: at random, without those set aside as known, as long as there are others.
 *
 * @param ids the questions to choose from
 * @param now in ms since 1970
 * @param random numbers from 0 to below 1
 */
export function round(
  ids: readonly string[],
  questions: Questions,
  now: number,
  random: () => number = Math.random,
): string[] {
  const open = ids.filter((id) => placeOf(questions.get(id), now) !== 'known')
  const left = open.length > 0 ? open : [...ids]
  return Array.from(
    { length: Math.min(ROUND, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0],
  )
}
