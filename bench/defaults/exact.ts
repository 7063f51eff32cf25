/** Doubles as whole numbers: each times 2^bits, without rounding. `bits` is at least what `bitsBehindPoint` says. */
export function wholesOf(numbers: ArrayLike<number>, bits: number): bigint[] {
  return Array.from(numbers, (value) => wholeOf(value, bits))
}

/** How many binary digits behind the point the finest of some numbers has. */
export function bitsBehindPoint(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((most, value) => Math.max(most, bitsOf(value)), 0)
}

function bitsOf(value: number): number {
  let bits = 0
  // Exact, as a power of two multiplies it: until nothing is behind the point.
  while (!Number.isInteger(value)) {
    value *= 2
    bits++
  }
  return bits
}

function wholeOf(value: number, bits: number): bigint {
  const own = bitsOf(value)
  return BigInt(value * 2 ** own) << BigInt(bits - own)
}

/**
 * Solves a positive definite system of whole numbers without rounding, by the elimination of Gauss, Jordan and Bareiss
 * (1968), in which every division comes out even.
 *
 * @param A k rows of k numbers
 * @param b k numbers
 * @returns the numerators of the solution, and their denominator, which is the determinant
 */
export function solveExactly(
  A: readonly bigint[][],
  b: readonly bigint[],
): { numerators: bigint[]; denominator: bigint } {
  const rows = A.map((row, i) => [...row, b[i]])
  let previous = 1n
  rows.forEach((pivotRow, k) => {
    const pivot = pivotRow[k]
    for (const [i, row] of rows.entries()) {
      if (i === k) continue
      const factor = row[k]
      row.forEach((value, j) => {
        row[j] = (value * pivot - factor * pivotRow[j]) / previous
      })
    }
    previous = pivot
  })
  return { numerators: rows.map((row) => row[rows.length]), denominator: previous }
}

/** The double nearest to a fraction, but for the last bit; the denominator is positive. */
export function doubleOf(numerator: bigint, denominator: bigint): number {
  const digits = (value: bigint) => value.toString(2).length
  const shift = 64 + digits(denominator) - digits(numerator < 0n ? -numerator : numerator)
  const quotient =
    shift > 0
      ? (numerator << BigInt(shift)) / denominator
      : numerator / (denominator << BigInt(-shift))
  return Number(quotient) * 2 ** -shift
}
