import { expect, test } from 'vitest'
import type { Axis } from '../../figures/kit/guess.ts'
import { nudged, sketched } from './moves.ts'

const plain: Axis = { min: -3, max: 3, step: 0.05, label: 'w' }
const decades: Axis = { min: 0.0001, max: 10, step: 0.025, scale: 'log', label: 'λ' }

test('a key moves a value by a sixtieth of its axis, a fine one by a step, and no further than its ends', () => {
  expect(nudged(plain, 1, 1, false)).toBe(1.1)
  expect(nudged(plain, 1, -1, true)).toBe(0.95)
  expect(nudged(plain, 0.05, -1, true)).toBe(0)
  expect(nudged(plain, 3, 1, false)).toBe(3)
})

test('on a logarithmic axis it moves the exponent', () => {
  expect(nudged(decades, 0.1, 1, true)).toBeCloseTo(0.1 * 10 ** 0.025, 4)
  expect(nudged(decades, 0.1, 1, false)).toBe(0.1189)
})

test('sixty keys lead from one end to the other, whatever the steps', () => {
  let value = plain.min
  for (let i = 0; i < 60; i++) value = nudged(plain, value, 1, false)
  expect(value).toBe(plain.max)
})

test('a stroke across a curve takes along the stations that it passes', () => {
  const xs = [0, 10, 20, 30]
  const flat = [5, 5, 5, 5]
  expect(sketched(xs, flat, [0, 1], [20, 3])).toEqual([5, 2, 3, 5])
  expect(sketched(xs, flat, [29, 9], [9, 1])).toEqual([5, 1, 5.4, 5])
  expect(sketched(xs, flat, [12, 0], [12, 0])).toEqual([5, 0, 5, 5])
})
