import { aligned, exactly } from './dyadic.ts'

/**
 * Whether some direction of the given features tells the labels apart: aᵀd ≥ 0 for every row and > 0 for one, where a row
 * is its features with a 1 for the intercept, and negative for label 0. Decided by a linear programme in integers.
 *
 * There is no such d exactly if some v ≥ 1 has Σ v_i·a_i = 0 (Stiemke's lemma); with d ≥ 0, if it is ≤ 0 for features.
 *
 * @param X rows that count, of the features that are free to grow
 * @param y their labels
 * @param intercept whether there is an intercept
 * @param nonNegative whether d has to be ≥ 0 for features
 */
export function areSeparated(
  X: number[][],
  y: number[],
  intercept: boolean,
  nonNegative: boolean,
): boolean {
  const p = X[0].length
  const columns = Array.from({ length: p }, (_, j) =>
    aligned(X.map((row) => exactly(row[j]))).integers.map((value, i) =>
      y[i] === 1 ? value : -value,
    ),
  )
  if (intercept) columns.push(y.map((label) => (label === 1 ? 1n : -1n)))
  // One equation for each column: Σ s_i·a_i + t = −Σ a_i with s ≥ 0, and t ≥ 0 where d_j ≥ 0.
  const equations = columns.map((column, j) => {
    const slack = columns.map((_, k) => (nonNegative && k < p && k === j ? 1n : 0n))
    const right = -column.reduce((sum, value) => sum + value, 0n)
    const equation = [...column, ...slack, right]
    return right < 0n ? equation.map((value) => -value) : equation
  })
  return !isFeasible(equations)
}

/** Whether Ax = b has a solution x ≥ 0, for rows [A | b] of integers with b ≥ 0: the first phase of the simplex method. */
function isFeasible(rows: bigint[][]): boolean {
  const size = rows[0].length - 1
  // The artificial variables, whose sum is minimized, are basic at first and never come back.
  const basis = rows.map(() => -1)
  let table = rows
  let cost = rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0n))
  let previous = 1n
  while (cost[size] > 0n) {
    // Bland's rule: the first column that gains, and of the rows that bind first the one with the first variable.
    const entering = cost.findIndex((value, k) => k < size && value > 0n)
    if (entering < 0) return false
    let leaving = -1
    table.forEach((row, i) => {
      if (row[entering] <= 0n) return
      if (leaving < 0) leaving = i
      const left = row[size] * table[leaving][entering]
      const right = table[leaving][size] * row[entering]
      if (left < right || (left === right && basis[i] < basis[leaving])) leaving = i
    })
    const pivotRow = table[leaving]
    const pivot = pivotRow[entering]
    const eliminate = (row: bigint[]): bigint[] =>
      row.map((value, k) => (value * pivot - row[entering] * pivotRow[k]) / previous)
    table = table.map((row, i) => (i === leaving ? row : eliminate(row)))
    cost = eliminate(cost)
    basis[leaving] = entering
    previous = pivot
  }
  return true
}
