import type { Matrix } from '../src/solver/index.ts'
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
  // The lasso is a group lasso with groups of one. A point of its dual is the residual, shrunk until it is feasible; its
  // gap is of first order in the error of w. That of the nearest point which is tight where w is not zero is of second.
  const weight = Math.sqrt(groupSize)
  let norm = 0
  const excess = new Float64Array(w.length)
  for (let j = 0; j < w.length; j += groupSize) {
    const size = length(w.subarray(j, j + groupSize))
    norm += size * weight
    for (let k = j; k < j + groupSize && size > 0; k++)
      excess[k] = slopes[k] - (lambda * weight * w[k]) / size
  }
  const objective = squared(residual) / (2 * n) + lambda * norm
  const dualAt = (point: Float64Array) => {
    let steepest = 0
    for (let j = 0; j < w.length; j += groupSize) {
      const block = Float64Array.from({ length: groupSize }, (_, k) => slopeOf(X, point, j + k))
      steepest = Math.max(steepest, length(block) / weight)
    }
    const share = Math.min(1, lambda / steepest)
    const agreement = y.reduce((sum, value, i) => sum + value * point[i], 0)
    return (share * agreement) / n - (share * share * squared(point)) / (2 * n)
  }
  const tight = kind === 'group' ? withoutExcess(X, residual, w, excess) : residual
  return Math.max(0, objective - Math.max(dualAt(residual), dualAt(tight))) / scale
}

/** The point nearest to a residual whose slopes in the features of w that are not zero lack the given excess. */
function withoutExcess(
  X: Matrix,
  residual: Float64Array,
  w: Float64Array,
  excess: Float64Array,
): Float64Array {
  const n = X.rows
  const active = [...w.keys()].filter((j) => w[j] !== 0)
  const column = (j: number) => X.data.subarray(j * n, (j + 1) * n)
  const gram = active.map((j) => active.map((k) => slopeOf(X, column(k), j)))
  const steps = solve(
    gram,
    active.map((j) => excess[j]),
  )
  const point = Float64Array.from(residual)
  for (const [a, j] of active.entries())
    for (let i = 0; i < n; i++) point[i] -= column(j)[i] * steps[a]
  return point
}

/** Solves a symmetric positive definite system by elimination. */
function solve(A: number[][], b: number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]])
  for (const [i, pivot] of rows.entries()) {
    for (const row of rows) {
      if (row === pivot) continue
      const factor = row[i] / pivot[i]
      for (let k = i; k < row.length; k++) row[k] -= factor * pivot[k]
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i])
}

function slopeOf(X: Matrix, point: ArrayLike<number>, j: number): number {
  let slope = 0
  for (let i = 0; i < X.rows; i++) slope += X.data[j * X.rows + i] * point[i]
  return slope / X.rows
}

const squared = (v: Float64Array) => v.reduce((sum, value) => sum + value * value, 0)
const length = (v: Float64Array) => Math.sqrt(squared(v))
