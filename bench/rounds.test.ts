import { expect, test } from 'vitest'
import { median, medianRatio } from './rounds.ts'

test('the median is the middle number, or the mean of the two in the middle', () => {
  expect(median([3])).toBe(3)
  expect(median([10, 9, 100])).toBe(10)
  expect(median([4, 1, 2, 100])).toBe(3)
})

test('a phase that slows both solvers down does not touch their ratio, and the numbers stay in their order', () => {
  const times = [20, 22, 60, 58, 21]
  const others = [10, 11, 30, 29, 10.5]
  expect(medianRatio(times, others)).toBe(2)
  expect(times).toEqual([20, 22, 60, 58, 21])
})
