import { beforeEach, expect, test, vi } from 'vitest'
import { forgetProgress } from '../progress/file.ts'
import { fakeWindow } from '../progress/testing.ts'
import {
  PROGRESS_KEY,
  answeredQuestions,
  forgetAnswer,
  markAnswered,
  markSolved,
  onProgress,
  solvedChallenges,
} from './progress.ts'

let block: () => void
beforeEach(() => {
  block = fakeWindow()
})

test('a solved challenge stays solved, and only that one', () => {
  expect(markSolved('exact-zero')).toBe(true)
  expect([...solvedChallenges()]).toEqual(['exact-zero'])
  expect(localStorage.getItem(PROGRESS_KEY)).toContain('exact-zero')
})

test('forgetting leaves nothing behind', () => {
  markSolved('exact-zero')
  forgetProgress()
  expect(solvedChallenges().size).toBe(0)
  expect(localStorage.getItem(PROGRESS_KEY)).toBeNull()
})

test.each(['', 'null', '{', '[]', '{"solved":7}', '{"solved":[1,null,{}]}', '{"solved":["<b>"]}'])(
  'a damaged store (%s) holds nothing, and can be written again',
  (text) => {
    localStorage.setItem(PROGRESS_KEY, text)
    expect(solvedChallenges().size).toBe(0)
    expect(markSolved('twins')).toBe(true)
    expect([...solvedChallenges()]).toEqual(['twins'])
  },
)

test('what can be read of a half-damaged store is kept', () => {
  localStorage.setItem(PROGRESS_KEY, '{"solved":["twins",5,"__proto__"]}')
  expect([...solvedChallenges()]).toEqual(['twins'])
})

test('without a store the page remembers, and says that it will not last', () => {
  block()
  expect(markSolved('twins')).toBe(false)
  expect(markSolved('exact-zero')).toBe(false)
  expect(markAnswered('check-zero', false)).toBe(false)
  expect([...solvedChallenges()].sort()).toEqual(['exact-zero', 'twins'])
  expect(answeredQuestions().get('check-zero')).toBe(false)
  forgetProgress()
  expect(solvedChallenges().size).toBe(0)
  expect(answeredQuestions().size).toBe(0)
})

test('the answer to a question is kept beside the challenges, and can be given again', () => {
  markSolved('twins')
  expect(markAnswered('check-corner', false)).toBe(true)
  markAnswered('check-zero', true)
  expect([...answeredQuestions()]).toEqual([
    ['check-corner', false],
    ['check-zero', true],
  ])
  forgetAnswer('check-corner')
  expect([...answeredQuestions()]).toEqual([['check-zero', true]])
  expect([...solvedChallenges()]).toEqual(['twins'])
})

test('progress from before questions were kept has none of them', () => {
  localStorage.setItem(PROGRESS_KEY, '{"version":1,"solved":["twins"]}')
  expect(answeredQuestions().size).toBe(0)
  localStorage.setItem(PROGRESS_KEY, '{"solved":["twins"],"answered":{"a":1,"<b>":true,"b":true}}')
  expect([...answeredQuestions()]).toEqual([['b', true]])
})

test('listeners hear of every change, until they stop', () => {
  const heard = vi.fn()
  const stop = onProgress(heard)
  markSolved('twins')
  forgetProgress()
  expect(heard).toHaveBeenCalledTimes(2)
  stop()
  markSolved('twins')
  expect(heard).toHaveBeenCalledTimes(2)
})
