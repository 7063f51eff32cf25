import { kernels } from '../../algebra/kernels/kernels.ts'
import { applyQTransposed, pivotedQr } from '../../algebra/qr.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import type { Solution } from '../../problem/solution.ts'
import { columnRounding, inUnitsOfLambda } from '../../problem/units.ts'
import { minimumNormSolution } from './minimumNorm.ts'

/** Least squares by QR, of minimum norm if there are many solutions. */
export function leastSquaresQr(problem: Problem): Solution {
  const { X, rows, columns, y, units } = problem
  const { u, qr: solved, shortest } = minimumNormSolution(X, rows, columns, y, units.scales)
  let qr = solved
  const notes: string[] = []
  const used = columns - (units.excluded?.size ?? 0)
  if (qr.rank < used) {
    const which = shortest ? 'the one of smallest norm' : 'one'
    notes.push(`X has rank ${qr.rank} for ${used} columns: of the many solutions this is ${which}.`)
    // What is left of a column that counts as dependent could explain something unless it is rounding.
    const dust = Float64Array.from(units.scales, (_, j) => columnRounding(units, j))
    qr = pivotedQr(X, rows, columns, null, dust)
  }
  const r = residualOf(problem, u)
  const objective = kernels.dot(r, 0, r, 0, rows) / 2
  const correlations = correlationsOf(problem, r)
  const kktResidual = correlations.reduce(
    (most, z, j) => Math.max(most, inUnitsOfLambda(units, j, Math.abs(z))),
    0,
  )
  // The part of the residual in the range of X is what a better u would remove.
  applyQTransposed(qr, r)
  const dualityGap = kernels.dot(r, 0, r, 0, qr.rank) / 2
  const certificate = { objective, dualityGap, kktResidual, correlations, shrink: 1 }
  return { u, certificate, method: 'QR', iterations: 1, notes }
}
