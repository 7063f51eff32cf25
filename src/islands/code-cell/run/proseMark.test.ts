import { expect, test } from 'vitest'
import { withProseMark } from './proseMark.ts'

const slip = (line?: number, column?: number) => ({
  failure: { code: 'syntax' as const, message: 'Invalid or unexpected token', line, column },
  isWhole: false,
  duration: 0,
})
const markAt = (code: string, line?: number, column?: number) =>
  withProseMark(slip(line, column), code).failure?.proseMark

test('a mark of prose at the place of a slip is named', () => {
  expect(markAt('print（1）', 1, 6)).toBe('（')
  expect(markAt('const a = 1\nprint(“a”)', 2, 7)).toBe('“')
})

test('other slips have none, and neither has a slip without a place', () => {
  expect(markAt('const = 2', 1, 7)).toBeUndefined()
  expect(markAt('print（1）')).toBeUndefined()
  expect(markAt('print（1）', 7, 7)).toBeUndefined()
})

test('errors of a program that runs may stand at any mark', () => {
  const failure = { code: 'error', message: '', line: 1, column: 1 } as const
  const outcome = { failure, isWhole: false, duration: 1 }
  expect(withProseMark(outcome, '“')).toBe(outcome)
})
