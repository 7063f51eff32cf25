import type { Matrix } from '../fit.ts'

/**
 * The standard deviations of the columns of a design about their means: s_j² = Σ v_i(x_ij − x̄_j)²/Σ v_i with sample
 * weights v; 1 for a column that does not vary where it counts.
 *
 * @param design n × p
 * @param weights n weights ≥ 0, not all 0; null if all are 1
 */
export function deviationsOf(
  { rows, columns, data }: Matrix,
  weights: Float64Array | null,
): Float64Array {
  const weightOf = (i: number) => (weights === null ? 1 : weights[i])
  let total = 0
  for (let i = 0; i < rows; i++) total += weightOf(i)
  return Float64Array.from({ length: columns }, (_, j) => {
    const column = data.subarray(j * rows, (j + 1) * rows)
    // From the first value that counts on, so that a constant column has a range of exactly 0.
    const origin = column[column.findIndex((_, i) => weightOf(i) > 0)]
    const shift = column.reduce((sum, x, i) => sum + (weightOf(i) / total) * (x - origin), 0)
    const distance = (x: number) => x - origin - shift
    const range = column.reduce(
      (most, x, i) => (weightOf(i) > 0 ? Math.max(most, Math.abs(distance(x))) : most),
      0,
    )
    if (range === 0) return 1
    // In units of the range, so that no square overflows or vanishes.
    const variance = column.reduce(
      (sum, x, i) => sum + (weightOf(i) / total) * (distance(x) / range) ** 2,
      0,
    )
    return range * Math.sqrt(variance)
  })
}
