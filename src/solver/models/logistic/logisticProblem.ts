import { checkRange, checkVector } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import { readLabels, type Labels } from '../../input/labels.ts'
import { toMatrix } from '../../input/matrix.ts'
import type { FitOptions, Label, MatrixLike, VectorLike } from '../../fit.ts'
import { deviationsOf } from '../../problem/deviations.ts'
import { prepare, type Problem } from '../../problem/problem.ts'

/**
 * A logistic model as the method sees it: columns centred and scaled as in {@link Problem}, y of 0 and 1; rows of weight
 * 0 are gone.
 */
export interface LogisticProblem {
  design: Problem
  y: Float64Array
  /** The labels that 0 and 1 stand for. */
  classes: [Label, Label]
  /** Sample weights that sum to 1. */
  weights: Float64Array
  intercept: boolean
  /** The objective with all coefficients 0: the yardstick of the duality gap. */
  nullObjective: number
}

/** Checks a design, labels and their weights. */
export function prepareLogistic(X: MatrixLike, y: Labels, options: FitOptions): LogisticProblem {
  const { intercept = true, sampleWeights, penaltyFactors, standardize, features } = options
  const { y: labels, classes } = readLabels(y)
  const given = weightsOf(sampleWeights, labels.length)
  const counts = given.map((weight) => (weight > 0 ? 1 : 0))
  // The weights come in by row later, and here only as in or out: multiplied into the columns they would count twice.
  const prepared = prepare(X, labels, {
    intercept,
    sampleWeights: counts,
    ...(penaltyFactors && { penaltyFactors }),
    ...(standardize !== undefined && { standardize }),
    ...(features && { features }),
  })
  const deviations = prepared.deviations && deviationsOf(toMatrix(X), given)
  const design = { ...prepared, deviations }
  const kept = (_: number, i: number) => counts[i] === 1
  const weights = given.filter(kept)
  const counted = labels.filter(kept)
  const share = counted.reduce((sum, value, i) => sum + weights[i] * value, 0)
  if (intercept && (share <= 0 || share >= 1 - 1e-15)) {
    const label = classes[share <= 0 ? 0 : 1]
    throw new ShrinkageError(
      'no-solution',
      `y is ${label} in every row that counts; expected both labels, as the intercept is infinite otherwise.`,
      { name: 'y', given: label },
    )
  }
  const nullObjective = intercept
    ? -share * Math.log(share) - (1 - share) * Math.log1p(-share)
    : Math.LN2
  return { design, y: counted, classes, weights, intercept, nullObjective }
}

function weightsOf(given: VectorLike | undefined, rows: number): Float64Array {
  if (given === undefined) return new Float64Array(rows).fill(1 / rows)
  const weights = checkVector(given, 'sampleWeights', rows)
  let sum = 0
  weights.forEach((value, i) => {
    sum += checkRange(value, { name: 'sampleWeights', index: i }, 0)
  })
  if (sum === 0) {
    throw new ShrinkageError('empty', 'sampleWeights are all 0; expected at least one > 0.', {
      name: 'sampleWeights',
      given: 0,
      least: 0,
    })
  }
  return weights.map((value) => value / sum)
}
