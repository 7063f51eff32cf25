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
  let total = 0
  for (let i = 0; i < rows; i++) total += weights === null ? 1 : weights[i]
  const deviations = new Float64Array(columns)
  for (let j = 0; j < columns; j++) {
    deviations[j] = deviationOf(data.subarray(j * rows, (j + 1) * rows), weights, total)
  }
  return deviations
}

/** @param total the sum of the weights */
function deviationOf(column: Float64Array, weights: Float64Array | null, total: number): number {
  const weightOf = (i: number) => (weights === null ? 1 : weights[i])
  // From the first value that counts on, so that a constant column has a range of exactly 0.
  let first = 0
  while (weightOf(first) === 0) first++
  const origin = column[first]
  let shift = 0
  for (let i = first; i < column.length; i++) shift += (weightOf(i) / total) * (column[i] - origin)
  let range = 0
  for (let i = first; i < column.length; i++) {
    if (weightOf(i) > 0) range = Math.max(range, Math.abs(column[i] - origin - shift))
  }
  if (range === 0) return 1
  // In units of the range, so that no square overflows or vanishes.
  let variance = 0
  for (let i = first; i < column.length; i++) {
    variance += (weightOf(i) / total) * ((column[i] - origin - shift) / range) ** 2
  }
  return range * Math.sqrt(variance)
}
