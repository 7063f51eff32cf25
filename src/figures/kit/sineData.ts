import type { Point } from './types.ts'

/** What the points are drawn from, and what new points come from: y = truth(x) + noise. */
export const truth = (x: number) => 0.75 * Math.sin(Math.PI * x)

/** Deviation of the noise. */
export const NOISE = 0.2

/** Places at which a fit is held against the truth, and searched for its steepest. */
export const gridOver = ([low, high]: Point): number[] =>
  Array.from({ length: 301 }, (_, i) => (low * (300 - i) + high * i) / 300)

/** Where a fit is drawn. */
export const grid: readonly number[] = gridOver([-1, 1])
