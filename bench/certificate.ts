import type { Problem } from './problems.ts'

/**
 * The worst duality gap of a path, relative to ‖y‖²/(2n): the judge of every solver here, and none's own code.
 *
 * @param coefficients one vector of p numbers for each strength
 */
export function worstGap(problem: Problem, coefficients: readonly Float64Array[]): number {
  return Math.max(...coefficients.map((w, k) => relativeGap(problem, w, problem.lambdas[k])))
}

function relativeGap({ X, y, kind, groupSize }: Problem, w: Float64Array, lambda: number): number {
  const n = X.rows
  const residual = Float64Array.from(y)
  for (let j = 0; j < X.columns; j++) {
    if (w[j] === 0) continue
    for (let i = 0; i < n; i++) residual[i] -= X.data[j * n + i] * w[j]
  }
  const slopes = Float64Array.from(w, (_, j) => {
    let slope = 0
    for (let i = 0; i < n; i++) slope += X.data[j * n + i] * residual[i]
    return slope / n
  })
  const scale = squared(y) / (2 * n)
  if (kind === 'ridge') {
    // J is λ-strongly convex, so its gap is at most ‖∇J‖²/(2λ).
    return squared(slopes.map((slope, j) => slope - lambda * w[j])) / (2 * lambda) / scale
  }
  // The lasso is a group lasso with groups of one. The residual, shrunk until it is feasible, is a point of its dual.
  const weight = Math.sqrt(groupSize)
  let steepest = 0
  let norm = 0
  for (let j = 0; j < w.length; j += groupSize) {
    steepest = Math.max(steepest, length(slopes.subarray(j, j + groupSize)) / weight)
    norm += length(w.subarray(j, j + groupSize)) * weight
  }
  const share = Math.min(1, lambda / steepest)
  const loss = squared(residual) / (2 * n)
  let agreement = 0
  for (let i = 0; i < n; i++) agreement += y[i] * residual[i]
  const dual = (share * agreement) / n - share * share * loss
  return Math.max(0, loss + lambda * norm - dual) / scale
}

const squared = (v: Float64Array) => v.reduce((sum, value) => sum + value * value, 0)
const length = (v: Float64Array) => Math.sqrt(squared(v))
