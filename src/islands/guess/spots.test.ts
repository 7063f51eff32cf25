import { expect, test } from 'vitest'
import { discsAt, lineThrough, spotsOf } from './spots.ts'

const frame = {
  width: 120,
  height: 110,
  margin: { top: 0, right: 10, bottom: 10, left: 10 },
  x: { domain: [0, 10] },
  y: { domain: [0.01, 1], type: 'log' },
} as const
const number = { kind: 'number', along: 'x', stations: [], frame } as const
const curve = { kind: 'curve', along: 'x', stations: [0, 5, 10], frame } as const

test('a point stands where its coordinates say, on a logarithmic axis too', () => {
  expect(spotsOf({ ...number, kind: 'point' }, [5, 0.1])).toEqual([[60, 50]])
})

test('a number is marked all along the other axis, or at one place on it', () => {
  const spots = spotsOf(number, [2])
  expect(spots).toEqual([[30, 50]])
  expect(lineThrough(number, spots)).toBe('M30.0,0.0V100')
  const beside = { ...number, along: 'y', stations: [10] } as const
  expect(spotsOf(beside, [1])).toEqual([[110, 0]])
  expect(lineThrough(beside, spotsOf(beside, [1]))).toBe('')
  expect(lineThrough({ ...number, along: 'y' }, [[60, 50]])).toBe('M10.0,50.0H110')
})

test('a curve goes through its stations', () => {
  const spots = spotsOf(curve, [1, 0.1, 0.01])
  expect(lineThrough(curve, spots)).toBe('M10.0,0.0L60.0,50.0L110.0,100.0')
  expect(discsAt(spots.slice(1))).toBe('M60.0,50.0h0M110.0,100.0h0')
})
