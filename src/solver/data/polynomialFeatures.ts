import { checkInteger, checkVector, checkWord, LONGEST } from '../input/checks.ts'
import { overflowError, ShrinkageError } from '../input/errors.ts'
import type { VectorLike } from '../fit.ts'

/** Polynomials of one variable as the columns of a design. */
export interface PolynomialFeatures {
  /** n rows: the polynomials of degree 1 to `degree` at each x. The constant is left to the intercept. */
  X: Float64Array[]
  /** The same polynomials at other points: one row for each. */
  evaluate(x: VectorLike): Float64Array[]
}

/**
 * Turns one variable into the columns of a polynomial regression.
 *
 * The raw basis is x, x², …, x^degree: easy to read, but badly conditioned. The orthogonal basis spans the same
 * polynomials by columns with mean 0, mean square 1 and no correlation on the given x, so that XᵀX/n is the identity and
 * the penalties act on each degree by itself. It is R's `poly` times √n.
 * Source: Brubeck, Nakatsukasa & Trefethen (2021), "Vandermonde with Arnoldi".
 *
 * @param x n numbers
 * @param degree highest power, ≥ 1; less than the number of distinct x for the orthogonal basis
 * @param basis 'raw' or 'orthogonal'
 * @throws ShrinkageError if x is empty or not finite, the degree is no whole number ≥ 1 or too high for the orthogonal
 *   basis, or a power of x overflows
 * @example
 * polynomialFeatures([2, 3], 3, 'raw').X[1] // [3, 9, 27]
 * polynomialFeatures([1, 2, 3], 1, 'orthogonal').X[2] // [Math.sqrt(1.5)]
 * polynomialFeatures([1, 2, 3], 1, 'orthogonal').evaluate([2])[0] // [0]
 */
export function polynomialFeatures(
  x: VectorLike,
  degree: number,
  basis: 'raw' | 'orthogonal',
): PolynomialFeatures {
  const points = checkVector(x, 'x')
  checkInteger(degree, 'degree', 1, Math.floor(LONGEST / points.length))
  checkWord(basis, 'basis', ['raw', 'orthogonal'])
  const evaluateAt = basis === 'raw' ? rawBasis(degree) : orthogonalBasis(points, degree)
  return {
    X: evaluateAt(points),
    evaluate: (other) => evaluateAt(checkVector(other, 'x')),
  }
}

type Basis = (points: Float64Array) => Float64Array[]

function rawBasis(degree: number): Basis {
  return (points) =>
    Array.from(points, (x, i) =>
      Float64Array.from({ length: degree }, (_, k) => {
        const power = x ** (k + 1)
        if (Number.isFinite(power)) return power
        const what = `x[${i}] = ${x} to the power ${k + 1}`
        throw overflowError({ name: 'x', index: i }, what, x, 'x')
      }),
    )
}

/**
 * Arnoldi's process: each new polynomial is t times the last one, made orthogonal to all before it. Every number that is
 * taken off or divided by is kept, so that the same steps can be replayed at other points. t is x brought to [−1, 1].
 */
function orthogonalBasis(points: Float64Array, degree: number): Basis {
  const distinct = new Set(points).size
  if (distinct <= degree) {
    throw new ShrinkageError(
      'out-of-range',
      `degree is ${degree}, but x has only ${distinct} distinct values; expected a degree below that.`,
      { name: 'degree', given: degree, most: distinct - 1 },
    )
  }
  const low = points.reduce((a, b) => Math.min(a, b))
  const high = points.reduce((a, b) => Math.max(a, b))
  const toUnit = (x: number) => (x - low / 2 - high / 2) / (high / 2 - low / 2)

  const t = points.map(toUnit)
  const columns = [t.map(() => 1)]
  const steps = Array.from({ length: degree }, (_, k) => {
    const next = times(t, columns[k])
    // The second round takes off what rounding left over from the first.
    const shares = [...columns, ...columns].map((column) => {
      const share = mean(times(column, next))
      subtract(next, share, column)
      return share
    })
    const size = Math.sqrt(mean(times(next, next)))
    columns.push(next.map((value) => value / size))
    return { shares, size }
  })

  return (others) => {
    const unit = others.map(toUnit)
    const replayed = [unit.map(() => 1)]
    steps.forEach(({ shares, size }, k) => {
      const next = times(unit, replayed[k])
      shares.forEach((share, j) => subtract(next, share, replayed[j % (k + 1)]))
      replayed.push(next.map((value) => value / size))
    })
    return Array.from(others, (_, i) =>
      Float64Array.from({ length: degree }, (_, k) => replayed[k + 1][i]),
    )
  }
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * b[i])
}

function mean(v: Float64Array): number {
  return v.reduce((sum, value) => sum + value, 0) / v.length
}

/** v ← v − share·column */
function subtract(v: Float64Array, share: number, column: Float64Array): void {
  for (let i = 0; i < v.length; i++) v[i] -= share * column[i]
}
