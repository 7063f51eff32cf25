import { appendRow, emptyFactor, solveInPlace } from '../../algebra/cholesky.ts'
import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import { transposed } from '../../algebra/transposed.ts'
import { allocateFromPool } from '../../algebra/workspace.ts'
import { correlationsOf, residualOf, type Problem } from '../../problem/problem.ts'
import { take, type Block } from './block.ts'

/** Newton steps for one proximal point; as they double the digits, ten are many. */
const STEPS = 50
/** The gradient at which a proximal point counts as found, relative to ‖y‖. */
const SMALL = 1e-13
/** The share of the predicted descent that a step has to achieve. */
const ARMIJO = 1e-4

/**
 * The proximal point of u: the v that minimizes ½‖y − Xv‖² + Σ bound·‖v_g‖ + ‖v − u‖²/(2σ), for σ = `length`.
 *
 * The larger σ is, the nearer v is to a minimum without the last term, and that term makes the problem well-posed even
 * with more active groups than rows. Its dual has n unknowns θ and a gradient θ − y + Xv(θ) with
 * v_g(θ) = (1 − σ·bound/‖a_g‖)₊·a_g, a = u + σXᵀθ. This is piecewise smooth, and Newton's method solves it in a few
 * steps. Zhang, Zhang, Sun and Toh (2020), "An efficient Hessian based algorithm for solving large-scale sparse group
 * Lasso problems".
 *
 * @param problem the problem
 * @param blocks its groups
 * @param u p coefficients
 * @param length σ > 0
 */
export function proximalPoint(
  problem: Problem,
  blocks: Block[],
  u: Float64Array,
  length: number,
): Float64Array {
  let point = pointAt(problem, blocks, u, length, residualOf(problem, u))
  const small = SMALL * Math.sqrt(2 * problem.units.nullObjective)
  for (let step = 0; step < STEPS && norm2(point.gradient) > small; step++) {
    const direction = newtonDirection(problem, blocks, point, length)
    const slope = dot(direction, point.gradient)
    let next = point
    for (let share = 1; share > 1e-8 && next === point; share /= 2) {
      const theta = point.theta.map((value, i) => value + share * direction[i])
      const tried = pointAt(problem, blocks, u, length, theta)
      // Near the end the value is flat to rounding, and only the gradient still shrinks.
      const isLower = tried.value <= point.value + ARMIJO * share * slope
      if (isLower || norm2(tried.gradient) < norm2(point.gradient) / 2) next = tried
    }
    if (next === point) break
    point = next
  }
  return point.v
}

/** A dual point with the primal one that belongs to it, and the dual objective to minimize with its gradient. */
interface Point {
  theta: Float64Array
  /** a = u + σXᵀθ. */
  moved: Float64Array
  v: Float64Array
  value: number
  gradient: Float64Array
}

function pointAt(
  problem: Problem,
  blocks: Block[],
  u: Float64Array,
  length: number,
  theta: Float64Array,
): Point {
  const z = correlationsOf(problem, theta)
  const moved = u.map((value, j) => value + length * z[j])
  const v = new Float64Array(u.length)
  for (const { members, bound } of blocks) {
    const left = 1 - (length * bound) / norm2(take(moved, members))
    if (left > 0) for (const j of members) v[j] = left * moved[j]
  }
  const residual = residualOf(problem, v)
  const gradient = theta.map((value, i) => value - residual[i])
  const value = dot(theta, theta) / 2 - dot(theta, problem.y) + dot(v, v) / (2 * length)
  return { theta, moved, v, value, gradient }
}

/**
 * −(I + ZZᵀ)⁻¹·gradient, where ZZᵀ = σ·X J Xᵀ and J is the derivative of v by a: for a group that is in
 * (1 − c)(I − aaᵀ/‖a‖²) + aaᵀ/‖a‖² with c = σ·bound/‖a‖. The smaller of I + ZZᵀ and I + ZᵀZ is factored.
 */
function newtonDirection(
  problem: Problem,
  blocks: Block[],
  { moved, v, gradient }: Point,
  length: number,
): Float64Array {
  const { X, rows } = problem
  const inside = blocks.filter(({ members }) => members.some((j) => v[j] !== 0))
  const size = inside.reduce((sum, { members }) => sum + members.length, 0)
  const Z = allocateFromPool(rows * size)
  let column = 0
  for (const { members, bound } of inside) {
    const a = take(moved, members)
    const norm = norm2(a)
    const across = Math.sqrt(length * (1 - (length * bound) / norm))
    const along = new Float64Array(rows)
    members.forEach((j, k) => kernels.axpy(a[k] / norm, X, j * rows, along, 0, rows))
    members.forEach((j, k) => {
      const start = column++ * rows
      kernels.axpy(across, X, j * rows, Z, start, rows)
      kernels.axpy((Math.sqrt(length) - across) * (a[k] / norm), along, 0, Z, start, rows)
    })
  }
  const direction = gradient.map((value) => -value)
  if (size >= rows) {
    solveInPlace(factorOfShifted(transposed(Z, rows, size), size, rows), direction)
    return direction
  }
  const inner = new Float64Array(size)
  kernels.transposeTimes(Z, rows, size, direction, inner)
  solveInPlace(factorOfShifted(Z, rows, size), inner)
  inner.forEach((value, k) => kernels.axpy(-value, Z, k * rows, direction, 0, rows))
  return direction
}

/** The Cholesky factor of I + AᵀA, for a column-major A. */
function factorOfShifted(A: Float64Array, rows: number, columns: number) {
  const gram = new Float64Array(columns * columns)
  kernels.gram(A, rows, columns, gram)
  const factor = emptyFactor(columns)
  for (let k = 0; k < columns; k++) {
    const start = k * columns
    // No pivot is below 1, so none can be taken for rounding.
    appendRow(factor, gram.subarray(start, start + k), gram[start + k] + 1, 0)
  }
  return factor
}

function dot(a: Float64Array, b: Float64Array): number {
  return kernels.dot(a, 0, b, 0, a.length)
}
