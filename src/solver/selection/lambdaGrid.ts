import { toMatrix } from '../input/matrix.ts'
import { checkInteger, checkPositive, checkRange, checkWord, LONGEST } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import { FIT_OPTIONS, readOptions } from '../input/options.ts'
import type { FitOptions, MatrixLike, VectorLike } from '../fit.ts'
import type { Labels } from '../input/labels.ts'
import { GROUP_OPTIONS } from '../models/group/groupLasso.ts'
import { groupLambdaMax } from '../models/group/groupLambdaMax.ts'
import { logisticLambdaMax } from '../models/logistic/logisticLambdaMax.ts'
import { lambdaMax } from '../models/linear/lambdaMax.ts'

/**
 * Numbers from `largest` to `smallest`, falling by a constant factor.
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
  checkInteger(count, 'count', 2, LONGEST)
  const fall = Math.log(smallest) - Math.log(largest)
  const grid = Float64Array.from({ length: count }, (_, k) =>
    Math.exp(Math.log(largest) + (fall * k) / (count - 1)),
  )
  grid[0] = largest
  grid[count - 1] = smallest
  return grid
}

/** The options of a grid of λ beside those of the fit. */
export interface GridOptions {
  /** Whether y is a response, 'gaussian' (the default), or labels, 'logistic'. */
  family?: 'gaussian' | 'logistic'
  /** Share of the penalty that is L1, from 0 to 1. Default 1. */
  rho?: number
  /** p numbers, equal for features of one group: the grid of a group lasso, which takes only its own options. */
  groups?: VectorLike
  /** How many λ, ≥ 2. Default 100. */
  count?: number
  /** The smallest λ as a share of the largest. Default 1e-4 for n > p, else 1e-2. */
  ratio?: number
}

/**
 * A grid of λ on which to select a model: from λmax, where every penalized coefficient is 0, falling by a constant factor.
 *
 * For a small ρ, whose λmax is large or infinite, the grid starts at that of ρ = 0.001, as in glmnet.
 *
 * @param X n rows of p numbers
 * @param y n numbers, or n labels for the logistic family
 * @param options those of the fit, and those of {@link GridOptions}
 * @throws ShrinkageError for bad data, numbers out of range, and if λmax is 0, as for a constant y
 * @example
 * lambdaGrid([[1, 0], [0, 1]], [4, -6], { intercept: false, count: 3, ratio: 0.01 }) // [3, 0.3, 0.03]
 * lambdaGrid([[1, 0], [0, 1]], [3, 4], { groups: [0, 1], intercept: false, count: 2, ratio: 0.1 }) // [2, 0.2]
 * lambdaGrid([[-1], [1]], ['no', 'yes'], { family: 'logistic', count: 2, ratio: 0.1 }) // [0.5, 0.05]
 */
export function lambdaGrid(
  X: MatrixLike,
  y: VectorLike | Labels,
  options: FitOptions & GridOptions = {},
): Float64Array {
  const isLogistic = options?.family === 'logistic'
  const hasGroups = options?.groups !== undefined
  const fitOptionNames = FIT_OPTIONS.filter((name) => !(isLogistic && name === 'method'))
  readOptions(
    options,
    hasGroups
      ? [...GROUP_OPTIONS, 'groups', 'count', 'ratio']
      : [...fitOptionNames, 'groups', 'family', 'rho', 'count', 'ratio'],
    hasGroups ? 'lambdaGrid with groups' : 'lambdaGrid',
  )
  const { rows, columns } = toMatrix(X)
  const {
    family = 'gaussian',
    rho = 1,
    groups,
    count = 100,
    ratio = rows > columns ? 1e-4 : 1e-2,
    ...fitOptions
  } = options
  checkWord(family, 'family', ['gaussian', 'logistic'])
  checkRange(rho, 'rho', 0, 1)
  checkPositive(ratio, 'ratio')
  checkRange(ratio, 'ratio', 0, 1)
  const largest = largestLambda(X, y, groups, isLogistic, {
    ...fitOptions,
    rho: Math.max(rho, 1e-3),
  })
  if (largest === 0) {
    throw new ShrinkageError(
      'no-solution',
      'No feature correlates with y, so every λ gives the same model and there is no grid; expected a y that varies with X.',
      { name: 'y' },
    )
  }
  return logGrid(largest, largest * ratio, count)
}

/** λmax of the model that the grid is for. */
function largestLambda(
  X: MatrixLike,
  y: VectorLike | Labels,
  groups: VectorLike | undefined,
  isLogistic: boolean,
  { rho, ...options }: FitOptions & { rho: number },
): number {
  if (groups !== undefined) return groupLambdaMax(X, y as VectorLike, groups, options)
  return isLogistic
    ? logisticLambdaMax(X, y as Labels, { ...options, rho })
    : lambdaMax(X, y as VectorLike, { ...options, rho })
}
