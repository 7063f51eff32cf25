/** Aᵀ, column-major as A is. */
export function transposed(A: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(rows * columns)
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) result[i * columns + j] = A[j * rows + i]
  }
  return result
}
