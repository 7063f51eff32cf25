import {
  crossValidate,
  elasticNetPath,
  lassoPath,
  leastSquares,
  polynomialFeatures,
  ridge,
  standardize,
  type Fit,
} from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { steepest, testError, valueAt, type Polynomial } from '../kit/polynomial.ts'
import { parameters, strengths } from './parameters.ts'

export type PenaltyKind = 'l1' | 'l2'

/** The powers of x up to a degree as features: raw, and standardized so that one λ treats all of them alike. */
export const designOf = memoizeLast((points: readonly Point[], degree: number) => {
  const places = points.map(([x]) => x)
  // Beyond the outermost points a polynomial of high degree runs off: no data could say otherwise.
  const span: Point = [Math.min(...places), Math.max(...places)]
  const y = points.map((point) => point[1])
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length
  const powers = polynomialFeatures(places, degree, 'raw').X
  return { points, degree, span, powers, y, mean, variance, standardized: standardize(powers) }
})
export type Design = ReturnType<typeof designOf>

/** A polynomial that minimizes the squared error plus the penalty. */
export interface PolynomialFit {
  lambda: number
  /** Weights of the standardized powers, which the penalty applies to. */
  theta: Float64Array
  /** Coefficients of the raw powers, from x⁰ on. */
  polynomial: Polynomial
  norm: number
  steepest: { x: number; slope: number }
  trainError: number
  testError: number
  /** Duality gap, relative to the objective at zero. */
  gap: number
  proved: boolean
}

/** The fit without a penalty; that of smallest ‖θ‖ if there are several. */
export const freeFit = memoizeLast((design: Design) =>
  describeFit(design, leastSquares(design.standardized.X, design.y)),
)

export const penalizedFit = memoizeLast((design: Design, penalty: PenaltyKind, lambda: number) =>
  describeFit(
    design,
    penalty === 'l1' ? lassoOf(design).at(lambda) : ridge(design.standardized.X, design.y, lambda),
  ),
)

const lassoOf = memoizeLast(({ standardized, y }: Design) =>
  lassoPath(standardized.X, y, { lambdaMin: parameters.lambda.min }),
)

function describeFit(design: Design, fit: Fit): PolynomialFit {
  const polynomial = polynomialOf(design, fit)
  return {
    lambda: fit.lambda,
    theta: fit.coefficients,
    polynomial,
    norm: Math.hypot(...fit.coefficients),
    steepest: steepest(polynomial, design.span),
    trainError: trainError(design, polynomial),
    testError: testError(polynomial, design.span),
    gap: Math.max(0, fit.dualityGap) / (design.variance / 2 || 1),
    proved: fit.converged,
  }
}

function polynomialOf({ standardized }: Design, { coefficients, intercept }: Fit): Polynomial {
  const original = standardized.toOriginal(coefficients, intercept)
  return [original.intercept, ...original.coefficients]
}

function trainError({ points }: Design, polynomial: Polynomial): number {
  const squares = points.reduce((sum, [x, y]) => sum + (valueAt(polynomial, x) - y) ** 2, 0)
  return squares / points.length
}

/** Training and test error at every strength of the slider. */
export const errorsOf = memoizeLast((design: Design, penalty: PenaltyKind) => {
  const rho = penalty === 'l1' ? 1 : 0
  const { fits } = elasticNetPath(design.standardized.X, design.y, strengths, rho)
  return fits.map((fit) => {
    const polynomial = polynomialOf(design, fit)
    return {
      lambda: fit.lambda,
      trainError: trainError(design, polynomial),
      testError: testError(polynomial, design.span),
    }
  })
})
export type Errors = ReturnType<typeof errorsOf>

/** Cross-validation of all strengths, in up to ten folds, each spread over the whole interval. */
export const selectionOf = memoizeLast((design: Design, penalty: PenaltyKind) => {
  const { points, powers, y } = design
  const order = points.map((_, i) => i).sort((a, b) => points[a][0] - points[b][0])
  const folds = points.map((_, i) => order.indexOf(i) % FOLDS)
  return crossValidate(powers, y, { rho: penalty === 'l1' ? 1 : 0, lambdas: strengths, folds })
})

export const FOLDS = 10
