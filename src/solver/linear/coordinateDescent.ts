import { kernels } from '../algebra/kernels.ts'
import { softThreshold } from '../proximal/softThreshold.ts'
import { certify, type Certificate } from './certificate.ts'
import type { Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import { residualOf } from './residual.ts'

/** Looks in a row without progress after which rounding is all that is left. */
const PATIENCE = 100
/** Passes between two looks at the duality gap. */
const CHECK_EVERY = 10

/**
 * Minimises the objective one coefficient at a time: u_j ← S(x_jᵀr + H_jj·u_j, l1_j) / (H_jj + l2_j), S soft threshold.
 *
 * Slower than the exact methods and hard to upset: it needs no factorisation, so it is the one they fall back on. Every
 * few passes the duality gap tells when to stop and, by the gap safe rule, which features are 0 in every solution and
 * need no more visits. Friedman, Hastie and Tibshirani (2010), "Regularization paths for generalized linear models via
 * coordinate descent"; Ndiaye et al. (2017), "Gap safe screening rules".
 *
 * @param start u to start from; it is not changed. `gap` is the duality gap to reach, in the units of the problem.
 */
export function coordinateDescent(
  problem: Problem,
  penalty: Penalty,
  start: Float64Array,
  gap: number,
  maxIterations: number,
): { u: Float64Array; certificate: Certificate; iterations: number } {
  const { X, rows, columns } = problem
  const { l1, l2, nonNegative } = penalty
  const u = start.slice()
  const squares = new Float64Array(columns)
  for (let j = 0; j < columns; j++) squares[j] = kernels.dot(X, j * rows, X, j * rows, rows)
  let visited = Array.from(squares.keys()).filter((j) => squares[j] > 0)
  squares.forEach((square, j) => {
    if (square === 0) u[j] = 0 // a column of zeros explains nothing
  })
  let certificate = certify(problem, penalty, u)
  let iterations = 0
  let best = Infinity
  let idle = 0
  while (certificate.dualityGap > gap && iterations < maxIterations && idle < PATIENCE) {
    visited = visited.filter((j) => !isScreenedOut(penalty, certificate, squares[j], j, u))
    const r = residualOf(problem, u)
    for (let pass = 0; pass < CHECK_EVERY; pass++) {
      iterations++
      for (const j of visited) {
        const before = u[j]
        const pull = kernels.dot(X, j * rows, r, 0, rows) + squares[j] * before
        const shrunk = softThreshold(pull, l1[j]) / (squares[j] + l2[j])
        u[j] = nonNegative ? Math.max(0, shrunk) : shrunk
        if (u[j] !== before) kernels.axpy(before - u[j], X, j * rows, r, 0, rows)
      }
    }
    certificate = certify(problem, penalty, u)
    idle = certificate.dualityGap < 0.99 * best ? 0 : idle + 1
    best = Math.min(best, certificate.dualityGap)
  }
  return { u, certificate, iterations }
}

/**
 * The gap safe rule: the optimal dual point lies within √(2·gap) of the present one, so a feature whose bound lies
 * further off than that is 0 in every solution; it is set to 0.
 */
function isScreenedOut(
  { l1, nonNegative }: Penalty,
  { correlations, dualityGap, shrink }: Certificate,
  square: number,
  j: number,
  u: Float64Array,
): boolean {
  const size = shrink * (nonNegative ? correlations[j] : Math.abs(correlations[j]))
  const radius = Math.sqrt(2 * dualityGap * square)
  if (size + radius >= l1[j] * (1 - 1e-12)) return false
  u[j] = 0
  return true
}
