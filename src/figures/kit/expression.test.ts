import { expect, test } from 'vitest'
import { isTrue, valueOf } from './expression.ts'

const numbers: Readonly<Record<string, number | readonly number[]>> = {
  a: 2,
  'free.error': 0.375,
  w: [0, -1.5, 3, 0],
}
const lookup = (name: string) => {
  if (!Object.hasOwn(numbers, name)) throw new Error(`no “${name}”`)
  return numbers[name]
}
const holds = (claim: string) => isTrue(claim, lookup)

test.each([
  'a = 2',
  '1 < a < 3 <= 3',
  'a + 3 * 2 = 8 and (a + 3) * 2 = 10',
  '8 - 2 - 1 = 5 and 8 / 2 / 2 = 2',
  '-w[1] = 1.5',
  'w[a] = 3',
  'free.error > 37% and free.error < 38%',
  'zeros(w) = 2 and count(w) = 4',
  'abs(w) = 4.5 and abs(w[1]) = 1.5',
  'max(w, a) = 3 and min(w) = -1.5',
  'round(free.error, 2) = 0.38 and round(2.4) = 2',
  'not a > 2 and (a > 9 or a < 9)',
  'a > 9 and a < 1 or a = 2',
])('%s', (claim) => {
  expect(holds(claim)).toBe(true)
  expect(holds(`not (${claim})`)).toBe(false)
})

test.each([
  ['a', 'expected a comparison'],
  ['a >', 'breaks off'],
  ['a > 1 1', 'should end'],
  ['(a > 1', 'expected “)”'],
  ['a > w', 'a list'],
  ['a and a > 1', 'a number stands for a comparison'],
  ['w[4] > 1', 'no index 4'],
  ['sqrt(a) > 1', 'no function “sqrt”'],
  ['constructor(a) > 1', 'no function “constructor”'],
  ['min(a > 1) > 1', 'takes numbers'],
  ['a ≠ 1', 'at “ ≠ 1”'],
  ['b > 1', 'no “b”'],
  ['* > 1', 'should stand at “*”'],
])('%s is refused', (claim, reason) => {
  expect(() => holds(claim)).toThrow(reason)
})

test('an expression that is not a comparison has a value, which may be a list', () => {
  expect(valueOf('max(w) - a', lookup)).toBe(1)
  expect(valueOf('w', lookup)).toEqual([0, -1.5, 3, 0])
  expect(valueOf('[w[2], -a, 2 * a]', lookup)).toEqual([3, -2, 4])
  expect(() => valueOf('[a, w]', lookup)).toThrow('a list')
  expect(() => valueOf('a > 1', lookup)).toThrow('is a comparison')
})
