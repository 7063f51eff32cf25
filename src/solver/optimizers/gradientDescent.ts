import { kernels } from '../algebra/kernels/kernels.ts'
import { toMatrix } from '../input/matrix.ts'
import { symmetricEigenvalues } from '../algebra/eigenvalues.ts'
import {
  checkBoolean,
  checkHeld,
  checkLambda,
  checkPositive,
  checkVector,
} from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import type { Matrix, MatrixLike, VectorLike } from '../fit.ts'
import type { OptimizerState } from './state.ts'

/** A state of gradient descent, with the two parts of the step that leads on from it. */
export interface GradientDescentState extends OptimizerState {
  /** −αλ·θ, toward 0; 0 for the intercept. */
  shrinkStep: Float64Array
  /** −(α/m)·Σ(h − y)x, downhill on the data term. */
  dataStep: Float64Array
}

/**
 * Gradient descent with weight decay, step by step.
 *
 * θ_j ← θ_j(1 − αλ) − (α/m)·Σᵢ(h(xᵢ) − yᵢ)x_ij, the steepest descent of 1/(2m)·Σ(h − y)² + λ/2·Σ_{j≥1} θ_j² with
 * h(x) = θ₀ + θ₁x₁ + …; θ₀ is not shrunk. λ is that of {@link ridge}, to which the steps lead; texts that write the
 * penalty inside the mean, as 1/(2m)·[Σ(h − y)² + λΣθ²], have a λ that is m times as large. With a learning rate beyond
 * {@link learningRateLimit} it diverges, which is shown and not stopped.
 *
 * @param X m rows of p numbers, without a column of ones
 * @param y m numbers
 * @param options.learningRate α > 0
 * @param options.lambda λ ≥ 0, in the units of every fit
 * @param options.intercept is there a θ₀? Default true: the parameters are then θ₀, θ₁ … θ_p, else θ₁ … θ_p
 * @param options.start the first parameters; default all 0
 * @throws ShrinkageError if an input is empty, ragged, of another length, not finite or out of range
 * @example
 * takeSteps(gradientDescentSteps([[1], [-1]], [2, -2], { learningRate: 0.5, lambda: 0.5 }), 1)[1].parameters // [0, 1]
 * takeSteps(gradientDescentSteps([[1], [-1]], [2, -2], { learningRate: 0.5, lambda: 0.5 }), 1)[1].shrinkStep // [0, -0.25]
 */
export function* gradientDescentSteps(
  X: MatrixLike,
  y: VectorLike,
  options: { learningRate: number; lambda: number; intercept?: boolean; start?: VectorLike },
): Generator<GradientDescentState, never> {
  readOptions(options, ['learningRate', 'lambda', 'intercept', 'start'], 'gradientDescentSteps')
  const { learningRate, lambda, intercept = true, start } = options
  checkBoolean(intercept, 'intercept')
  const design = withOnes(toMatrix(X), intercept)
  const { rows: m, columns } = design
  const response = checkVector(y, 'y', m)
  checkPositive(learningRate, 'learningRate')
  checkLambda(lambda)
  let parameters =
    start === undefined ? new Float64Array(columns) : checkVector(start, 'start', columns)
  const first = intercept ? 1 : 0

  for (let step = 0; ; step++) {
    const residual = residualOf(design, parameters, response)
    const correlation = new Float64Array(columns)
    kernels.transposeTimes(design.data, m, columns, residual, correlation)
    const dataStep = correlation.map((value) => -(learningRate / m) * value)
    const decay = parameters.map((_, j) => (j < first ? 0 : learningRate * lambda))
    const shrinkStep = parameters.map((value, j) => 0 - decay[j] * value)
    const squares = kernels.dot(residual, 0, residual, 0, m)
    const weights = parameters.subarray(first)
    const penalty = lambda * kernels.dot(weights, 0, weights, 0, weights.length)
    const objective = squares / (2 * m) + penalty / 2
    yield {
      step,
      parameters: parameters.slice(),
      objective,
      shrinkStep,
      dataStep: dataStep.slice(),
    }
    parameters = parameters.map((value, j) => value * (1 - decay[j]) + dataStep[j])
  }
}

/**
 * The learning rate α beyond which {@link gradientDescentSteps} diverges: 2 over the largest curvature of its objective.
 *
 * Without an intercept this is the rule α(h_max + λ) < 2, with h_max the largest eigenvalue of XᵀX/m. With one, θ₀ is
 * not shrunk and its column of ones belongs to X; the rule is then on the safe side, and the number given is exact.
 *
 * @param X m rows of p numbers, without a column of ones
 * @param lambda λ ≥ 0, as in gradientDescentSteps
 * @param options.intercept is there a θ₀? Default true
 * @returns the limit of α; Infinity if nothing is curved, for an X of zeros without penalty and intercept
 * @throws ShrinkageError if X is empty, ragged, not finite or too large to be squared, or λ is negative
 * @example
 * learningRateLimit([[2], [2]], 0, { intercept: false }) // 0.5
 * learningRateLimit([[2], [2]], 4, { intercept: false }) // 0.25
 */
export function learningRateLimit(
  X: MatrixLike,
  lambda: number,
  options: { intercept?: boolean } = {},
): number {
  const { intercept = true } = readOptions(options, ['intercept'], 'learningRateLimit')
  checkBoolean(intercept, 'intercept')
  const { rows, columns, data } = withOnes(toMatrix(X), intercept)
  checkLambda(lambda)
  const curvature = new Float64Array(columns * columns)
  kernels.gram(data, rows, columns, curvature)
  for (let j = intercept ? 1 : 0; j < columns; j++) curvature[j * columns + j] += rows * lambda
  curvature.forEach((value) => checkHeld(value, 'X', 'XᵀX'))
  return (2 * rows) / symmetricEigenvalues({ rows: columns, columns, data: curvature })[0]
}

/** X with a first column of ones for the intercept, if there is one. */
function withOnes(X: Matrix, intercept: boolean): Matrix {
  if (!intercept) return X
  const data = new Float64Array(X.rows + X.data.length).fill(1)
  data.set(X.data, X.rows)
  return { rows: X.rows, columns: X.columns + 1, data }
}

/** h(x) − y for each sample. */
function residualOf(X: Matrix, parameters: Float64Array, y: Float64Array): Float64Array {
  const residual = y.map((value) => -value)
  parameters.forEach((value, j) => kernels.axpy(value, X.data, j * X.rows, residual, 0, X.rows))
  return residual
}
