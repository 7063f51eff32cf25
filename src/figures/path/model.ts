import {
  crossValidate,
  degreesOfFreedom,
  elasticNetPath,
  lassoPath,
  ridgePath,
  standardize,
  type CrossValidation,
  type Fit,
  type Knot,
  type LassoPath,
  type Matrix,
} from 'shrinkage'
import type { Point, Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { snap } from '../kit/parameters.ts'
import { columnsOf, features, tableOf, targets } from '../kit/tables.ts'
import { parameters, strengths } from './parameters.ts'

export type PathValues = Values<typeof parameters>

/** A data set as rows, and standardized: as y has variance 1, errors are shares of the variance. */
export interface Sample {
  names: readonly string[]
  rows: number[][]
  X: Matrix
  y: Float64Array
}

/** The solutions at every strength of the slider. */
export interface CoefficientPath {
  fits: readonly Fit[]
  /** Each weight as a line: at every strength, and for the lasso at every corner, where the line has its true bend. */
  lines: readonly Point[][]
  /** The exact corners of the lasso's path; other penalties have none. */
  knots: readonly Knot[]
  /** Effective degrees of freedom at every strength. */
  readonly df: readonly number[]
}

export interface PathModel {
  values: PathValues
  sample: Sample
  path: CoefficientPath
  readonly cv: CrossValidation
  /** Index of λ among the strengths. */
  position: number
  now: Fit
  /** Index of the highlighted feature. */
  followed: number
}

export function compute(values: PathValues): PathModel {
  const { data, seed, feature } = values
  const sample = sampleOf(data)
  const share = shareOf(values)
  const path = pathOf(sample, share)
  const position = strengths.indexOf(snap(parameters.lambda, values.lambda))
  return {
    values,
    sample,
    path,
    get cv() {
      return validate(sample, share, seed)
    },
    position,
    now: path.fits[position],
    followed: sample.names.indexOf(feature),
  }
}

/** The path, and the cross-validation that new folds alone change. */
export const stages = [
  (values: PathValues) => pathOf(sampleOf(values.data), shareOf(values)),
  (values: PathValues) => validate(sampleOf(values.data), shareOf(values), values.seed),
]

/** Share of the penalty that is L1. */
const shareOf = ({ penalty, rho }: PathValues) =>
  ({ lasso: 1, ridge: 0, 'elastic-net': rho })[penalty]

const sampleOf = memoizeLast((data: PathValues['data']): Sample => {
  const rows = columnsOf(tableOf(data), features[data])
  const target = columnsOf(tableOf(data), [targets[data]])
  return { names: features[data], rows, X: standardize(rows).X, y: standardize(target).X.data }
})

const pathOf = memoizeLast(({ X, y }: Sample, rho: number): CoefficientPath => {
  const lasso = rho === 1 ? lassoPath(X, y) : undefined
  const fits = lasso
    ? strengths.map((lambda) => lasso.at(lambda))
    : rho === 0
      ? ridgePath(X, y, strengths).fits
      : elasticNetPath(X, y, strengths, rho).fits
  const knots = lasso?.knots.filter(({ lambda }) => lambda >= parameters.lambda.min) ?? []
  const lines = lasso ? bentLines(lasso, knots) : linesThrough(fits)
  return { fits, lines, knots, df: fits.map((fit) => degreesOfFreedom(X, fit)) }
})

function bentLines(lasso: LassoPath, knots: readonly Knot[]): Point[][] {
  const lambdas = [...strengths, ...knots.map(({ lambda }) => lambda)].sort((a, b) => a - b)
  const { rows: p, data } = lasso.coefficientsAt(lambdas).coefficients
  return Array.from({ length: p }, (_, j) => lambdas.map((lambda, k) => [lambda, data[k * p + j]]))
}

function linesThrough(fits: readonly Fit[]): Point[][] {
  const rising = [...fits].sort((a, b) => a.lambda - b.lambda)
  return [...fits[0].coefficients.keys()].map((j) =>
    rising.map(({ lambda, coefficients }) => [lambda, coefficients[j]]),
  )
}

/** Each fold standardizes the features by its training rows, so that nothing leaks from the rows that it predicts. */
const validate = memoizeLast(({ rows, y }: Sample, rho: number, seed: number) =>
  crossValidate(rows, y, { rho, lambdas: strengths, seed }),
)

/** The number of nonzero weights. */
export const keptBy = ({ coefficients }: Fit) =>
  coefficients.filter((weight) => weight !== 0).length

/** The objective at zero of a standardized y is ½. */
export const worstGap = ({ path }: PathModel) =>
  Math.max(0, ...path.fits.map(({ dualityGap }) => 2 * dualityGap))
