import { kernels } from '../../algebra/kernels/kernels.ts'
import type { DesignQuadratic } from './implicitGram.ts'
import type { Penalty } from '../../problem/penalty.ts'

/** Writes z = Xᵀr as far as it could matter to the solution near u. */
export type Screen = (
  residual: Float64Array,
  penalty: Penalty,
  u: Float64Array,
  z: Float64Array,
) => void

/** A correlation is below its bound, rounding and all, if it is below this share of it with this much to spare. */
const SAFE = 1 - 1e-8
const ROUNDING = 1e-11
/** How many residuals are remembered at most. */
const MEMORY = 16

/**
 * Correlations of residuals that change little by little, mostly without a pass over all of X.
 *
 * The residuals r₁, …, r_k of earlier passes and their correlations are remembered, as an orthonormal basis Q of what
 * they span and Z = XᵀQ. A new residual is r = Qc + e, so |x_jᵀr| ≤ |(Zc)_j| + ‖x_j‖·‖e‖. Where that is below the bound
 * l1_j of a feature that is out, it is proven to stay out, and (Zc)_j serves for z_j. The others are worked out; if they
 * are many, so is everything. In the manner of El Ghaoui, Viallon and Rabbani (2012), "Safe feature elimination".
 */
export function startScreening(quadratic: DesignQuadratic): Screen {
  const { X, rows, size, norms, yNorm, allocate } = quadratic
  const remainder = allocate(rows)
  const Q = allocate(rows * MEMORY)
  const Z = allocate(size * MEMORY)
  const c = allocate(MEMORY)
  const all = Int32Array.from({ length: MEMORY }, (_, k) => k)
  const exact = allocate(size)
  const members = new Int32Array(size)
  let known = 0

  /** Splits the residual: what is known of z, and the length of what is left. */
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

  /** Writes down which features the bound does not settle; returns how many they are. */
  function findUnsettled(
    length: number,
    { l1, nonNegative }: Penalty,
    u: Float64Array,
    z: Float64Array,
  ): number {
    const reach = length + ROUNDING * yNorm
    let count = 0
    for (let j = 0; j < size; j++) {
      const known = nonNegative ? z[j] : Math.abs(z[j])
      if (u[j] !== 0 || known + norms[j] * reach > SAFE * l1[j]) members[count++] = j
    }
    return count
  }

  function remember(length: number, z: Float64Array): void {
    if (!(length > ROUNDING * yNorm)) return
    for (let i = 0; i < rows; i++) Q[known * rows + i] = remainder[i] / length
    for (let j = 0; j < size; j++) Z[known * size + j] = (exact[j] - z[j]) / length
    known++
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
