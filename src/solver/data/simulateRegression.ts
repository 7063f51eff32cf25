import { checkInteger, checkRange } from '../input/checks.ts'
import { checkSize } from '../input/matrix.ts'
import { readOptions } from '../input/options.ts'
import { ShrinkageError } from '../input/errors.ts'
import { seededRandom } from './random.ts'

/** A made-up regression problem whose truth is known. */
export interface SimulatedRegression {
  /** n rows of p features, each Gaussian with mean 0 and deviation 1. */
  X: Float64Array[]
  /** n responses, X·coefficients + noise. */
  y: Float64Array
  /** The p true coefficients; the intercept is 0. */
  coefficients: Float64Array
}

/**
 * Makes a regression problem with known truth: y = Xw + Gaussian noise, where only the first features matter.
 *
 * The relevant coefficients have alternating signs, and their sizes fall evenly from 3: 3, −2, 1 for three of them.
 * Every two features have the same correlation ρ: x_ij = √ρ·u_i + √(1 − ρ)·z_ij with u and z independent Gaussians.
 *
 * @param options.n number of samples, ≥ 1
 * @param options.p number of features, ≥ 1
 * @param options.relevant how many features have a coefficient that is not 0, from 0 to p
 * @param options.noise standard deviation of the noise, ≥ 0, in the units of y; default 1
 * @param options.correlation correlation of every two features, from 0 to 1; default 0
 * @param options.seed the same seed gives the same data
 * @throws ShrinkageError if a number is out of its range
 * @example
 * simulateRegression({ n: 50, p: 8, relevant: 3, seed: 1 }).coefficients // [3, -2, 1, 0, 0, 0, 0, 0]
 * simulateRegression({ n: 50, p: 8, relevant: 3, seed: 1 }).y.length // 50
 */
export function simulateRegression(options: {
  n: number
  p: number
  relevant: number
  noise?: number
  correlation?: number
  seed: number
}): SimulatedRegression {
  readOptions(options, ['n', 'p', 'relevant', 'noise', 'correlation', 'seed'], 'simulateRegression')
  const { n, p, relevant, noise = 1, correlation = 0, seed } = options
  checkInteger(n, 'n', 1)
  checkInteger(p, 'p', 1)
  checkSize(n, p, 'X')
  checkRange(noise, 'noise', 0)
  checkRange(correlation, 'correlation', 0, 1)
  if (checkInteger(relevant, 'relevant', 0) > p) {
    throw new ShrinkageError(
      'out-of-range',
      `relevant is ${relevant}, but there are only p = ${p} features; expected a number from 0 to p.`,
      { name: 'relevant', given: relevant, least: 0, most: p },
    )
  }
  const random = seededRandom(seed)
  const coefficients = Float64Array.from({ length: p }, (_, j) =>
    j < relevant ? (j % 2 === 0 ? 3 : -3) * (1 - j / relevant) : 0,
  )
  const own = Math.sqrt(1 - correlation)
  const X = Array.from({ length: n }, () => {
    const common = Math.sqrt(correlation) * random.normal()
    const row = new Float64Array(p)
    for (let j = 0; j < p; j++) row[j] = common + own * random.normal()
    return row
  })
  const y = Float64Array.from(X, (row) => {
    const signal = row.reduce((sum, value, j) => sum + value * coefficients[j], 0)
    return signal + noise * random.normal()
  })
  return { X, y, coefficients }
}
