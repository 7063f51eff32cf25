import { allocateFromPool } from '../../algebra/workspace.ts'

/** The number of knots that fit at first. */
const CAPACITY = 16

/**
 * The knots of a path from λmax down, in the units of the problem: between two of them every coefficient is linear in λ.
 *
 * One array holds all of them, as most of the time for a short path would go into allocating arrays.
 */
export class Knots {
  /** p, the number of coefficients of each. */
  readonly size: number
  count = 0
  /** τ = λ/λmax of each. */
  taus: Float64Array
  /** Those of knot k start at k·p. */
  coefficients: Float64Array

  constructor(size: number, capacity = CAPACITY) {
    this.size = size
    this.taus = allocateFromPool(capacity)
    this.coefficients = allocateFromPool(capacity * size)
  }

  push(tau: number, u: Float64Array): void {
    const { count, size } = this
    if (count === this.taus.length) {
      this.taus = doubled(this.taus)
      this.coefficients = doubled(this.coefficients)
    }
    this.taus[count] = tau
    this.coefficients.set(u, count * size)
    this.count = count + 1
  }

  /** A step of length 0 changes the last knot by rounding alone, except that a feature which left there is 0 from now on. */
  keepZeros(u: Float64Array): void {
    const start = (this.count - 1) * this.size
    for (let j = 0; j < this.size; j++) if (u[j] === 0) this.coefficients[start + j] = 0
  }

  /** Copies knot k into u. */
  read(k: number, u: Float64Array): void {
    for (let j = 0; j < this.size; j++) u[j] = this.coefficients[k * this.size + j]
  }

  /** Writes the solution at τ into u: that of the first knot above all knots, else the point between its two neighbours. */
  interpolate(tau: number, u: Float64Array): void {
    const { taus, coefficients, count, size } = this
    if (tau >= taus[0]) return this.read(0, u)
    let low = 0
    let high = count - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (taus[middle] > tau) low = middle
      else high = middle
    }
    const share = (taus[low] - tau) / (taus[low] - taus[high])
    for (let j = 0; j < size; j++) {
      const value = coefficients[low * size + j]
      u[j] = value + share * (coefficients[high * size + j] - value)
    }
  }

  /** The same path, but ending at `share` of the last λ > 0 if it goes down to λ = 0. */
  aboveZero(share: number): Knots {
    const { taus, count, size } = this
    if (count < 2 || taus[count - 1] > 0) return this
    const last = share * taus[count - 2]
    const cut = new Knots(size, count)
    cut.taus.set(taus.subarray(0, count))
    cut.coefficients.set(this.coefficients.subarray(0, count * size))
    cut.count = count
    this.interpolate(last, cut.coefficients.subarray((count - 1) * size, count * size))
    cut.taus[count - 1] = last
    return cut
  }
}

function doubled(values: Float64Array): Float64Array {
  const larger = new Float64Array(2 * values.length)
  larger.set(values)
  return larger
}
