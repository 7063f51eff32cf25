import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Problem } from '../../problem/problem.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { labelResidual, sigmoid, type LogisticState } from './logisticState.ts'

/**
 * The quadratic model of the loss at a state, for some of the features: a least squares problem with the curvature of the
 * loss as sample weights. With it the methods and dual points of linear models serve logistic regression as well.
 */
export interface QuadraticModel {
  /** The features of the model; column k of `linear.X` belongs to features[k]. */
  features: Int32Array
  /** Minimize ½‖√h·(z − Xu)‖² + penalty, X and the working response z centred by the weights h if there is an intercept. */
  linear: Problem
  /** √h: the roots of the curvatures. */
  roots: Float64Array
  /** θ: the sample weights times what is left of the labels. */
  residual: Float64Array
  /** The means that were subtracted, of the columns and of z. */
  means: Float64Array
  responseMean: number
}

/**
 * Builds the model at a state.
 *
 * @param problem the logistic problem
 * @param state where the loss is approximated
 * @param features the features that may move; all others are 0 at `state`
 */
export function quadraticModel(
  { design, y, weights, intercept }: LogisticProblem,
  { eta }: LogisticState,
  features: Int32Array,
): QuadraticModel {
  const { rows } = design
  const residual = y.map((label, i) => weights[i] * labelResidual(label, eta[i]))
  const curvature = eta.map((value, i) => weights[i] * sigmoid(value) * sigmoid(-value))
  const roots = curvature.map(Math.sqrt)
  const total = intercept ? sum(curvature) : 0
  const mean = (weighted: number): number => (total > 0 ? weighted / total : 0)
  const responseMean = mean(kernels.dot(curvature, 0, eta, 0, rows) + sum(residual))
  const z = eta.map(
    (value, i) => roots[i] * (value - responseMean) + quotient(residual[i], roots[i]),
  )
  const X = new Float64Array(rows * features.length)
  const means = new Float64Array(features.length)
  features.forEach((j, k) => {
    means[k] = mean(kernels.dot(curvature, 0, design.X, j * rows, rows))
    for (let i = 0; i < rows; i++) X[k * rows + i] = roots[i] * (design.X[j * rows + i] - means[k])
  })
  const units = {
    means: Float64Array.from(features, (j) => design.units.means[j]),
    scales: Float64Array.from(features, (j) => design.units.scales[j]),
    yMean: 0,
    yScale: 1,
    weight: 1,
    nullObjective: kernels.squares(z, 0, rows) / 2,
  }
  const linear = {
    rows,
    columns: features.length,
    X,
    y: z,
    products: null,
    units,
    deviations: null,
    workspace: design.workspace,
  }
  return { features, linear, roots, residual, means, responseMean }
}

/**
 * The residual θ in the metric of the model, θ/√h, without its mean: orthogonal to the columns of the model where the
 * loss is stationary.
 */
export function scaledResidual(
  { roots, residual }: QuadraticModel,
  intercept: boolean,
): Float64Array {
  const scaled = residual.map((value, i) => quotient(value, roots[i]))
  if (!intercept) return scaled
  const squares = kernels.squares(roots, 0, roots.length)
  // The second round takes off what rounding left over from the first.
  for (let round = 0; round < 2 && squares > 0; round++) {
    const along = kernels.dot(roots, 0, scaled, 0, roots.length) / squares
    kernels.axpy(-along, roots, 0, scaled, 0, roots.length)
  }
  return scaled
}

/** a/b; 0 where b has vanished, as has everything that could come of such a row. */
function quotient(a: number, b: number): number {
  return b > 0 ? a / b : 0
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
