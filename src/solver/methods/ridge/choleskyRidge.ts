import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Fit } from '../../fit.ts'
import { certify } from '../../problem/certificate.ts'
import { coordinateDescent } from '../coordinateDescent/coordinateDescent.ts'
import { fitFrom, isCertified, type Answer } from '../../problem/toFit.ts'
import { minimumNormSolution } from '../leastSquares/minimumNorm.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { gramOf } from '../activeSet/gram.ts'
import type { Setting } from '../../input/options.ts'
import { solveLeastSquares } from '../leastSquares/leastSquaresQr.ts'

/** Ridge regression of a prepared problem without bounds. */
export function solveRidge(problem: Problem, lambda: number, setting: Setting): Fit {
  const { tolerance } = setting
  const penalty = penaltyOf(problem, lambda, 0, setting)
  if (penalty.l2.every((value) => value === 0)) {
    return { ...solveLeastSquares(problem, setting), lambda }
  }
  const dual = problem.columns > problem.rows && penalty.l2.every((value) => value > 0)
  const u = dual ? solveDual(problem, penalty) : solvePrimal(problem, penalty)
  if (u !== null) {
    const method = dual ? 'Cholesky of the dual' : 'Cholesky'
    const certificate = certify(problem, penalty, u)
    if (isCertified(problem, certificate, tolerance)) {
      const answer: Answer = { u, certificate, method, iterations: 1, notes: [] }
      return fitFrom(problem, lambda, 0, answer, tolerance)
    }
  }
  const stacked = solveByQr(problem, penalty)
  if (isCertified(problem, stacked.certificate, tolerance)) {
    return fitFrom(problem, lambda, 0, stacked, tolerance)
  }
  const limit = solveLimit(problem, penalty)
  const better = limit.certificate.dualityGap < stacked.certificate.dualityGap ? limit : stacked
  return fitFrom(problem, lambda, 0, better, tolerance)
}

function solvePrimal(problem: Problem, penalty: Penalty): Float64Array | null {
  const { gram, linear, size } = gramOf(problem)
  const factor = emptyFactor(size, problem.allocate)
  for (let j = 0; j < size; j++) {
    const cross = gram.subarray(j * size, j * size + j)
    if (!appendRow(factor, cross, gram[j * size + j] + penalty.l2[j])) return null
  }
  solveInPlace(factor, linear)
  return linear
}

/** u = L⁻¹Xᵀv with (XL⁻¹Xᵀ + I)v = y, L the diagonal of the penalty. */
function solveDual({ X, y, rows, columns }: Problem, penalty: Penalty): Float64Array | null {
  const kernel = new Float64Array(rows * rows)
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const value = X[j * rows + i] / penalty.l2[j]
      kernels.axpy(value, X, j * rows, kernel, i * rows, i + 1)
    }
  }
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

/** Least squares of X with the roots of the penalty below it, all columns brought to about one length. */
function solveByQr(problem: Problem, penalty: Penalty): Answer {
  const { X, y, rows, columns, scales } = problem
  const tall = rows + columns
  const stacked = new Float64Array(tall * columns)
  const lengths = penalty.l2.map((value) => Math.sqrt(1 + value))
  for (let j = 0; j < columns; j++) {
    kernels.axpy(1 / lengths[j], X, j * rows, stacked, j * tall, rows)
    stacked[j * tall + rows + j] = Math.sqrt(penalty.l2[j]) / lengths[j]
  }
  const response = new Float64Array(tall)
  response.set(y)
  const lengthened = scales.map((scale, j) => scale * lengths[j])
  const { u, qr } = minimumNormSolution(stacked, tall, columns, response, lengthened)
  for (let j = 0; j < columns; j++) u[j] /= lengths[j]
  const notes = ['Squaring X would cost too many digits, so QR solved it.']
  if (qr.rank < columns) {
    notes.push(`The penalised problem has rank ${qr.rank} for ${columns} columns.`)
  }
  // Coefficients under a penalty far above the others come out with the rounding of the others; this mends them.
  const { u: polished, certificate } = coordinateDescent(problem, penalty, u, 0, 1)
  return { u: polished, certificate, method: 'QR', iterations: 1, notes }
}

/** The limit of vanishing penalty: of all least squares solutions the one that the penalty likes best. */
function solveLimit(problem: Problem, penalty: Penalty): Answer {
  const { X, y, rows, columns } = problem
  const scales = penalty.l2.map((value) => 1 / Math.sqrt(Math.max(value, 1e-280)))
  const { u } = minimumNormSolution(X, rows, columns, y, scales)
  const notes = ['The penalty is below rounding, so this is its limit at 0, by QR.']
  return { u, certificate: certify(problem, penalty, u), method: 'QR', iterations: 1, notes }
}
