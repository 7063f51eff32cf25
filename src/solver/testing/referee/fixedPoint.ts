import { exactly } from './dyadic.ts'

/** Numbers of 240 binary digits behind the point, as integers: enough to call a double's worth of digits exact. */
const DIGITS = 240
export const ONE = 1n << BigInt(DIGITS)

/** A double as a fixed-point number, rounded where it has digits further down. */
export function fixed(value: number): bigint {
  const { m, e } = exactly(value)
  const shift = e + DIGITS
  return shift >= 0 ? m << BigInt(shift) : m >> BigInt(-shift)
}

export const multiply = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(DIGITS)
export const divide = (a: bigint, b: bigint): bigint => (a << BigInt(DIGITS)) / b
export const absolute = (value: bigint): bigint => (value < 0n ? -value : value)
export const toDouble = (a: bigint): number => Number(a >> 120n) / 2 ** (DIGITS - 120)

const LOG_TWO = logarithm(2n * ONE)

/** log x for x from 1 to 2, by the series of the inverse hyperbolic tangent. */
function logarithm(x: bigint): bigint {
  const t = divide(x - ONE, x + ONE)
  const square = multiply(t, t)
  let power = t
  let sum = 0n
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k
    power = multiply(power, square)
  }
  return 2n * sum
}

/** e^x for x ≤ 0. */
function exponential(x: bigint): bigint {
  const halvings = -x / LOG_TWO
  const rest = x + halvings * LOG_TWO
  let term = ONE
  let sum = 0n
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    sum += term
    term = multiply(term, rest) / k
  }
  return sum >> halvings
}

/** log(1 + e^x) and its derivative 1/(1 + e^−x). */
export function softplusOf(x: bigint): { value: bigint; slope: bigint } {
  const small = exponential(x < 0n ? x : -x)
  const share = divide(small, ONE + small)
  const rest = logarithm(ONE + small)
  return x < 0n ? { value: rest, slope: share } : { value: x + rest, slope: ONE - share }
}

/** √x, by Newton's method on integers. */
export function squareRoot(x: bigint): bigint {
  if (x === 0n) return 0n
  const target = x << BigInt(DIGITS)
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2))
  for (;;) {
    const next = (root + target / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** Gaussian elimination with pivoting; null if a pivot is below 2^−160. */
export function solveFixed(A: bigint[][], b: bigint[]): bigint[] | null {
  const size = b.length
  const M = A.map((row, i) => [...row, b[i]])
  for (let k = 0; k < size; k++) {
    let pivot = k
    for (let i = k; i < size; i++) if (absolute(M[i][k]) > absolute(M[pivot][k])) pivot = i
    const chosen = M[pivot]
    M[pivot] = M[k]
    M[k] = chosen
    if (absolute(chosen[k]) < ONE >> 160n) return null
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = divide(M[i][k], chosen[k])
      for (let j = k; j <= size; j++) M[i][j] -= multiply(factor, chosen[j])
    }
  }
  return M.map((row, k) => divide(row[size], row[k]))
}
