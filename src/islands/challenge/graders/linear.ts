/** A linear regression: n rows of p numbers, and n targets. */
export interface Data {
  X: number[][]
  y: number[]
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0)

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The columns of a matrix that is given by rows. */
export const columnsOf = (X: readonly number[][]): number[][] =>
  X[0].map((_, j) => X.map((row) => row[j]))

/** The residuals y − b − Xw. */
export const residuals = ({ X, y }: Data, w: readonly number[], b = 0): number[] =>
  y.map((target, i) => target - b - dot(X[i], w))

/**
 * The duality gap of weights for 1/(2n)·‖y − Xw‖² + Σ λ_j|w_j|: how far at most their objective is above the minimum.
 *
 * @param data without an intercept
 * @param w p weights
 * @param lambdas p strengths above 0
 */
export function lassoGap(data: Data, w: readonly number[], lambdas: readonly number[]): number {
  const { X, y } = data
  const n = y.length
  const r = residuals(data, w)
  const slopes = columnsOf(X).map((column) => Math.abs(dot(column, r)) / n)
  // The residuals, shortened until no slope is above its λ, are a point of the dual problem.
  const scale = Math.min(1, ...slopes.map((slope, j) => (slope === 0 ? 1 : lambdas[j] / slope)))
  const primal = dot(r, r) / (2 * n) + w.reduce((sum, v, j) => sum + lambdas[j] * Math.abs(v), 0)
  const dual = (scale * dot(y, r) - (scale ** 2 * dot(r, r)) / 2) / n
  return Math.max(0, primal - dual)
}

/**
 * The duality gap of a model for 1/(2n)·‖y − b − Xw‖² + λ/2·‖w‖².
 *
 * @param data with an intercept, which has no penalty
 * @param w p weights
 * @param b the intercept
 * @param lambda above 0
 */
export function ridgeGap(data: Data, w: readonly number[], b: number, lambda: number): number {
  const { X, y } = data
  const n = y.length
  const r = residuals(data, w, b)
  const primal = dot(r, r) / (2 * n) + (lambda / 2) * dot(w, w)
  const centred = r.map((value) => value - mean(r))
  const slopes = columnsOf(X).map((column) => dot(column, centred) / n)
  const dual =
    (dot(y, centred) - dot(centred, centred) / 2) / n - dot(slopes, slopes) / (2 * lambda)
  return Math.max(0, primal - dual)
}
