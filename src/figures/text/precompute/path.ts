import { logisticRegression, type Fit } from '../../../solver/index.ts'

/** The indices of the passages that have a feature: the design of 0 and 1, column by column. */
export type Column = readonly number[]

export interface SparseFit {
  lambda: number
  intercept: number
  /** Nonzero weights, by the index of the feature. */
  weights: Map<number, number>
  /** Duality gap over all features, relative to the objective at zero. */
  gap: number
  /** The slope of the loss in each feature, |∂J0/∂w_j|. */
  pulls: Float64Array
}

/**
 * L1-penalized logistic regression with far more features than fit into the solver's dense method.
 *
 * At each λ it is solved on a working set: the features of the last solution, and those that pass the strong rule. Then
 * the slope of the loss is computed for all features; those with a slope above λ join, until there are none. Tibshirani
 * et al. (2012), “Strong rules for discarding predictors in lasso-type problems”.
 */
export function sparsePath(columns: readonly Column[], y: readonly number[], lambdas: number[]) {
  const fits: SparseFit[] = []
  let last: SparseFit | undefined
  for (const lambda of [...lambdas].sort((a, b) => b - a)) {
    last = solve(columns, y, lambda, last)
    fits.push(last)
  }
  return fits
}

function solve(columns: readonly Column[], y: readonly number[], lambda: number, last?: SparseFit) {
  const strong = 2 * lambda - (last?.lambda ?? lambda)
  const working = new Set<number>(last?.weights.keys())
  last?.pulls.forEach((pull, j) => pull >= strong && working.add(j))
  if (working.size === 0) working.add(0)
  for (;;) {
    const features = [...working]
    const X = dense(columns, features, y.length)
    const fit = logisticRegression(X, y, lambda, 1, { tolerance: 1e-12 })
    if (!fit.converged) throw new Error(`λ = ${lambda}: ${fit.notes.join(' ')}`)
    const result = certified(columns, y, features, fit)
    const before = working.size
    result.pulls.forEach((pull, j) => pull > lambda && working.add(j))
    if (working.size === before) return result
  }
}

function dense(columns: readonly Column[], features: number[], n: number): number[][] {
  const X = Array.from({ length: n }, () => new Array<number>(features.length).fill(0))
  features.forEach((j, k) => columns[j].forEach((i) => (X[i][k] = 1)))
  return X
}

/**
 * The duality gap of a fit over all features. With r_i = y_i − p_i scaled by s so that no feature has a slope above λ,
 * the dual objective is the mean entropy of s·|r_i|.
 */
function certified(
  columns: readonly Column[],
  y: readonly number[],
  features: number[],
  { coefficients, intercept, lambda, objective }: Fit,
): SparseFit {
  const n = y.length
  const eta = new Float64Array(n).fill(intercept)
  features.forEach((j, k) => columns[j].forEach((i) => (eta[i] += coefficients[k])))
  const residual = eta.map((value, i) => y[i] - 1 / (1 + Math.exp(-value)))
  const pulls = Float64Array.from(columns, (column) =>
    Math.abs(column.reduce((sum, i) => sum + residual[i], 0) / n),
  )
  const shrink = pulls.reduce((s, pull) => Math.min(s, lambda / pull), 1)
  const dual = residual.reduce((sum, r) => sum + entropy(shrink * Math.abs(r)), 0) / n
  const gap = Math.max(0, objective - dual) / entropy(y.reduce((sum, label) => sum + label, 0) / n)
  const weights = new Map(
    features.map((j, k) => [j, coefficients[k]] as const).filter(([, weight]) => weight !== 0),
  )
  return { lambda, intercept, weights, gap, pulls }
}

const entropy = (q: number) => (q > 0 && q < 1 ? -q * Math.log(q) - (1 - q) * Math.log1p(-q) : 0)
