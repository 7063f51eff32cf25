import { checkSymmetric } from '../input/checkSymmetric.ts'
import { kernels } from '../algebra/kernels/kernels.ts'
import { toMatrix } from '../input/matrix.ts'
import { symmetricEigenvalues } from '../algebra/eigenvalues.ts'
import { checkBoolean, checkFinite, checkHeld, checkVector } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import type { Matrix, MatrixLike, VectorLike } from '../fit.ts'

/** A smooth convex function of p weights, as the optimizers see it: without the penalty. */
export interface Loss {
  /** p, the number of weights. */
  dimension: number
  value(w: Float64Array): number
  /** p partial derivatives. */
  gradient(w: Float64Array): Float64Array
  /** The largest curvature: ‖∇L(v) − ∇L(w)‖ ≤ curvature·‖v − w‖ for all v and w. */
  curvature: number
}

/** The loss ½w'Hw − c'w + constant. */
export interface QuadraticLoss extends Loss {
  /** H, p × p. */
  hessian: Matrix
  /** c, p numbers. */
  linear: Float64Array
}

/**
 * A quadratic as a loss: L(w) = ½w'Hw − c'w + constant.
 *
 * @param H p rows of p numbers, symmetric and positive semidefinite
 * @param c p numbers
 * @param constant the loss at w = 0; default 0
 * @throws ShrinkageError if H is not square or not symmetric, or anything is not finite
 * @example
 * quadraticLoss([[2, 0], [0, 1]], [2, 3]).value([1, 3]) // -5.5
 * quadraticLoss([[2, 0], [0, 1]], [2, 3]).gradient([1, 3]) // [0, 0]
 * quadraticLoss([[2, 0], [0, 1]], [2, 3]).curvature // 2
 */
export function quadraticLoss(H: MatrixLike, c: VectorLike, constant = 0): QuadraticLoss {
  const hessian = toMatrix(H, 'H')
  checkSymmetric(hessian, 'H')
  const size = hessian.rows
  const linear = checkVector(c, 'c', size)
  checkFinite(constant, 'constant')
  const timesHessian = (w: Float64Array) => {
    const product = new Float64Array(size)
    kernels.transposeTimes(hessian.data, size, size, w, product)
    return product
  }
  return {
    dimension: size,
    hessian,
    linear,
    curvature: symmetricEigenvalues(hessian)[0],
    value(w) {
      const product = timesHessian(w)
      let sum = constant
      for (let j = 0; j < size; j++) sum += w[j] * (product[j] / 2 - linear[j])
      return sum
    },
    gradient(w) {
      const product = timesHessian(w)
      for (let j = 0; j < size; j++) product[j] -= linear[j]
      return product
    },
  }
}

/**
 * The squared loss of a linear model, 1/(2n)·‖y − b − Xw‖², as a function of the weights.
 *
 * With an intercept, b is at its best for every w, so that L does not depend on it. The data are squared once into
 * H = XᵀX/n and c = Xᵀy/n of the centred X and y; each value or gradient then costs p² operations, whatever n is.
 *
 * @param X n rows of p numbers
 * @param y n numbers
 * @param options.intercept is there an unpenalized intercept b? Default true
 * @throws ShrinkageError if X or y is empty, ragged, not finite or too large to be squared, or they differ in length
 * @example
 * squaredLoss([[1], [3]], [2, 6]).gradient([2]) // [0]
 * squaredLoss([[1], [3]], [2, 6], { intercept: false }).value([0]) // 10
 */
export function squaredLoss(
  X: MatrixLike,
  y: VectorLike,
  options: { intercept?: boolean } = {},
): QuadraticLoss {
  const { intercept = true } = readOptions(options, ['intercept'], 'squaredLoss')
  checkBoolean(intercept, 'intercept')
  const { rows, columns, data } = toMatrix(X)
  const response = checkVector(y, 'y', rows)
  if (intercept) {
    centre(response)
    for (let j = 0; j < columns; j++) centre(data.subarray(j * rows, (j + 1) * rows))
  }
  const gram = new Float64Array(columns * columns)
  kernels.gram(data, rows, columns, gram)
  const cross = new Float64Array(columns)
  kernels.transposeTimes(data, rows, columns, response, cross)
  const squares = kernels.dot(response, 0, response, 0, rows)
  return quadraticLoss(
    { rows: columns, columns, data: gram.map((value) => checkHeld(value, 'X', 'XᵀX') / rows) },
    cross.map((value) => checkHeld(value, 'y', 'Xᵀy') / rows),
    checkHeld(squares, 'y', '‖y‖²') / (2 * rows),
  )
}

function centre(v: Float64Array): void {
  const mean = v.reduce((sum, value) => sum + value, 0) / v.length
  for (let i = 0; i < v.length; i++) v[i] -= mean
}
