import { expect, test } from 'vitest'
import { softThreshold } from 'shrinkage'

test('shrinks toward zero by t and stops there', () => {
  expect(softThreshold(3, 1)).toBe(2)
  expect(softThreshold(-3, 1)).toBe(-2)
  expect(softThreshold(0.5, 1)).toBe(0)
})
