import type { CrossValidation } from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import {
  designOf,
  errorsOf,
  freeFit,
  penalizedFit,
  selectionOf,
  type Errors,
  type PenaltyKind,
  type PolynomialFit,
} from './fit.ts'
import type { parameters } from './parameters.ts'

export type OverfittingValues = Values<typeof parameters>

export interface OverfittingModel {
  values: OverfittingValues
  points: readonly Point[]
  penalty: PenaltyKind
  /** The interval from the first point to the last, in the order of x, which new points come from. */
  span: Point
  /** Mean of the y, the limit of the fit as λ grows. */
  mean: number
  /** The fit at the current λ. */
  fit: PolynomialFit
  /** The fit without a penalty. */
  free: PolynomialFit
  /** Errors at all strengths, and the choice among them: hundreds of fits, computed on demand. */
  readonly errors: Errors
  readonly selection: CrossValidation
}

export function compute(values: OverfittingValues): OverfittingModel {
  const { points, degree, penalty, lambda, zero } = values
  const design = designOf(points, degree)
  const free = freeFit(design)
  return {
    values,
    points,
    penalty,
    span: design.span,
    mean: design.mean,
    free,
    fit: zero ? free : penalizedFit(design, penalty, lambda),
    get errors() {
      return errorsOf(design, penalty)
    },
    get selection() {
      return selectionOf(design, penalty)
    },
  }
}
