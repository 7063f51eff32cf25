import type { Model, Path } from '../fit.ts'
import {
  checkFinite,
  checkLambda,
  checkList,
  checkObject,
  checkRho,
  checkVector,
} from '../input/checks.ts'
import { inputError } from '../input/errors.ts'

/** A point of a path. */
export interface PathPoint extends Model {
  readonly coefficients: Float64Array
  readonly lambda: number
  readonly rho: number
}

/**
 * Reads the coefficients at any λ off a path, or off a copy of one by a spread, JSON or structuredClone.
 *
 * Between two λ of the path the coefficients are interpolated linearly. On an exact path, such as that of lassoPath, this
 * is the solution itself; on a grid it is an approximation, as in glmnet's predict. {@link certificateOf} tells how good
 * it is.
 *
 * @param path a path: its `lambdas` and `fits`
 * @param lambda λ, from the smallest of the path on; beyond the largest only on an exact path, where nothing changes
 * @throws ShrinkageError if the path is malformed, or λ is outside it
 * @example
 * const path = lassoPath([[1, 0], [0, 1]], [4, 2], { intercept: false })
 * pathAt(path, 0.5).coefficients // [3, 1]
 * pathAt(JSON.parse(JSON.stringify(path)), 0.5).coefficients // [3, 1]
 */
export function pathAt(path: Pick<Path, 'lambdas' | 'fits' | 'exact'>, lambda: number): PathPoint {
  const { fits, exact } = checkObject(path, 'path')
  checkList(fits, 'path.fits', 'a list of fits')
  const lambdas = checkVector(path.lambdas, 'path.lambdas', fits.length)
  checkLambda(lambda)
  const largest = lambdas.reduce((most, value) => Math.max(most, value))
  const smallest = lambdas.reduce((least, value) => Math.min(least, value))
  const wanted = exact ? Math.min(lambda, largest) : lambda
  if (wanted < smallest || wanted > largest) {
    throw inputError(
      'out-of-range',
      'lambda',
      lambda,
      `a number from ${smallest} to ${largest}, the range of the path`,
      { least: smallest, most: largest },
    )
  }
  // The nearest λ of the path on both sides.
  let [above, below] = [lambdas.indexOf(largest), lambdas.indexOf(smallest)]
  lambdas.forEach((value, k) => {
    if (value >= wanted && value < lambdas[above]) above = k
    if (value <= wanted && value > lambdas[below]) below = k
  })
  const [high, low] = [lambdas[above], lambdas[below]]
  const share = high === low ? 0 : (high - wanted) / (high - low)
  const between = (a: number, b: number) =>
    share === 0 ? a : share === 1 ? b : a + share * (b - a)
  const name = (k: number) => `path.fits[${k}].coefficients`
  const start = checkVector(fits[above].coefficients, name(above))
  const end = checkVector(fits[below].coefficients, name(below), start.length)
  const { rho, features, classes } = fits[above]
  return {
    lambda,
    rho: checkRho(rho),
    coefficients: start.map((value, j) => between(value, end[j])),
    intercept: between(
      checkFinite(fits[above].intercept, `path.fits[${above}].intercept`),
      checkFinite(fits[below].intercept, `path.fits[${below}].intercept`),
    ),
    ...(features && { features }),
    ...(classes && { classes }),
  }
}
