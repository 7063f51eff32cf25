import { toMatrix } from '../input/matrix.ts'
import { checkInteger, checkObject, checkPositive, checkRange } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import type { FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import { lambdaMax } from '../models/linear/lambdaMax.ts'

/**
 * Numbers that fall from `largest` to `smallest` by the same factor at each step.
 *
 * @param largest the first number, > 0
 * @param smallest the last number, > 0 and not above the first
 * @param count how many, ≥ 2
 * @throws ShrinkageError if a number is out of its range
 * @example
 * logGrid(100, 1, 3) // [100, 10, 1]
 */
export function logGrid(largest: number, smallest: number, count: number): Float64Array {
  checkPositive(largest, 'largest')
  checkPositive(smallest, 'smallest')
  checkRange(smallest, 'smallest', 0, largest)
  checkInteger(count, 'count', 2)
  const fall = Math.log(smallest) - Math.log(largest)
  const grid = Float64Array.from({ length: count }, (_, k) =>
    Math.exp(Math.log(largest) + (fall * k) / (count - 1)),
  )
  grid[0] = largest
  grid[count - 1] = smallest
  return grid
}

/**
 * The λ at which to look for a model: from λmax, where every penalised coefficient is 0, falling by the same factor.
 *
 * For a small ρ, whose λmax is far off or infinite, the grid starts at that of ρ = 0.001, as in glmnet.
 *
 * @param X n rows of p numbers
 * @param y n numbers
 * @param options those of the fit, and
 *   `rho` from 0 to 1, default 1;
 *   `count` of λ, default 100;
 *   `ratio` of the smallest to the largest λ, from 0 to 1, default 1e-4 for n > p and 1e-2 else
 * @throws ShrinkageError for bad data, numbers out of range, and if λmax is 0, as for a constant y
 * @example
 * lambdaGrid([[1, 0], [0, 1]], [4, -6], { intercept: false, count: 3, ratio: 0.01 }) // [3, 0.3, 0.03]
 */
export function lambdaGrid(
  X: MatrixLike,
  y: VectorLike,
  options: FitOptions & { rho?: number; count?: number; ratio?: number } = {},
): Float64Array {
  const { rows, columns } = toMatrix(X)
  const {
    rho = 1,
    count = 100,
    ratio = rows > columns ? 1e-4 : 1e-2,
  } = checkObject(options, 'options')
  checkRange(rho, 'rho', 0, 1)
  checkPositive(ratio, 'ratio')
  checkRange(ratio, 'ratio', 0, 1)
  const largest = lambdaMax(X, y, { ...options, rho: Math.max(rho, 1e-3) })
  if (largest === 0) {
    throw new ShrinkageError(
      'no-solution',
      'No feature correlates with y, so every λ gives the same model and there is no grid; a y that varies with X is wanted.',
    )
  }
  return logGrid(largest, largest * ratio, count)
}
