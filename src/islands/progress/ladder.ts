/** How well the reader says to have answered, worst first. */
export const RATINGS = ['missed', 'partly', 'knew'] as const

export type Rating = (typeof RATINGS)[number]

/** The rungs of the ladder: after how many days a question comes back. */
export const DAYS = [1, 3, 7, 21, 60] as const

/** Where a question stands on the ladder. */
export interface Standing {
  /** Its rung, a position in `DAYS`. */
  rung: number
  rating: Rating
  /** When it was rated, in ms since 1970. */
  rated: number
}

/** How far a clock may be ahead before what it says is doubted, in ms. */
const AHEAD = 86_400_000

/**
 * Where a question stands after a rating: missed, on the first rung; partly, one rung back; known, one rung up. A question
 * that is not due yet does not climb: what was read an hour ago proves nothing. One that is known at the first try begins
 * on the second rung.
 *
 * @param before where it stood; undefined if it was never rated
 * @param now in ms since 1970
 */
export function rate(before: Standing | undefined, rating: Rating, now: number): Standing {
  const rung = before?.rung ?? 0
  const climbs = rating === 'knew' && (!before || isDue(before, now))
  return {
    rung: rating === 'missed' ? 0 : onLadder(rung + (climbs ? 1 : rating === 'partly' ? -1 : 0)),
    rating,
    // Never before the last one, whatever the clock says, so that it counts as the later one.
    rated: Math.max(now, before ? before.rated + 1 : now),
  }
}

const onLadder = (rung: number) => Math.min(Math.max(rung, 0), DAYS.length - 1)

/**
 * In how many days of the reader's calendar a question comes back; 0 or less if it is due.
 *
 * @param now in ms since 1970
 */
export function daysUntil({ rung, rated }: Standing, now: number): number {
  // A clock was wrong: better ask too early than never.
  if (rated > now + AHEAD) return 0
  return dayOf(rated) + DAYS[rung] - dayOf(now)
}

export const isDue = (standing: Standing, now: number): boolean => daysUntil(standing, now) <= 0

/** The number of a day of the reader's calendar, which may be shorter or longer than 24 hours. */
function dayOf(time: number): number {
  const date = new Date(time)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}
