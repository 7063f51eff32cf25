import { beforeEach, expect, test } from 'vitest'
import { forgetProgress } from './file.ts'
import { noteKnown, noteRating, placeOf, questionProgress } from './questions.ts'
import { fakeWindow } from './testing.ts'

const KEY = 'course-questions-1'
const now = new Date(2026, 10, 30, 16).getTime()
const later = new Date(2026, 11, 3, 9).getTime()

let block: () => void
beforeEach(() => {
  block = fakeWindow()
})

test('a question is new, waits, is due, and can be set aside', () => {
  const place = (time: number) => placeOf(questionProgress.get().get('ista'), time)
  expect(place(now)).toBe('new')
  expect(noteRating('ista', 'knew', now)).toBe(true)
  expect(place(now)).toBe('later')
  expect(place(later)).toBe('due')
  noteKnown('ista', true, later)
  expect(place(later)).toBe('known')
  noteKnown('ista', false, later)
  expect(place(later)).toBe('due')
})

test('a rating by another tab in the meantime is kept', () => {
  noteRating('ista', 'knew', now)
  const text = localStorage.getItem(KEY)!
  localStorage.setItem(KEY, text.replace('"ista"', '"aic-bic"'))
  noteRating('ista', 'missed', now)
  expect([...questionProgress.get().keys()].sort()).toEqual(['aic-bic', 'ista'])
})

test.each([
  '',
  'null',
  '{',
  '[]',
  '{"questions":7}',
  '{"questions":[]}',
  '{"questions":{"ista":7,"<b>":{}}}',
  '{"questions":{"ista":{"rung":-1,"rating":"knew","rated":"2026-11-30"}}}',
  '{"questions":{"ista":{"rung":1,"rating":"knew","rated":1e99}}}',
])('a damaged store (%s) holds nothing, and can be written again', (text) => {
  localStorage.setItem(KEY, text)
  expect(questionProgress.get().size).toBe(0)
  expect(noteRating('ista', 'partly', now)).toBe(true)
  expect(questionProgress.get().get('ista')?.standing?.rating).toBe('partly')
})

test('what can be read of a half-damaged store is kept', () => {
  noteRating('ista', 'knew', now)
  const text = localStorage.getItem(KEY)!
  localStorage.setItem(KEY, text.replace('{"ista"', '{"aic-bic":{"rung":"high"},"ista"'))
  expect([...questionProgress.get().keys()]).toEqual(['ista'])
})

test('without a store the page remembers, and says that it will not last', () => {
  block()
  expect(noteRating('ista', 'knew', now)).toBe(false)
  expect(noteKnown('aic-bic', true, now)).toBe(false)
  expect(questionProgress.get().size).toBe(2)
  forgetProgress()
  expect(questionProgress.get().size).toBe(0)
})
