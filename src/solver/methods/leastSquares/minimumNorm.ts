import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import { applyQTransposed, pivotedQr, solveR, type PivotedQr } from '../../algebra/qr.ts'

/** Smaller ratios of two scales count as this, so that no product of four overflows. */
const SMALLEST = 1e-70

/** A least squares solution, and whether it is the shortest of all. */
export interface LeastSquaresSolution {
  u: Float64Array
  qr: PivotedQr
  shortest: boolean
}

/**
 * The least squares solution of Xu ≈ y, of smallest Σ (u_j / scales_j)² if there are many.
 *
 * QR with pivoting, columns of large scale first, reveals the rank. One step of refinement removes the rounding error. If
 * the columns are so nearly dependent that shortening the solution spoils it, it is left as it is.
 */
export function minimumNormSolution(
  X: Float64Array,
  rows: number,
  columns: number,
  y: Float64Array,
  scales: Float64Array,
): LeastSquaresSolution {
  const largest = scales.reduce((most, scale) => Math.max(most, scale), 0)
  const relative = scales.map((scale) => Math.max(SMALLEST, scale / largest))
  const qr = pivotedQr(X, rows, columns, relative)
  const basic = refine(qr, X, y, () => {})
  if (qr.rank === columns) return { ...basic, qr, shortest: true }
  const short = refine(qr, X, y, shortener(qr, relative))
  const rounding = 1e-12 * kernels.dot(y, 0, y, 0, rows)
  return short.excess <= Math.max(rounding, basic.excess)
    ? { u: short.u, qr, shortest: true }
    : { u: basic.u, qr, shortest: false }
}

/** Solves, then once more for the residual; `excess` is ‖·‖² of the residual's part in the range of X. */
function refine(
  qr: PivotedQr,
  X: Float64Array,
  y: Float64Array,
  shorten: (u: Float64Array) => void,
): { u: Float64Array; excess: number } {
  const { rows, columns, rank, pivots } = qr
  const ordered = new Float64Array(columns)
  const r = y.slice()
  const z = y.slice()
  applyQTransposed(qr, z)
  for (let round = 0; round < 2; round++) {
    solveR(qr, z)
    const step = new Float64Array(columns)
    step.set(z.subarray(0, rank))
    shorten(step)
    kernels.axpy(1, step, 0, ordered, 0, columns)
    pivots.forEach((j, k) => kernels.axpy(-step[k], X, j * rows, r, 0, rows))
    z.set(r)
    applyQTransposed(qr, z)
  }
  const u = new Float64Array(columns)
  pivots.forEach((j, k) => (u[j] = ordered[k]))
  return { u, excess: kernels.dot(z, 0, z, 0, rank) }
}

/**
 * Moves a solution that uses only the first `rank` columns to the one of smallest ‖S⁻¹u‖, in pivoted order.
 *
 * All solutions are u_1 = t − Mu_2 with M = R_11⁻¹R_12 and any u_2. With G = S_1⁻¹MS_2 the best is
 * u_2 = S_2Gᵀ(I + GGᵀ)⁻¹S_1⁻¹t, a system that is well conditioned because the larger scales stand in S_1.
 */
function shortener(qr: PivotedQr, scales: Float64Array): (u: Float64Array) => void {
  const { rank, rows, columns, data, pivots } = qr
  const others = columns - rank
  const M = new Float64Array(rank * others)
  for (let j = 0; j < others; j++) {
    const start = (rank + j) * rows
    const column = data.slice(start, start + rows)
    solveR(qr, column)
    for (let k = 0; k < rank; k++) {
      // A dependence as small as this is rounding, which a ratio of scales must not magnify.
      if (Math.abs(column[k]) > 1e-11) M[j * rank + k] = column[k]
    }
  }
  const factor = emptyFactor(rank)
  const cross = new Float64Array(rank)
  for (let i = 0; i < rank; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = k === i ? 1 : 0
      for (let j = 0; j < others; j++) {
        const scale = scales[pivots[rank + j]]
        const left = M[j * rank + i] * (scale / scales[pivots[i]])
        sum += left * (M[j * rank + k] * (scale / scales[pivots[k]]))
      }
      cross[k] = sum
    }
    appendRow(factor, cross, cross[i], 0)
  }
  return (u) => {
    const h = u.slice(0, rank)
    for (let k = 0; k < rank; k++) h[k] /= scales[pivots[k]]
    solveInPlace(factor, h)
    for (let j = 0; j < others; j++) {
      const scale = scales[pivots[rank + j]]
      let sum = 0
      for (let k = 0; k < rank; k++) {
        sum += M[j * rank + k] * (scale / scales[pivots[k]]) * (h[k] * scale)
      }
      u[rank + j] = sum
      kernels.axpy(-sum, M, j * rank, u, 0, rank)
    }
  }
}
