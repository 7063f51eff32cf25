import { kernels } from '../../algebra/kernels/kernels.ts'
import { applyQTransposed } from '../../algebra/qr.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import type { Solution } from '../../problem/solution.ts'
import { correlationUnit } from '../../problem/units.ts'
import { minimumNormSolution } from './minimumNorm.ts'

/** Least squares by QR, of minimum norm if there are many solutions. */
export function leastSquaresQr(problem: Problem): Solution {
  const { X, rows, columns, y, units } = problem
  const { u, qr, shortest } = minimumNormSolution(X, rows, columns, y, units.scales)
  const notes: string[] = []
  if (qr.rank < columns) {
    const which = shortest ? 'the one of smallest norm' : 'one'
    notes.push(
      `X has rank ${qr.rank} for ${columns} columns: of the many solutions this is ${which}.`,
    )
  }
  const r = residualOf(problem, u)
  const objective = kernels.dot(r, 0, r, 0, rows) / 2
  const correlations = correlationsOf(problem, r)
  const kktResidual = correlations.reduce(
    (most, z, j) => Math.max(most, Math.abs(z) * correlationUnit(units, j)),
    0,
  )
  // The part of the residual in the range of X is what a better u would remove.
  applyQTransposed(qr, r)
  const dualityGap = kernels.dot(r, 0, r, 0, qr.rank) / 2
  const certificate = { objective, dualityGap, kktResidual, correlations, shrink: 1 }
  return { u, certificate, method: 'QR', iterations: 1, notes }
}
