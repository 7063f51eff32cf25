import type { Model } from '../fit.ts'
import { checkList, checkObject, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { checkDistinct } from '../input/options.ts'

/**
 * The coefficients of a fit by the names of their features.
 *
 * @param fit a fit that was given the option `features`
 * @returns one coefficient for each name, in the order of the columns of X
 * @throws ShrinkageError if the fit has no names, or not a name of its own for each coefficient
 * @example
 * const fit = lasso([[1, 0], [0, 1]], [3, 0.5], 0.5, { intercept: false, features: ['size', 'age'] })
 * coefficientsByName(fit) // { size: 2, age: 0 }
 */
export function coefficientsByName(fit: Model): Record<string, number> {
  const { coefficients, features } = checkObject(fit, 'fit')
  const names = checkList(features ?? (null as never), 'fit.features', 'the names of the features')
  const values = checkVector(coefficients, 'fit.coefficients')
  if (names.length !== values.length) {
    throw new ShrinkageError(
      'length-mismatch',
      `fit.features has ${names.length} names; expected ${values.length}, one for each coefficient.`,
      { name: 'fit.features', given: names.length, expected: values.length },
    )
  }
  checkDistinct(names, 'fit.features')
  return Object.fromEntries(names.map((name, j) => [name, values[j]]))
}
