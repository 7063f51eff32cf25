import { expect, test } from 'vitest'
import type { Failure } from '../code-cell/outputs/failure.ts'
import { verdictOf } from './verdict.ts'

const checks = (...passed: boolean[]) =>
  passed.map((each) => ({ kind: 'check' as const, passed: each, message: '' }))
const ended = (found: ReturnType<typeof checks>, failure?: Failure, isWhole = !failure) => ({
  outcome: { failure, isWhole, duration: 1 },
  checks: found,
})

test('a challenge is solved when every check holds, and not for want of checks', () => {
  expect(verdictOf(ended(checks(true, true)))).toEqual({ kind: 'solved' })
  expect(verdictOf(ended(checks(true, false)))).toEqual({ kind: 'open', holding: 1, total: 2 })
  expect(verdictOf(ended([]))).toEqual({ kind: 'open', holding: 0, total: 0 })
})

test('checks of its own solve nothing for a program that returns before the hidden ones', () => {
  expect(verdictOf(ended(checks(true), undefined, false))).toEqual({ kind: 'early' })
})

test('checks that hold do not solve it if the program then fails', () => {
  const failure = { code: 'time-limit', message: '' } as const
  expect(verdictOf(ended(checks(true), failure))).toEqual({ kind: 'broken' })
})

test.each([
  'ReferenceError: w is not defined',
  'w is not defined',
  "ReferenceError: Can't find variable: w",
])('a name that the checks miss is named: %s', (message) => {
  expect(verdictOf(ended([], { code: 'error', message }))).toEqual({ kind: 'missing', name: 'w' })
})

test('a name that the reader’s own code misses is left to the cell', () => {
  const failure: Failure = { code: 'error', message: 'w is not defined', line: 3, column: 1 }
  expect(verdictOf(ended([], failure))).toEqual({ kind: 'broken' })
})

test('other errors of the checks are told as such', () => {
  const message = "TypeError: Cannot read properties of undefined (reading '0')"
  expect(verdictOf(ended([], { code: 'error', message }))).toEqual({ kind: 'unfit' })
})
