import {
  applyQ,
  applyQTransposed,
  entryOfR,
  pivotedQr,
  solveR,
  solveRTransposed,
  type PivotedQr,
} from '../algebra/qr.ts'
import { kernels } from '../algebra/kernels.ts'

/**
 * The least squares solution of Xu ≈ y, of smallest Σ (u_j / scales_j)² if there are many.
 *
 * QR with pivoting tells the rank r. If r < p, every solution satisfies r equations; the one of smallest norm lies in
 * the space of their rows, which a second QR spans. One step of refinement takes back the rounding.
 */
export function minimumNormSolution(
  X: Float64Array,
  rows: number,
  columns: number,
  y: Float64Array,
  scales: Float64Array,
): { u: Float64Array; qr: PivotedQr } {
  const qr = pivotedQr(X, rows, columns)
  const u = new Float64Array(columns)
  const solve = qr.rank < columns ? shortestSolver(qr, scales) : basicSolver(qr)
  addInto(u, solve(y))
  const r = y.slice()
  for (let j = 0; j < columns; j++) kernels.axpy(-u[j], X, j * rows, r, 0, rows)
  addInto(u, solve(r))
  return { u, qr }
}

type Solver = (b: Float64Array) => Float64Array

function basicSolver(qr: PivotedQr): Solver {
  return (b) => {
    const z = b.slice()
    applyQTransposed(qr, z)
    solveR(qr, z)
    const u = new Float64Array(qr.columns)
    for (let k = 0; k < qr.rank; k++) u[qr.pivots[k]] = z[k]
    return u
  }
}

/** Solves Ru = z with the smallest ‖S⁻¹u‖: factors (RS)ᵀ = QT, then S⁻¹u = Q·T⁻ᵀz. */
function shortestSolver(qr: PivotedQr, scales: Float64Array): Solver {
  const { rank, columns, pivots } = qr
  const largest = scales.reduce((most, scale) => Math.max(most, scale), 0)
  const transposed = new Float64Array(columns * rank)
  for (let k = 0; k < rank; k++) {
    for (let j = k; j < columns; j++) {
      transposed[k * columns + j] = entryOfR(qr, k, j) * (scales[pivots[j]] / largest)
    }
  }
  const second = pivotedQr(transposed, columns, rank)
  return (b) => {
    const z = b.slice()
    applyQTransposed(qr, z)
    const w = new Float64Array(columns)
    for (let k = 0; k < second.rank; k++) w[k] = z[second.pivots[k]]
    solveRTransposed(second, w)
    applyQ(second, w)
    const u = new Float64Array(columns)
    for (let j = 0; j < columns; j++) u[pivots[j]] = w[j] * (scales[pivots[j]] / largest)
    return u
  }
}

function addInto(target: Float64Array, step: Float64Array): void {
  for (let j = 0; j < target.length; j++) target[j] += step[j]
}
