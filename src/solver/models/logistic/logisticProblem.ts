import { checkVector } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import type { FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { prepare, type Problem } from '../../problem/problem.ts'

/**
 * A logistic model as the method sees it: columns centred and scaled as in {@link Problem}, y of 0 and 1; rows of weight
 * 0 are gone.
 */
export interface LogisticProblem {
  design: Problem
  y: Float64Array
  /** Sample weights that sum to 1. */
  weights: Float64Array
  intercept: boolean
  /** The objective with all coefficients 0: the yardstick of the duality gap. */
  nullObjective: number
}

/** Checks a design, labels and their weights. */
export function prepareLogistic(
  X: MatrixLike,
  y: VectorLike,
  options: FitOptions,
): LogisticProblem {
  const { intercept = true, sampleWeights } = options
  const labels = checkVector(y, 'y')
  labels.forEach((value, i) => {
    if (value === 0 || value === 1) return
    throw new ShrinkageError('out-of-range', `y[${i}] is ${value}; 0 or 1 is wanted.`)
  })
  const given = weightsOf(sampleWeights, labels.length)
  const counts = given.map((weight) => (weight > 0 ? 1 : 0))
  // The weights come in by row later, and here only as in or out: multiplied into the columns they would count twice.
  const design = prepare(X, y, { intercept, sampleWeights: counts })
  const kept = (_: number, i: number) => counts[i] === 1
  const weights = given.filter(kept)
  const counted = labels.filter(kept)
  const share = counted.reduce((sum, value, i) => sum + weights[i] * value, 0)
  if (intercept && (share <= 0 || share >= 1 - 1e-15)) {
    throw new ShrinkageError(
      'no-solution',
      `y is ${share <= 0 ? 0 : 1} in every row that counts; both labels are wanted, or the intercept is infinite.`,
    )
  }
  const nullObjective = intercept
    ? -share * Math.log(share) - (1 - share) * Math.log1p(-share)
    : Math.LN2
  return { design, y: counted, weights, intercept, nullObjective }
}

function weightsOf(given: VectorLike | undefined, rows: number): Float64Array {
  if (given === undefined) return new Float64Array(rows).fill(1 / rows)
  const weights = checkVector(given, 'sampleWeights', rows)
  let sum = 0
  weights.forEach((value, i) => {
    if (value < 0) {
      throw new ShrinkageError(
        'out-of-range',
        `sampleWeights[${i}] is ${value}; a number ≥ 0 is wanted.`,
      )
    }
    sum += value
  })
  if (sum === 0) {
    throw new ShrinkageError('empty', 'sampleWeights are all 0; at least one must be positive.')
  }
  return weights.map((value) => value / sum)
}
