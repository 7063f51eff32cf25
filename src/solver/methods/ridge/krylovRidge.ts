import {
  combineKrylov,
  extendKrylov,
  startKrylov,
  type KrylovBasis,
} from '../../algebra/lanczos.ts'
import { solveShifted } from '../../algebra/tridiagonal.ts'
import { certifyByProduct } from '../../problem/certificate.ts'
import type { Answer } from '../../problem/toFit.ts'
import { gramProduct } from './gramProduct.ts'
import { emptyPenalty, penaltyOf } from '../../problem/penalty.ts'
import { withEqualScales, type Problem } from '../../problem/problem.ts'
import { correlationsOf } from '../../problem/residual.ts'
import type { Setting } from '../../input/options.ts'

/** Solves one λ after another; the answers are in the units of `problem`, which has one scale for all columns. */
export interface RidgeSolver {
  problem: Problem
  /** The next call overwrites the answer's arrays. */
  solve(lambda: number): Answer
}

/** How much rounding changes a number at most, relative. */
const ROUNDING = Number.EPSILON / 2

/**
 * Ridge regression for many λ ≥ `least` > 0 from one factorisation, for penalty factors that are all 1.
 *
 * From Xᵀy the Lanczos process makes XᵀXQ = QT column by column, Q orthonormal and T tridiagonal, until more columns
 * would not matter for the least λ, which needs most. Then u = Qz with (T + nλI)z = ‖Xᵀy‖e₁ solves
 * (XᵀX + nλI)u = Xᵀy: each λ costs one tridiagonal system, one product by Q, and for its certificate one by XᵀXQ, whose
 * columns the process worked out from X.
 *
 * This is what conjugate gradients would find for each λ, by steps that all λ share. Source: Frommer & Maass (1999),
 * "Fast CG-based methods for Tikhonov-Phillips regularization".
 */
export function startRidge(given: Problem, least: number, setting: Setting): RidgeSolver {
  const problem = withEqualScales(given)
  const { y, rows, columns, allocate } = problem
  const linear = correlationsOf(problem, y)
  const basis = startKrylov(linear, Math.min(rows, columns), allocate)
  const gram = gramProduct(problem)
  const penalty = emptyPenalty(columns, false)
  const shift = penaltyOf(problem, least, 0, setting, penalty).l2[0]
  for (let steps = stepsLeft(basis, shift); steps > 0; steps = stepsLeft(basis, shift)) {
    gram.foresee(steps)
    extendKrylov(basis, gram.times)
  }

  const u = allocate(columns)
  const product = allocate(columns)
  const solve = (lambda: number): Answer => {
    penaltyOf(problem, lambda, 0, setting, penalty)
    const z = solveProjected(basis, penalty.l2[0])
    const count = visibleCount(z)
    combineKrylov(basis, z, count, u, product)
    const certificate = certifyByProduct(problem, penalty, u, linear, product)
    return { u, certificate, method: 'Lanczos', iterations: count, notes: [] }
  }
  return { problem, solve }
}

/** z of (T + shift·I)z = ‖Xᵀy‖e₁. */
function solveProjected(basis: KrylovBasis, shift: number): Float64Array {
  const z = new Float64Array(basis.count)
  z[0] = basis.startLength
  return solveShifted(basis, shift, z, z)
}

/**
 * About how many more vectors it takes until u is exact to rounding, if each helps as the ones before did on average; 0
 * if it is, or if there are no more.
 *
 * u = Qz leaves a residual of length β|zₖ|. Up to ε(‖XᵀX‖‖u‖ + ‖Xᵀy‖) it is as if u were exact for data that differ by
 * rounding. Source: Rigal & Gaches (1967), "On the compatibility of a given solution with the data of a linear system".
 */
function stepsLeft(basis: KrylovBasis, shift: number): number {
  const { count, startLength, diagonal, offDiagonal } = basis
  const most = diagonal.length - count
  if (startLength === 0 || most === 0) return 0
  if (count === 0) return 1
  const z = solveProjected(basis, shift)
  const residual = offDiagonal[count - 1] * Math.abs(z[count - 1])
  let squares = 0
  let norm = 0
  for (let k = 0; k < count; k++) {
    squares += z[k] * z[k]
    // No entry of T is larger than ‖XᵀX‖, and the largest is about as large.
    norm = Math.max(norm, diagonal[k])
  }
  const error = residual / (norm * Math.sqrt(squares) + startLength)
  if (error <= ROUNDING) return 0
  const all = count * (Math.log(ROUNDING) / Math.log(error))
  return Math.min(Math.max(1, all - count), most)
}

/** How many entries there are up to where all that follow are lost in the rounding of Qz. */
function visibleCount(z: Float64Array): number {
  let squares = 0
  for (let k = 0; k < z.length; k++) squares += z[k] * z[k]
  const negligible = (ROUNDING / 8) * Math.sqrt(squares)
  let count = z.length
  while (count > 0 && Math.abs(z[count - 1]) <= negligible) count--
  return count
}
