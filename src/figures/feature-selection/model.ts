import { lassoPath, ridgePath, type Fit } from 'shrinkage'
import type { Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { snap } from '../kit/parameters.ts'
import { parameters, strengths } from './parameters.ts'
import { diabetesWithDecoys, madeUp, type Sample } from './samples.ts'

export type SelectionValues = Values<typeof parameters>

/** A fit and its errors, as shares of the variance: 0 is perfect, 1 no better than the mean. */
export interface Solution {
  lambda: number
  coefficients: Float64Array
  trainError: number
  testError: number
  /** Duality gap, relative to the objective at zero. */
  gap: number
}

/** The solutions of one penalty at all strengths of the slider. */
export interface SolutionPath {
  solutions: Solution[]
  /** The solution with the smallest test error. */
  best: Solution
}

export interface SelectionModel {
  values: SelectionValues
  sample: Sample
  lassoPath: SolutionPath
  ridgePath: SolutionPath
  lasso: Solution
  ridge: Solution
}

export function compute(values: SelectionValues): SelectionModel {
  const sample = sampleOf(values)
  const [lasso, ridge] = [lassoPathOf(sample), ridgePathOf(sample)]
  const position = strengths.indexOf(snap(parameters.lambda, values.lambda))
  return {
    values,
    sample,
    lassoPath: lasso,
    ridgePath: ridge,
    lasso: lasso.solutions[position],
    ridge: ridge.solutions[position],
  }
}

/** The work that new data make. */
export const stages = [
  sampleOf,
  (values: SelectionValues) => lassoPathOf(sampleOf(values)),
  (values: SelectionValues) => ridgePathOf(sampleOf(values)),
]

function sampleOf({ data, n, p, relevant, noise, correlation, seed }: SelectionValues): Sample {
  return data === 'made-up'
    ? madeUp(n, p, relevant, noise, correlation, seed)
    : diabetesWithDecoys(n, p, seed)
}

const lassoPathOf = memoizeLast((sample: Sample) => {
  const path = lassoPath(sample.X, sample.y, { lambdaMin: parameters.lambda.min })
  return pathOf(strengths.map((lambda) => solution(sample, path.at(lambda))))
})

const ridgePathOf = memoizeLast((sample: Sample) =>
  pathOf(ridgePath(sample.X, sample.y, strengths).fits.map((fit) => solution(sample, fit))),
)

function pathOf(solutions: Solution[]): SolutionPath {
  const best = solutions.reduce((least, next) => (next.testError < least.testError ? next : least))
  return { solutions, best }
}

/** A standardized y has variance 1, so the objective at zero is ½. */
function solution({ testError }: Sample, fit: Fit): Solution {
  const { lambda, rho, coefficients, intercept, objective, dualityGap } = fit
  const penalty = coefficients.reduce((sum, w) => sum + (rho === 1 ? Math.abs(w) : (w * w) / 2), 0)
  return {
    lambda,
    coefficients,
    trainError: Math.max(0, 2 * (objective - lambda * penalty)),
    testError: testError(coefficients, intercept),
    gap: 2 * Math.max(dualityGap, 0),
  }
}

/** The numbers of selected features (with a nonzero weight) that matter and that are useless. */
export function kept({ coefficients }: Solution, { matter }: Sample) {
  const count = (weights: Float64Array) => weights.filter((weight) => weight !== 0).length
  return {
    matter: count(coefficients.subarray(0, matter)),
    useless: count(coefficients.subarray(matter)),
  }
}

export function worstGap({ lassoPath, ridgePath }: SelectionModel): number {
  const all = [...lassoPath.solutions, ...ridgePath.solutions]
  return Math.max(...all.map(({ gap }) => gap))
}
