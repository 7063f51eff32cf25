import { expect, test } from 'vitest'
import { DAYS, daysUntil, isDue, rate, type Standing } from './ladder.ts'

const at = (day: number, hour = 12) => new Date(2026, 2, day, hour).getTime()
const on = (rung: number, day: number): Standing => ({ rung, rating: 'knew', rated: at(day) })

test('a question climbs the ladder as long as it is known on its day', () => {
  let day = 1
  let standing = rate(undefined, 'knew', at(day))
  const waits = [daysUntil(standing, at(day))]
  for (let k = 0; k < 4; k++) {
    day += waits.at(-1)!
    expect(isDue(standing, at(day))).toBe(true)
    standing = rate(standing, 'knew', at(day))
    waits.push(daysUntil(standing, at(day)))
  }
  expect(waits).toEqual([3, 7, 21, 60, 60])
})

test('missed, it begins anew; answered in part, it goes one rung back', () => {
  const standing = on(3, 1)
  expect(rate(standing, 'missed', at(22)).rung).toBe(0)
  expect(rate(standing, 'partly', at(22)).rung).toBe(2)
  expect(rate(on(0, 1), 'partly', at(2)).rung).toBe(0)
  for (const rating of ['missed', 'partly'] as const)
    expect(daysUntil(rate(undefined, rating, at(1)), at(1))).toBe(1)
})

test('before its day a question does not climb, but can fall', () => {
  const standing = on(2, 1)
  expect(rate(standing, 'knew', at(3))).toMatchObject({ rung: 2, rated: at(3) })
  expect(rate(standing, 'missed', at(3)).rung).toBe(0)
})

test('days are those of the calendar, not 24 hours', () => {
  const standing = { ...on(0, 1), rated: at(1, 23) }
  expect(daysUntil(standing, at(1, 23))).toBe(1)
  expect(isDue(standing, at(2, 1))).toBe(true)
})

test('a day with a change of the clock is one day', () => {
  for (let day = 1; day <= 31; day++) expect(daysUntil(on(0, day), at(day + 1))).toBe(0)
})

test('a date in the far future does not hide a question, and the next rating counts as the later one', () => {
  const standing = on(DAYS.length - 1, 28)
  expect(isDue(standing, at(2))).toBe(true)
  const next = rate(standing, 'knew', at(2))
  expect(next.rated).toBeGreaterThan(standing.rated)
})
