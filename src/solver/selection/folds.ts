import { checkInteger, checkRange, checkVector } from '../input/checks.ts'
import { ShrinkageError } from '../input/errors.ts'
import type { VectorLike } from '../fit.ts'
import { seededRandom } from '../data/random.ts'

/** The largest number of an Int32Array. */
const LARGEST_FOLD = 2 ** 31 - 1

/** The number of folds unless another is given. */
const DEFAULT_FOLDS = 10

/** The rows of one fold: those that the model learns from, and those that test it. */
export interface Fold {
  train: Int32Array
  test: Int32Array
}

/**
 * The fold of each of n rows: at random in folds of nearly equal size, or as given.
 *
 * @param n number of rows
 * @param given number of folds, from 2 to n; or n fold numbers, whole and from 0 to 2³¹ − 1; by default 10 folds
 * @param seed seed of the random assignment
 */
export function assignFolds(
  n: number,
  given: number | VectorLike | undefined,
  seed: number,
): Int32Array {
  const folds = given === undefined ? DEFAULT_FOLDS : given
  if (typeof folds !== 'number') {
    const numbers = checkVector(folds, 'folds', n)
    numbers.forEach((value, i) => {
      checkInteger(value, { name: 'folds', index: i }, 0)
      checkRange(value, { name: 'folds', index: i }, 0, LARGEST_FOLD)
    })
    return Int32Array.from(numbers)
  }
  if (checkInteger(folds, 'folds', 2) > n) {
    throw new ShrinkageError(
      'out-of-range',
      `folds is ${folds}${given === undefined ? ' by default' : ''}, but there are only ${n} rows; expected a number from 2 to ${n}.`,
      { name: 'folds', given: folds, least: 2, most: n },
    )
  }
  const random = seededRandom(seed)
  const assignment = Int32Array.from({ length: n }, (_, i) => i % folds)
  for (let i = n - 1; i > 0; i--) {
    const k = random.integer(i + 1)
    const kept = assignment[i]
    assignment[i] = assignment[k]
    assignment[k] = kept
  }
  return assignment
}

/** The rows of each fold, in the order of the fold numbers. */
export function splitFolds(assignment: Int32Array): Fold[] {
  const rows = Int32Array.from(assignment.keys())
  const names = [...new Set(assignment)].sort((a, b) => a - b)
  if (names.length < 2) {
    throw new ShrinkageError(
      'out-of-range',
      `All rows are in fold ${names[0]}; expected at least 2 folds.`,
      { name: 'folds', given: names[0], least: 2 },
    )
  }
  return names.map((name) => ({
    train: rows.filter((i) => assignment[i] !== name),
    test: rows.filter((i) => assignment[i] === name),
  }))
}
