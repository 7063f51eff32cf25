import { gridOver, NOISE, truth } from './sineData.ts'
import type { Point } from './types.ts'

/** A polynomial by its coefficients, that of x⁰ first. */
export type Polynomial = ArrayLike<number>

export function valueAt(coefficients: Polynomial, x: number): number {
  let value = 0
  for (let j = coefficients.length - 1; j >= 0; j--) value = value * x + coefficients[j]
  return value
}

export function slopeAt(coefficients: Polynomial, x: number): number {
  let slope = 0
  for (let j = coefficients.length - 1; j >= 1; j--) slope = slope * x + j * coefficients[j]
  return slope
}

/** The steepest place of a polynomial on an interval, and its slope. */
export function steepest(coefficients: Polynomial, interval: Point): { x: number; slope: number } {
  let [at, slope] = [interval[0], 0]
  for (const x of gridOver(interval)) {
    const here = slopeAt(coefficients, x)
    if (Math.abs(here) <= Math.abs(slope)) continue
    ;[at, slope] = [x, here]
  }
  return { x: at, slope }
}

/**
 * Expected mean squared error on new points of the truth with x uniform on an interval: the error of the curve, by the
 * trapezoidal rule, plus the noise.
 */
export function testError(coefficients: Polynomial, interval: Point): number {
  const grid = gridOver(interval)
  const squares = grid.map((x) => (valueAt(coefficients, x) - truth(x)) ** 2)
  const ends = squares[0] + squares[squares.length - 1]
  const total = squares.reduce((sum, square) => sum + square, 0) - ends / 2
  return total / (grid.length - 1) + NOISE ** 2
}
