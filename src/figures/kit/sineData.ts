import type { Point } from './types.ts'

/** The distribution of the points and of new points: y = truth(x) + noise. */
export const truth = (x: number) => 0.75 * Math.sin(Math.PI * x)

/** Deviation of the noise. */
export const NOISE = 0.2

/** Grid on which a fit is compared with the truth, and searched for its steepest place. */
export const gridOver = ([low, high]: Point): number[] =>
  Array.from({ length: 301 }, (_, i) => (low * (300 - i) + high * i) / 300)

/** Grid on which a fit is drawn. */
export const grid: readonly number[] = gridOver([-1, 1])
