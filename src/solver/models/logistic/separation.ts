import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import { applyQ, applyQTransposed, pivotedQr } from '../../algebra/qr.ts'
import { leastSquares } from '../linear/leastSquares.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { LogisticProblem } from './logisticProblem.ts'
import { labelResidual, type LogisticState } from './logisticState.ts'

/** The fit is sure of a sample whose label differs from its probability by less: as where η grows without bound. */
const SURE = 1e-4
/** The same times the weight of the sample: one of little weight need not be classified as clearly for a small gap. */
const LIGHT = 1e-8

/** A margin below this, relative to its row and the direction, is rounding. */
const ROUNDING = 1e-8
/** A remainder below this, relative to its row, is rounding: the row lies in the span of others. */
const DUST = 1e-11

/**
 * Can the features without penalty tell the classes apart, so that at this fit their coefficients are still growing?
 *
 * They can if some direction d has a_iᵀd ≥ 0 for every sample and > 0 for one, where a_i is its row of those features,
 * with a 1 for the intercept and all signs turned for label 0. Samples that the fit is not sure of need a_iᵀd = 0, so d
 * is sought in the space orthogonal to them. There is no such d exactly if some v ≥ 1 has Σ v_i·a_i = 0 (Stiemke's
 * lemma); otherwise the v that comes nearest, by non-negative least squares, gives d = Σ v_i·a_i. With `nonNegative` d must be ≥ 0, which
 * adds the unit vectors to the a_i, with v ≥ 0. Source: Albert & Anderson (1984), "On the existence of maximum likelihood
 * estimates in logistic regression models".
 */
export function isSeparated(
  problem: LogisticProblem,
  penalty: Penalty,
  { eta }: LogisticState,
): boolean {
  const free = [...penalty.l1.keys()].filter((j) => penalty.l1[j] === 0 && penalty.l2[j] === 0)
  const isSure = Array.from(problem.y, (label, i) => {
    const left = Math.abs(labelResidual(label, eta[i]))
    return left < SURE || problem.weights[i] * left < LIGHT
  })
  if (free.length === 0 || !isSure.includes(true)) return false
  const given = signedRows(problem, free)
  // Directions are the same in any basis, and in an orthonormal one nearly dependent features lose nothing.
  const rows = penalty.nonNegative ? given : inOrthonormalBasis(given)
  const size = rows[0].length
  const unsure = rows.filter((_, i) => !isSure[i])
  const qr = pivotedQr(sideBySide(unsure, size), size, unsure.length)
  if (size === 0 || qr.rank === size) return false

  const project = (row: Float64Array): Float64Array => {
    const turned = row.slice()
    applyQTransposed(qr, turned)
    const left = turned.subarray(qr.rank)
    return norm2(left) > DUST * norm2(row) ? left : left.fill(0)
  }
  const sure = rows.filter((_, i) => isSure[i])
  const lengths = sure.map(norm2)
  const samples = sure.map(project)
  const bounds = penalty.nonNegative ? free.map((_, k) => project(unitVector(size, k))) : []
  const d = nearestToZero(samples, bounds)
  const length = norm2(d)
  const margins = samples.map((row, k) => kernels.dot(row, 0, d, 0, d.length) / (lengths[k] || 1))
  return (
    length > ROUNDING * lengths.reduce((sum, value) => sum + value, 0) &&
    margins.every((margin) => margin > -ROUNDING * length) &&
    margins.some((margin) => margin > ROUNDING * length)
  )
}

/** The rows of the given columns, and a 1 for the intercept; negative for label 0. */
function signedRows({ design, y, intercept }: LogisticProblem, columns: number[]): Float64Array[] {
  const { X, rows } = design
  return Array.from(y, (label, i) => {
    const row = columns.map((j) => X[j * rows + i])
    if (intercept) row.push(1)
    return Float64Array.from(row, (value) => (label === 1 ? value : -value))
  })
}

/** The rows of A in an orthonormal basis of its columns: those of Q in A = QR. */
function inOrthonormalBasis(rows: Float64Array[]): Float64Array[] {
  const size = rows[0].length
  const columns = new Float64Array(rows.length * size)
  rows.forEach((row, i) => row.forEach((value, j) => (columns[j * rows.length + i] = value)))
  const qr = pivotedQr(columns, rows.length, size)
  const basis = Array.from({ length: qr.rank }, (_, k) => {
    const q = unitVector(rows.length, k)
    applyQ(qr, q)
    return q
  })
  return rows.map((_, i) => {
    const row = Float64Array.from(basis, (q) => q[i])
    return norm2(row) > DUST ? row : row.fill(0)
  })
}

/** The shortest Σ v_i·samples_i + Σ t_k·bounds_k with all v ≥ 1 and all t ≥ 0. */
function nearestToZero(samples: Float64Array[], bounds: Float64Array[]): Float64Array {
  const size = samples[0].length
  const sum = new Float64Array(size)
  for (const row of samples) kernels.axpy(1, row, 0, sum, 0, size)
  const vectors = [...samples, ...bounds]
  const data = sideBySide(vectors, size)
  const { coefficients } = leastSquares(
    { rows: size, columns: vectors.length, data },
    sum.map((value) => -value),
    { intercept: false, nonNegative: true },
  )
  vectors.forEach((vector, k) => kernels.axpy(coefficients[k], vector, 0, sum, 0, size))
  return sum
}

function sideBySide(vectors: Float64Array[], size: number): Float64Array {
  const data = new Float64Array(size * vectors.length)
  vectors.forEach((vector, k) => data.set(vector, k * size))
  return data
}

function unitVector(size: number, k: number): Float64Array {
  const unit = new Float64Array(size)
  unit[k] = 1
  return unit
}
