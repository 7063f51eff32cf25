import { expect, test } from 'vitest'
import type { Asked } from '../progress/questions.ts'
import { practice, round, ROUND } from './session.ts'

const now = new Date(2026, 10, 30, 16).getTime()
const standing = (rung: number, days: number): Asked => ({
  standing: { rung, rating: 'knew', rated: now - days * 86_400_000 },
})
const known: Asked = { known: { is: true, said: now } }
const ids = Array.from({ length: 30 }, (_, k) => `q${k}`)

test('practice begins with what is longest overdue, then goes on with what is new', () => {
  const questions = new Map([
    ['q1', standing(0, 3)],
    ['q3', standing(1, 10)],
    ['q4', standing(4, 10)],
    ['q5', known],
  ])
  expect(practice(ids.slice(0, 7), questions, now)).toEqual(['q3', 'q1', 'q0', 'q2', 'q6'])
  expect(practice(ids, questions, now)).toHaveLength(2 + 10)
})

test('a round has ten different questions at random, none that is known', () => {
  const questions = new Map([['q0', known]])
  const first = round(ids, questions, now, () => 0)
  expect(first).toEqual(ids.slice(1, ROUND + 1))
  const last = round(ids, questions, now, () => 0.999)
  expect(new Set(last).size).toBe(ROUND)
  expect(last[0]).toBe('q29')
})

test('where all are known, they are asked nevertheless; where there are few, those', () => {
  const few = ids.slice(0, 2)
  const all = new Map(few.map((id) => [id, known]))
  expect(round(few, all, now).toSorted()).toEqual(few)
})
