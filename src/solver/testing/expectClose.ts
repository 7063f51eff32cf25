import { expect } from 'vitest'

/** Expects two lists to agree entry by entry. */
export function expectClose(
  actual: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance = 1e-10,
): void {
  expect(actual.length).toBe(wanted.length)
  for (let j = 0; j < wanted.length; j++) {
    expect(Math.abs(actual[j] - wanted[j]), `entry ${j}`).toBeLessThan(tolerance)
  }
}
