import { toMatrix } from '../algebra/matrix.ts'
import { checkLambda, checkRho, checkVector } from '../checks.ts'
import { ShrinkageError } from '../errors.ts'
import type { MatrixLike, VectorLike } from '../fit.ts'
import { emptyActiveSet, solveActiveSet } from './activeSet.ts'
import { GramQuadratic } from './quadratic.ts'

/**
 * Elastic net of a quadratic: minimises ½w'Hw − c'w + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²), exactly.
 *
 * For callers that have the quadratic itself, such as H = XᵀX/n and c = Xᵀy/n. It is what {@link elasticNet} runs.
 *
 * @param H p rows of p numbers, symmetric and positive definite; c p numbers; lambda ≥ 0; rho from 0 to 1.
 * @returns coefficients, with exact zeros, and the largest distance from the optimality conditions, in the units of λ.
 * @throws ShrinkageError if an input is malformed, or H is not symmetric or has no positive diagonal.
 *
 * @example
 * elasticNetGram([[1, 0.5], [0.5, 1]], [2, 0.25], 1, 1).coefficients // [1, 0]
 */
export function elasticNetGram(
  H: MatrixLike,
  c: VectorLike,
  lambda: number,
  rho: number,
): { coefficients: Float64Array; kktResidual: number } {
  checkLambda(lambda)
  checkRho(rho)
  const { rows, columns, data } = toMatrix(H, 'H')
  const linear = checkVector(c, 'c', columns)
  checkSymmetric(rows, columns, data)
  const penalty = {
    l1: new Float64Array(columns).fill(lambda * rho),
    l2: new Float64Array(columns).fill(lambda * (1 - rho)),
    nonNegative: false,
  }
  // What ‖y‖ would be at least, for H and c that come from data: |c_j| ≤ √H_jj·‖y‖.
  let yNorm = 0
  for (let j = 0; j < columns; j++) {
    yNorm = Math.max(yNorm, Math.abs(linear[j]) / Math.sqrt(data[j * columns + j]))
  }
  const state = emptyActiveSet(columns)
  solveActiveSet(new GramQuadratic(data, linear, yNorm), penalty, state)
  let kktResidual = 0
  for (let j = 0; j < columns; j++) {
    const z = linear[j] - state.Hu[j] - penalty.l2[j] * state.u[j]
    const distance =
      state.u[j] === 0
        ? Math.abs(z) - penalty.l1[j]
        : Math.abs(z - Math.sign(state.u[j]) * penalty.l1[j])
    kktResidual = Math.max(kktResidual, distance)
  }
  return { coefficients: state.u, kktResidual }
}

function checkSymmetric(rows: number, columns: number, data: Float64Array): void {
  if (rows !== columns) {
    throw new ShrinkageError(
      'length-mismatch',
      `H has ${rows} rows and ${columns} columns; a square is wanted.`,
    )
  }
  for (let j = 0; j < columns; j++) {
    const diagonal = data[j * columns + j]
    if (!(diagonal > 0)) {
      throw new ShrinkageError(
        'out-of-range',
        `H[${j}][${j}] is ${diagonal}; a positive definite H has a positive diagonal.`,
      )
    }
    for (let i = 0; i < j; i++) {
      const difference = Math.abs(data[j * columns + i] - data[i * columns + j])
      if (difference > 1e-12 * Math.sqrt(diagonal * data[i * columns + i])) {
        throw new ShrinkageError(
          'out-of-range',
          `H[${i}][${j}] is ${data[j * columns + i]} but H[${j}][${i}] is ${data[i * columns + j]}; H must be symmetric.`,
        )
      }
    }
  }
}
