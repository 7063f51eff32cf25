import { kernels } from '../algebra/kernels.ts'
import { apply, applyTransposed, solveShifted, tridiagonalise } from '../algebra/tridiagonal.ts'
import { certify, certifyByGram } from './certificate.ts'
import type { Answer } from './fitFrom.ts'
import { penaltyOf } from './penalty.ts'
import { withEqualScales, type Problem } from './problem.ts'
import { gramOf } from './quadratic.ts'
import type { Setting } from './setting.ts'

/** Solves one λ after another; the answers are in the units of `problem`, which has one scale for all columns. */
export interface RidgeSolver {
  problem: Problem
  solve(lambda: number): Answer
}

/**
 * Ridge regression for many λ from one factorisation.
 *
 * XᵀX = QTQᵀ with T tridiagonal, or XXᵀ if p > n; then (XᵀX + nλI)⁻¹ = Q(T + nλI)⁻¹Qᵀ, and each λ costs one tridiagonal
 * system and one multiplication by Q. For λ > 0 and penalty factors that are all 1.
 */
export function startRidge(given: Problem, setting: Setting): RidgeSolver {
  const problem = withEqualScales(given)
  const start = problem.columns > problem.rows ? startDual : startPrimal
  return { problem, solve: start(problem, setting) }
}

function startPrimal(problem: Problem, setting: Setting): (lambda: number) => Answer {
  const quadratic = gramOf(problem)
  const { columns, allocate } = problem
  const copy = allocate(columns * columns)
  copy.set(quadratic.gram)
  const factored = tridiagonalise(copy, columns, allocate(columns))
  const u = allocate(columns)
  const rotated = quadratic.linear.slice()
  applyTransposed(factored, rotated)
  const room = allocate(columns)
  return (lambda) => {
    const penalty = penaltyOf(problem, lambda, 0, setting)
    solveShifted(factored, penalty.l2[0], rotated, u)
    apply(factored, u)
    const certificate = certifyByGram(problem, quadratic, penalty, u, room)
    return { u, certificate, method: 'tridiagonal', iterations: 1, notes: [] }
  }
}

function startDual(problem: Problem, setting: Setting): (lambda: number) => Answer {
  const { X, y, rows, columns, allocate } = problem
  const transposed = allocate(rows * columns)
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) transposed[i * columns + j] = X[j * rows + i]
  }
  const outer = allocate(rows * rows)
  kernels.gram(transposed, columns, rows, outer)
  const factored = tridiagonalise(outer, rows, allocate(rows))
  const v = allocate(rows)
  const rotated = y.slice()
  applyTransposed(factored, rotated)
  return (lambda) => {
    const penalty = penaltyOf(problem, lambda, 0, setting)
    solveShifted(factored, penalty.l2[0], rotated, v)
    apply(factored, v)
    const u = new Float64Array(columns)
    kernels.transposeTimes(X, rows, columns, v, u)
    const certificate = certify(problem, penalty, u)
    return { u, certificate, method: 'tridiagonal of the dual', iterations: 1, notes: [] }
  }
}
