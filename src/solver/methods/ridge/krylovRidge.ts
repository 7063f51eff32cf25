import {
  combineKrylov,
  extendKrylov,
  startKrylov,
  type KrylovBasis,
} from '../../algebra/lanczos.ts'
import { solveShifted } from '../../algebra/tridiagonal.ts'
import { certifyByCorrelations } from '../../problem/certificate.ts'
import { responseProducts, type Problem } from '../../problem/problem.ts'
import type { Method } from '../../problem/solution.ts'
import { gramProduct } from './gramProduct.ts'

/** The relative rounding error of a double. */
const UNIT_ROUNDOFF = Number.EPSILON / 2

/**
 * Ridge regression for many penalties l2_j = nλ from one factorization.
 *
 * From Xᵀy the Lanczos process computes XᵀXQ = QT column by column, Q orthonormal and T tridiagonal, until more columns
 * would not matter for the least λ, which needs most. Then u = Qz with (T + nλI)z = ‖Xᵀy‖e₁ solves
 * (XᵀX + nλI)u = Xᵀy: each λ costs one tridiagonal system, one product with Q, and for its certificate one with XᵀXQ,
 * whose columns the process computed from X.
 *
 * Conjugate gradients would find the same for each λ, by steps that here all λ share. Frommer and Maass (1999), "Fast
 * CG-based methods for Tikhonov-Phillips regularization".
 *
 * @param problem a problem with one scale for all columns.
 * @param least the smallest l2_j that will be asked for, > 0.
 */
export function krylovRidge(problem: Problem, least: number): Method {
  const { rows, columns } = problem
  const { allocate } = problem.workspace
  const Xty = responseProducts(problem)
  const basis = startKrylov(Xty, Math.min(rows, columns), allocate)
  const gram = gramProduct(problem)
  for (let steps = stepsLeft(basis, least); steps > 0; steps = stepsLeft(basis, least)) {
    gram.expect(steps)
    extendKrylov(basis, gram.times)
  }

  const u = allocate(columns)
  const correlations = allocate(columns)
  return (penalty) => {
    const z = solveProjected(basis, penalty.l2[0])
    const count = visibleCount(z)
    combineKrylov(basis, z, count, u, correlations)
    for (let j = 0; j < columns; j++) correlations[j] = Xty[j] - correlations[j]
    const certificate = certifyByCorrelations(problem, penalty, u, Xty, correlations)
    return { u, certificate, method: 'Lanczos', iterations: count, notes: [] }
  }
}

/** z of (T + shift·I)z = ‖Xᵀy‖e₁. */
function solveProjected(basis: KrylovBasis, shift: number): Float64Array {
  const z = new Float64Array(basis.count)
  z[0] = basis.startLength
  return solveShifted(basis, shift, z, z)
}

/**
 * About how many more vectors it takes until u is exact to rounding, if each helps as much as the ones before did on
 * average; 0 if it is, or if there are no more.
 *
 * u = Qz leaves a residual of length β|zₖ|. Up to ε(‖XᵀX‖‖u‖ + ‖Xᵀy‖) u is exact for data that differ by rounding. Rigal
 * and Gaches (1967), "On the compatibility of a given solution with the data of a linear system".
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
    // No entry of T exceeds ‖XᵀX‖, and the largest comes near it.
    norm = Math.max(norm, diagonal[k])
  }
  const error = residual / (norm * Math.sqrt(squares) + startLength)
  if (error <= UNIT_ROUNDOFF) return 0
  const all = count * (Math.log(UNIT_ROUNDOFF) / Math.log(error))
  return Math.min(Math.max(1, all - count), most)
}

/** The number of entries before those that are lost in the rounding of Qz. */
function visibleCount(z: Float64Array): number {
  let squares = 0
  for (let k = 0; k < z.length; k++) squares += z[k] * z[k]
  const negligible = (UNIT_ROUNDOFF / 8) * Math.sqrt(squares)
  let count = z.length
  while (count > 0 && Math.abs(z[count - 1]) <= negligible) count--
  return count
}
