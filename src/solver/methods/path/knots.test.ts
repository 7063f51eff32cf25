import { expect, test } from 'vitest'
import { Knots } from './knots.ts'

function knotsAt(taus: number[]): Knots {
  const knots = new Knots(2)
  taus.forEach((tau) => knots.push(tau, Float64Array.of(1 - tau, 3 * tau)))
  return knots
}

test('a path down to λ = 0 is cut above it, on the same line', () => {
  const cut = knotsAt([1, 0.5, 0]).aboveZero(0.01)
  expect([...cut.taus.subarray(0, cut.count)]).toEqual([1, 0.5, 0.005])
  const [u, v] = [new Float64Array(2), new Float64Array(2)]
  for (const tau of [0.7, 0.3, 0.005]) {
    cut.interpolate(tau, u)
    knotsAt([1, 0.5, 0]).interpolate(tau, v)
    u.forEach((value, j) => expect(value).toBeCloseTo(v[j], 14))
  }
})

test('a path that ends before λ = 0, or has one knot, stays as it is', () => {
  for (const taus of [[1, 0.5, 0.1], [1]]) {
    const knots = knotsAt(taus)
    expect(knots.aboveZero(0.01)).toBe(knots)
  }
})
