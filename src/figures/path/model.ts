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

/** A data set as rows, and standardized: of a y with variance 1 an error is a share of its variance. */
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
  /** The lasso's corners, exactly; other penalties have none to show. */
  knots: readonly Knot[]
  /** Effective number of parameters at every strength. */
  readonly df: readonly number[]
}

export interface PathModel {
  values: PathValues
  sample: Sample
  path: CoefficientPath
  readonly cv: CrossValidation
  /** Where λ stands among the strengths. */
  position: number
  now: Fit
  /** Where the followed feature stands among the features. */
  followed: number
}

export function compute(values: PathValues): PathModel {
  const { data, penalty, rho, seed, feature } = values
  const sample = sampleOf(data)
  const share = { lasso: 1, ridge: 0, 'elastic-net': rho }[penalty]
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

/** Folds standardize the features by what they learn from, so that nothing leaks from the rows they predict. */
const validate = memoizeLast(({ rows, y }: Sample, rho: number, seed: number) =>
  crossValidate(rows, y, { rho, lambdas: strengths, seed }),
)

/** How many weights are not zero. */
export const keptBy = ({ coefficients }: Fit) =>
  coefficients.filter((weight) => weight !== 0).length

/** Of a standardized y the objective at zero is ½. */
export const worstGap = ({ path }: PathModel) =>
  Math.max(0, ...path.fits.map(({ dualityGap }) => 2 * dualityGap))
