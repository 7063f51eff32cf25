import { kernels } from '../../algebra/kernels/kernels.ts'
import { applyQTransposed } from '../../algebra/qr.ts'
import type { Fit } from '../../fit.ts'
import type { Certificate } from '../../problem/certificate.ts'
import { fitFrom } from '../../problem/toFit.ts'
import { minimumNormSolution } from './minimumNorm.ts'
import type { Problem } from '../../problem/problem.ts'
import { correlationsOf, residualOf } from '../../problem/residual.ts'
import type { Setting } from '../../input/options.ts'

/** Least squares by QR, of minimum norm if there are many solutions. */
export function solveLeastSquares(problem: Problem, { tolerance }: Setting): Fit {
  const { X, rows, columns, y, scales } = problem
  const { u, qr, shortest } = minimumNormSolution(X, rows, columns, y, scales)
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
  applyQTransposed(qr, r)
  const certificate: Certificate = {
    objective,
    // What the residual still has in the range of X is what a better u would take away.
    dualityGap: kernels.dot(r, 0, r, 0, qr.rank) / 2,
    kktResidual: correlations.reduce(
      (most, z, j) => Math.max(most, Math.abs(z) * scales[j] * (problem.yScale / problem.weight)),
      0,
    ),
    correlations,
    shrink: 1,
  }
  return fitFrom(problem, 0, 0, { u, certificate, method: 'QR', iterations: 1, notes }, tolerance)
}
