import { kernels } from '../../algebra/kernels/kernels.ts'
import { excess, type Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'

/** Computes z = Xᵀr, except where a feature is proven to stay inactive near u. */
export type Screen = (
  residual: Float64Array,
  penalty: Penalty,
  u: Float64Array,
  z: Float64Array,
) => void

/** A correlation counts as inside its bound if it is so by this share of the bound, */
const MARGIN = 1e-8
/** with this share of ‖x_j‖‖y‖ to spare for rounding. */
const ROUNDING = 1e-11
/** The largest number of residuals remembered. */
const MEMORY = 16

/**
 * Correlations of residuals that change little by little, mostly without a pass over all of X.
 *
 * Earlier residuals and their correlations are remembered as an orthonormal basis Q of their span and Z = XᵀQ. A new
 * residual is r = Qc + e, so |x_jᵀr| ≤ |(Zc)_j| + ‖x_j‖·‖e‖. Where that is below the bound l1_j of an inactive feature, the
 * feature is proven to stay inactive and (Zc)_j serves for z_j. The others are computed; if they are many, all are.
 * In the manner of El Ghaoui, Viallon and Rabbani (2012), "Safe feature elimination".
 *
 * @param problem the problem.
 * @param squares ‖x_j‖² of every column.
 * @param Xty Xᵀy: y is the first residual, and remembered from the start.
 */
export function startScreening(problem: Problem, squares: Float64Array, Xty: Float64Array): Screen {
  const { X, y, rows, columns: size, units } = problem
  const { allocate } = problem.workspace
  const norms = allocate(size)
  for (let j = 0; j < size; j++) norms[j] = Math.sqrt(squares[j])
  const yNorm = Math.sqrt(2 * units.nullObjective)
  const remainder = allocate(rows)
  const Q = allocate(rows * MEMORY)
  const Z = allocate(size * MEMORY)
  const c = allocate(MEMORY)
  const all = Int32Array.from({ length: MEMORY }, (_, k) => k)
  const exact = allocate(size)
  const members = new Int32Array(size)
  let known = 0

  /** Splits the residual into Qc and e: writes Zc into z, and returns ‖e‖. */
  function split(residual: Float64Array, z: Float64Array): number {
    kernels.transposeTimes(Q, rows, known, residual, c)
    kernels.combine(Q, rows, all, known, c, remainder)
    kernels.combine(Z, size, all, known, c, z)
    let squares = 0
    for (let i = 0; i < rows; i++) {
      remainder[i] = residual[i] - remainder[i]
      squares += remainder[i] * remainder[i]
    }
    return Math.sqrt(squares)
  }

  /** Lists the features that the bound does not settle, and returns how many they are. */
  function findUnsettled(
    length: number,
    penalty: Penalty,
    u: Float64Array,
    z: Float64Array,
  ): number {
    const reach = length + ROUNDING * yNorm
    let count = 0
    for (let j = 0; j < size; j++) {
      const isSettled = excess(penalty, z[j], j) + norms[j] * reach <= -MARGIN * penalty.l1[j]
      if (u[j] !== 0 || !isSettled) members[count++] = j
    }
    return count
  }

  function remember(length: number, z: Float64Array): void {
    if (!(length > ROUNDING * yNorm)) return
    for (let i = 0; i < rows; i++) Q[known * rows + i] = remainder[i] / length
    for (let j = 0; j < size; j++) Z[known * size + j] = (exact[j] - z[j]) / length
    known++
  }

  if (yNorm > 0) {
    for (let i = 0; i < rows; i++) Q[i] = y[i] / yNorm
    for (let j = 0; j < size; j++) Z[j] = Xty[j] / yNorm
    known = 1
  }

  return (residual, penalty, u, z) => {
    let length = split(residual, z)
    const count = findUnsettled(length, penalty, u, z)
    if (4 * count <= size) {
      kernels.transposeTimesAt(X, rows, members, count, residual, z)
      return
    }
    kernels.transposeTimes(X, rows, size, residual, exact)
    if (known === MEMORY) {
      known = 0
      length = split(residual, z)
    }
    remember(length, z)
    z.set(exact)
  }
}
