import { lassoPath, ridgePath, type Fit, type Knot } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { parameters } from './parameters.ts'

/** The unpenalized weights of the first two features, which are uncorrelated. */
const OTHERS: Point = [1.6, 1.2]

/** The course of the lasso's third weight as λ grows. */
export type Course = 'flips' | 'grows' | 'shrinks'

/** Three features of variance 1, the third correlated with the other two, and their weights for every λ. */
export interface CorrelatedCase {
  weights: readonly number[]
  /** The corners of the lasso's path, from λmax down to 0. */
  knots: Knot[]
  /** Ridge at every λ of the slider. */
  ridge: Fit[]
  course: Course
  /** The corner at which the lasso's third weight is largest in size. */
  peak: Knot
  /** The objective at w = 0, the scale of a duality gap. */
  atZero: number
  at(lambda: number): { lasso: Fit; ridge: Fit }
}

const { lambda } = parameters
const count = Math.round(lambda.max / lambda.step)
const strengths = Array.from({ length: count + 1 }, (_, i) => (i * lambda.max) / count)

export const correlatedCase = memoizeLast((r: number, third: number): CorrelatedCase => {
  const weights = [...OTHERS, third]
  // Three samples with XᵀX/3 = [[1, 0, r], [0, 1, r], [r, r, 1]], and y = Xŵ.
  const root = Math.sqrt(3)
  const X = [
    [root, 0, root * r],
    [0, root, root * r],
    [0, 0, root * Math.sqrt(1 - 2 * r * r)],
  ]
  const y = X.map((row) => row.reduce((sum, x, j) => sum + x * weights[j], 0))
  const path = lassoPath(X, y, { intercept: false })
  const ridge = ridgePath(X, y, strengths, { intercept: false }).fits
  const size = ({ coefficients }: Knot) => Math.abs(coefficients[2])
  const peak = path.knots.reduce((most, knot) => (size(knot) > size(most) ? knot : most))
  return {
    weights,
    knots: path.knots,
    ridge,
    course: courseOf(path.knots, third),
    peak,
    atZero: y.reduce((sum, value) => sum + value ** 2, 0) / 6,
    at: memoizeLast((lambda: number) => ({
      lasso: path.at(lambda),
      ridge: ridge[Math.round(lambda / parameters.lambda.step)],
    })),
  }
})

/** Between corners a weight is linear in λ, so the corners determine its signs and its largest size. */
function courseOf(knots: Knot[], third: number): Course {
  const along = knots.map(({ coefficients }) => coefficients[2])
  if (along.some((weight) => weight * third < -ROUNDING)) return 'flips'
  return along.some((weight) => Math.abs(weight) > Math.abs(third) + ROUNDING) ? 'grows' : 'shrinks'
}

/** Tolerance for a weight at a corner that is truly zero. */
export const ROUNDING = 1e-12
