import { expect, test } from 'vitest'
import { bitsBehindPoint, doubleOf, solveExactly, wholesOf } from './exact.ts'

test('doubles are whole numbers over a power of two', () => {
  expect(bitsBehindPoint([3, 0.5, -0.375])).toBe(3)
  expect(wholesOf([3, 0.5, -0.375], 3)).toEqual([24n, 4n, -3n])
  const bits = bitsBehindPoint([0.1, 1e-9])
  expect(wholesOf([0.1, 1e-9], bits).map((whole) => doubleOf(whole, 1n << BigInt(bits)))).toEqual([
    0.1, 1e-9,
  ])
})

test('a system is solved without rounding', () => {
  const A = [
    [4n, 2n, 0n],
    [2n, 3n, 2n],
    [0n, 2n, 5n],
  ]
  const b = [2n, 3n, 1n]
  const { numerators, denominator } = solveExactly(A, b)
  const inserted = A.map((row) => row.reduce((sum, value, j) => sum + value * numerators[j], 0n))
  expect(inserted).toEqual(b.map((value) => value * denominator))
  expect(denominator).toBe(24n)
})
