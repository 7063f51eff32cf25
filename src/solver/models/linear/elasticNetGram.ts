import { checkSymmetric } from '../../input/checkSymmetric.ts'
import { toMatrix } from '../../input/matrix.ts'
import { symmetricEigenvalues } from '../../algebra/eigenvalues.ts'
import { checkHeld, checkLambda, checkRho, checkVector } from '../../input/checks.ts'
import { ShrinkageError } from '../../input/errors.ts'
import type { Matrix, MatrixLike, VectorLike } from '../../fit.ts'
import { emptyActiveSet, solveActiveSet } from '../../methods/activeSet/activeSet.ts'
import { quadraticOf } from '../../methods/activeSet/gram.ts'

/**
 * Elastic net of a quadratic: minimises ½w'Hw − c'w + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), exactly.
 *
 * For callers that have the quadratic itself, such as H = XᵀX/n and c = Xᵀy/n. It is what {@link elasticNet} runs.
 *
 * @param H p rows of p numbers, symmetric and positive semidefinite; c p numbers; lambda ≥ 0; rho from 0 to 1.
 * @returns coefficients, with exact zeros, the largest distance from the optimality conditions, in the units of λ, and
 *   whether the method came to its end: not so if there is no minimum, as for a c that a singular H does not reach.
 * @throws ShrinkageError if an input is malformed, H is not symmetric or not positive semidefinite, or a double
 *   cannot hold the answer.
 *
 * @example
 * elasticNetGram([[1, 0.5], [0.5, 1]], [2, 0.25], 1, 1).coefficients // [1, 0]
 */
export function elasticNetGram(
  H: MatrixLike,
  c: VectorLike,
  lambda: number,
  rho: number,
): { coefficients: Float64Array; kktResidual: number; converged: boolean } {
  checkLambda(lambda)
  checkRho(rho)
  const matrix = toMatrix(H, 'H')
  checkSymmetric(matrix, 'H')
  checkDiagonal(matrix)
  checkSemidefinite(matrix)
  const { columns, data } = matrix
  const linear = checkVector(c, 'c', columns)
  const penalty = {
    l1: new Float64Array(columns).fill(lambda * rho),
    l2: new Float64Array(columns).fill(lambda * (1 - rho)),
    nonNegative: false,
  }
  const state = emptyActiveSet(columns)
  const quadratic = quadraticOf(data, linear)
  checkHeld(quadratic.yNorm, 'c, measured by H,')
  const converged = solveActiveSet(quadratic, penalty, state)
  state.u.forEach((value, j) => checkHeld(value, `Coefficient ${j}`))
  let kktResidual = 0
  for (let j = 0; j < columns; j++) {
    const z = state.z[j] - penalty.l2[j] * state.u[j]
    const distance =
      state.u[j] === 0
        ? Math.abs(z) - penalty.l1[j]
        : Math.abs(z - Math.sign(state.u[j]) * penalty.l1[j])
    kktResidual = Math.max(kktResidual, distance)
  }
  return { coefficients: state.u.slice(), kktResidual, converged }
}

function checkDiagonal({ columns, data }: Matrix): void {
  for (let j = 0; j < columns; j++) {
    const diagonal = data[j * columns + j]
    if (diagonal > 0) continue
    throw new ShrinkageError(
      'out-of-range',
      `H[${j}][${j}] is ${diagonal}; expected a diagonal > 0.`,
      { name: 'H', row: j, column: j, given: diagonal, least: 0 },
    )
  }
}

/** Along an eigenvector of a negative eigenvalue the quadratic has no minimum. */
function checkSemidefinite(H: Matrix): void {
  const eigenvalues = symmetricEigenvalues(H)
  const least = eigenvalues[eigenvalues.length - 1]
  if (least >= -1e-12 * eigenvalues[0]) return
  throw new ShrinkageError(
    'out-of-range',
    `H has an eigenvalue of ${least.toPrecision(3)}; expected a positive semidefinite H.`,
    { name: 'H', given: least, least: 0 },
  )
}
