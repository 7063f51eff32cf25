import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import { transposed } from '../../algebra/transposed.ts'
import { certify } from '../../problem/certificate.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { isCertified, type Solution } from '../../problem/solution.ts'
import { storedGram } from '../activeSet/gram.ts'
import { descend } from '../coordinateDescent/coordinateDescent.ts'
import { leastSquaresQr } from '../leastSquares/leastSquaresQr.ts'
import { minimumNormSolution } from '../leastSquares/minimumNorm.ts'

/**
 * Ridge regression by Cholesky factors of the primal or the dual system, whichever is smaller, and by QR where squaring X
 * costs too many digits; least squares if there is no penalty.
 *
 * @param problem the problem.
 * @param penalty a penalty without an L1 part.
 * @param tolerance the duality gap that a method must reach, relative to the objective at zero.
 */
export function choleskyRidge(problem: Problem, penalty: Penalty, tolerance: number): Solution {
  if (penalty.l2.every((value) => value === 0)) return leastSquaresQr(problem)
  const dual = problem.columns > problem.rows && penalty.l2.every((value) => value > 0)
  const u = dual ? solveDual(problem, penalty) : solvePrimal(problem, penalty)
  if (u !== null) {
    const certificate = certify(problem, penalty, u)
    if (isCertified(problem.units, certificate, tolerance)) {
      const method = dual ? 'Cholesky of the dual' : 'Cholesky'
      return { u, certificate, method, iterations: 1, notes: [] }
    }
  }
  const stacked = solveByQr(problem, penalty)
  if (isCertified(problem.units, stacked.certificate, tolerance)) return stacked
  const limit = solveLimit(problem, penalty)
  return limit.certificate.dualityGap < stacked.certificate.dualityGap ? limit : stacked
}

function solvePrimal(problem: Problem, penalty: Penalty): Float64Array | null {
  const { H, Xty, size } = storedGram(problem)
  const factor = emptyFactor(size, problem.workspace.allocate)
  for (let j = 0; j < size; j++) {
    const cross = H.subarray(j * size, j * size + j)
    if (!appendRow(factor, cross, H[j * size + j] + penalty.l2[j])) return null
  }
  const u = Xty.slice()
  solveInPlace(factor, u)
  return u
}

/** u = L⁻¹Xᵀv with (XL⁻¹Xᵀ + I)v = y, L being the diagonal matrix of the penalty. */
function solveDual({ X, y, rows, columns }: Problem, penalty: Penalty): Float64Array | null {
  const scaled = transposed(X, rows, columns)
  const roots = penalty.l2.map(Math.sqrt)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) scaled[i * columns + j] /= roots[j]
  }
  const kernel = new Float64Array(rows * rows)
  kernels.gram(scaled, columns, rows, kernel)
  const factor = emptyFactor(rows)
  for (let i = 0; i < rows; i++) {
    const cross = kernel.subarray(i * rows, i * rows + i)
    if (!appendRow(factor, cross, kernel[i * rows + i] + 1)) return null
  }
  const v = y.slice()
  solveInPlace(factor, v)
  const u = new Float64Array(columns)
  kernels.transposeTimes(X, rows, columns, v, u)
  for (let j = 0; j < columns; j++) u[j] /= penalty.l2[j]
  return u
}

/** Least squares of X stacked on the roots of the penalty, all columns scaled to about the same length. */
function solveByQr(problem: Problem, penalty: Penalty): Solution {
  const { X, y, rows, columns, units } = problem
  const tall = rows + columns
  const stacked = new Float64Array(tall * columns)
  const lengths = penalty.l2.map((value) => Math.sqrt(1 + value))
  for (let j = 0; j < columns; j++) {
    kernels.axpy(1 / lengths[j], X, j * rows, stacked, j * tall, rows)
    stacked[j * tall + rows + j] = Math.sqrt(penalty.l2[j]) / lengths[j]
  }
  const response = new Float64Array(tall)
  response.set(y)
  const lengthened = units.scales.map((scale, j) => scale * lengths[j])
  const { u, qr } = minimumNormSolution(stacked, tall, columns, response, lengthened)
  for (let j = 0; j < columns; j++) u[j] /= lengths[j]
  const notes = ['Squaring X would cost too many digits, so QR solved it.']
  if (qr.rank < columns) {
    notes.push(`The penalized problem has rank ${qr.rank} for ${columns} columns.`)
  }
  // Coefficients with a penalty far above that of the others inherit the rounding of the others; this repairs them.
  const { u: polished, certificate } = descend(problem, penalty, u, 0, 1)
  return { u: polished, certificate, method: 'QR', iterations: 1, notes }
}

/** The limit of a vanishing penalty: of all least squares solutions the one with the smallest penalty. */
function solveLimit(problem: Problem, penalty: Penalty): Solution {
  const { X, y, rows, columns } = problem
  const scales = penalty.l2.map((value) => 1 / Math.sqrt(Math.max(value, 1e-280)))
  const { u } = minimumNormSolution(X, rows, columns, y, scales)
  const notes = ['The penalty is below rounding, so this is its limit at 0, by QR.']
  return { u, certificate: certify(problem, penalty, u), method: 'QR', iterations: 1, notes }
}
