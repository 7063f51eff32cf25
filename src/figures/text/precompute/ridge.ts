import { logisticRegression } from '../../../solver/index.ts'
import type { Column } from './path.ts'

export interface RidgeFit {
  lambda: number
  intercept: number
  /** A weight for every feature. */
  weights: Float64Array
  /** Duality gap, relative to the objective at zero. */
  gap: number
}

/**
 * L2-penalized logistic regression with far more features than samples.
 *
 * The weights are a combination of the samples, w = Xᵀc, so that K = XXᵀ is all that the fit depends on: with K = LLᵀ
 * the n × n design L has the same objective, and its weights are Lᵀc. Here n is 620 in place of 20,189.
 */
export function ridgePath(columns: readonly Column[], y: readonly number[], lambdas: number[]) {
  const L = cholesky(gram(columns, y.length))
  const share = y.reduce((sum, label) => sum + label, 0) / y.length
  const atZero = -share * Math.log(share) - (1 - share) * Math.log(1 - share)
  return lambdas.map((lambda): RidgeFit => {
    const fit = logisticRegression(L, y, lambda, 0)
    if (!fit.converged) throw new Error(`λ = ${lambda}: ${fit.notes.join(' ')}`)
    const c = solveTransposed(L, fit.coefficients)
    return {
      lambda,
      intercept: fit.intercept,
      weights: Float64Array.from(columns, (column) => column.reduce((sum, i) => sum + c[i], 0)),
      gap: Math.max(0, fit.dualityGap) / atZero,
    }
  })
}

/** The numbers of features shared by each pair of samples. */
function gram(columns: readonly Column[], n: number): number[][] {
  const K = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  for (const column of columns) for (const i of column) for (const k of column) K[i][k]++
  return K
}

/** The lower triangle L with LLᵀ = K, for a positive definite K. */
function cholesky(K: readonly number[][]): number[][] {
  const L = K.map((row) => new Array<number>(row.length).fill(0))
  K.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]
      for (let k = 0; k < j; k++) rest -= L[i][k] * L[j][k]
      L[i][j] = i === j ? Math.sqrt(rest) : rest / L[j][j]
    }
  })
  return L
}

/** The solution c of Lᵀc = v. */
function solveTransposed(L: readonly number[][], v: ArrayLike<number>): Float64Array {
  const c = Float64Array.from(v)
  for (let i = c.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < c.length; k++) c[i] -= L[k][i] * c[k]
    c[i] /= L[i][i]
  }
  return c
}
