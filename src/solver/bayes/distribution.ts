import type { Random } from '../data/random.ts'

/** A probability distribution on the line. */
export interface Distribution {
  mean: number
  /** Standard deviation. */
  deviation: number
  /** Density at x, in 1/units of x. */
  density(x: number): number
  /** Logarithm of the density at x: finite far out, where the density itself is 0 in floating point. */
  logDensity(x: number): number
  /** P(X ≤ x). */
  cumulative(x: number): number
  /** The x with P(X ≤ x) = p, for p from 0 to 1. */
  quantile(p: number): number
  /** A random number from this distribution, made from `seededRandom(seed)`. */
  draw(random: Random): number
}
