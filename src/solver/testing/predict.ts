/** b + xᵀw, the prediction for one row. */
export function predict(row: ArrayLike<number>, w: Float64Array, b: number): number {
  return w.reduce((sum, value, j) => sum + value * row[j], b)
}
