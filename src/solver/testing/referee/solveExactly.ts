/** The solution of a linear system as numerators over one positive denominator. */
export interface Rational {
  numerators: bigint[]
  denominator: bigint
}

/**
 * Solves Ax = b over the integers, by Bareiss' elimination without fractions; null if A is singular.
 *
 * @param A size rows of size integers
 * @param b size integers
 */
export function solveExactly(A: bigint[][], b: bigint[]): Rational | null {
  const size = b.length
  const M = A.map((row, i) => [...row, b[i]])
  let previous = 1n
  for (let k = 0; k < size; k++) {
    const pivot = M.findIndex((row, i) => i >= k && row[k] !== 0n)
    if (pivot < 0) return null
    const chosen = M[pivot]
    M[pivot] = M[k]
    M[k] = chosen
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = M[i][k]
      for (let j = 0; j <= size; j++) {
        M[i][j] = (chosen[k] * M[i][j] - factor * chosen[j]) / previous
      }
    }
    previous = chosen[k]
  }
  // By now every pivot is the determinant.
  const flip = previous < 0n ? -1n : 1n
  return { numerators: M.map((row) => flip * row[size]), denominator: flip * previous }
}
