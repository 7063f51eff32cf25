import { lasso, logisticRegression, type Matrix } from '../../src/solver/index.ts'
import { bitsBehindPoint, doubleOf, solveExactly, wholesOf } from './exact.ts'
import type { DefaultsProblem } from './problems.ts'

/** A minimum that has been proven to be one. */
export interface Optimum {
  intercept: number
  coefficients: Float64Array
  /** The slopes of the loss, with the sign of the correlations: sign(w_j)·λ, or less in size where w_j = 0. */
  slopes: Float64Array
}

/**
 * The minimum of a problem. Its active features and their signs are taken from `shrinkage`, and then proven: with them
 * the conditions of optimality are linear equations, which are solved anew, and all of them must hold.
 *
 * @throws if they do not hold, as then those are not the active features
 */
export function optimumOf(problem: DefaultsProblem): Optimum {
  return problem.kind === 'gaussian' ? exactLasso(problem) : polishedLogistic(problem)
}

/** In whole numbers, so that nothing is rounded but the answer. */
function exactLasso({ X, y, lambda }: DefaultsProblem): Optimum {
  const signs = lasso(X, y, lambda).coefficients.map(Math.sign)
  const active = indicesOf(signs)
  const n = X.rows
  const bits = bitsBehindPoint([...X.data, ...y, lambda])
  // The intercept is the weight of a column of ones.
  const one = new Array<bigint>(n).fill(1n << BigInt(bits))
  const columns = Array.from({ length: X.columns }, (_, j) => wholesOf(columnOf(X, j), bits))
  const target = wholesOf(y, bits)
  const [strength] = wholesOf([lambda], bits)
  const limit = (BigInt(n) * strength) << BigInt(bits)

  const model = [one, ...active.map((j) => columns[j])]
  const { numerators, denominator } = solveExactly(
    model.map((column) => model.map((other) => dot(column, other))),
    model.map((column, k) => {
      const sign = k === 0 ? 0 : signs[active[k - 1]]
      return dot(column, target) - BigInt(sign) * limit
    }),
  )
  const residual = target.map(
    (value, i) => value * denominator - model.reduce((sum, c, k) => sum + c[i] * numerators[k], 0n),
  )
  const slopes = columns.map((column) => dot(column, residual))

  const bound = limit * denominator
  active.forEach((j, k) => prove(Math.sign(doubleOf(numerators[k + 1], denominator)) === signs[j]))
  slopes.forEach((slope, j) => {
    if (signs[j] === 0) prove(slope < bound && -slope < bound)
    else prove(slope === BigInt(signs[j]) * bound)
  })

  const coefficients = new Float64Array(X.columns)
  active.forEach((j, k) => (coefficients[j] = doubleOf(numerators[k + 1], denominator)))
  return {
    intercept: doubleOf(numerators[0], denominator),
    coefficients,
    slopes: Float64Array.from(slopes, (slope) => lambda * doubleOf(slope, bound)),
  }
}

/** Newton's method on the active features, in doubles: exact but for their last digits. */
function polishedLogistic({ X, y, lambda }: DefaultsProblem): Optimum {
  const fit = logisticRegression(X, y, lambda, 1)
  const signs = fit.coefficients.map(Math.sign)
  const active = indicesOf(signs)
  const one = new Float64Array(X.rows).fill(1)
  const model = [one, ...active.map((j) => columnOf(X, j))]
  const weights = [fit.intercept, ...active.map((j) => fit.coefficients[j])]
  const n = X.rows
  const scoreAt = (i: number) => model.reduce((sum, column, k) => sum + column[i] * weights[k], 0)
  const missesOf = () => y.map((label, i) => label - 1 / (1 + Math.exp(-scoreAt(i))))
  const slopeOf = (column: Float64Array, misses: Float64Array) =>
    column.reduce((sum, value, i) => sum + value * misses[i], 0) / n

  for (let step = 0; step < 5; step++) {
    const misses = missesOf()
    const variances = misses.map((miss) => Math.abs(miss) * (1 - Math.abs(miss)))
    const gradient = model.map(
      (column, k) => slopeOf(column, misses) - (k === 0 ? 0 : lambda * signs[active[k - 1]]),
    )
    const hessian = model.map((column) =>
      model.map((other) =>
        slopeOf(
          column,
          other.map((value, i) => value * variances[i]),
        ),
      ),
    )
    solve(hessian, gradient).forEach((change, k) => (weights[k] += change))
  }

  const misses = missesOf()
  const slopes = Float64Array.from(signs, (_, j) => slopeOf(columnOf(X, j), misses))
  slopes.forEach((slope, j) => {
    if (signs[j] === 0) prove(Math.abs(slope) < lambda)
    else prove(Math.abs(slope - signs[j] * lambda) < 1e-14)
  })
  const coefficients = new Float64Array(X.columns)
  active.forEach((j, k) => (coefficients[j] = weights[k + 1]))
  active.forEach((j) => prove(Math.sign(coefficients[j]) === signs[j]))
  return { intercept: weights[0], coefficients, slopes }
}

/** Gauss–Jordan elimination, for a positive definite matrix. */
function solve(A: readonly number[][], b: readonly number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]])
  rows.forEach((pivotRow, k) => {
    for (const [i, row] of rows.entries()) {
      if (i === k) continue
      const factor = row[k] / pivotRow[k]
      row.forEach((_, j) => (row[j] -= factor * pivotRow[j]))
    }
  })
  return rows.map((row, k) => row[rows.length] / row[k])
}

function prove(holds: boolean) {
  if (!holds) throw new Error('Not the active features of the minimum: a condition does not hold.')
}

function indicesOf(signs: Float64Array): number[] {
  return [...signs.keys()].filter((j) => signs[j] !== 0)
}

function columnOf(X: Matrix, j: number): Float64Array {
  return X.data.subarray(j * X.rows, (j + 1) * X.rows)
}

function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return a.reduce((sum, value, i) => sum + value * b[i], 0n)
}
