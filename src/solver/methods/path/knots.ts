import { allocateFromPool } from '../../algebra/pool.ts'

/** How many corners there is room for at first. */
const FIRST = 16

/**
 * The corners of a path, where a feature enters or leaves, from λmax down: one array for all of them, as most of the
 * time for a short path would go into making arrays.
 */
export class Corners {
  /** p, the number of coefficients of each. */
  readonly size: number
  count = 0
  /** λ/λmax of each. */
  taus: Float64Array
  /** Those of corner k start at k·p. */
  coefficients: Float64Array

  constructor(size: number) {
    this.size = size
    this.taus = allocateFromPool(FIRST)
    this.coefficients = allocateFromPool(FIRST * size)
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

  /** A step of length 0 changes the last corner by rounding alone; only a feature that left there is 0 from now on. */
  keepZeros(u: Float64Array): void {
    const start = (this.count - 1) * this.size
    for (let j = 0; j < this.size; j++) if (u[j] === 0) this.coefficients[start + j] = 0
  }

  /** A copy of the coefficients of corner k. */
  coefficientsOf(k: number): Float64Array {
    return this.coefficients.slice(k * this.size, (k + 1) * this.size)
  }

  /** The same corners with the coefficients of some features alone, in their order. */
  of(members: Int32Array): Corners {
    const some = new Corners(members.length)
    const u = new Float64Array(members.length)
    for (let k = 0; k < this.count; k++) {
      for (let m = 0; m < u.length; m++) u[m] = this.coefficients[k * this.size + members[m]]
      some.push(this.taus[k], u)
    }
    return some
  }

  /** Copies corner k into u. */
  read(k: number, u: Float64Array): void {
    for (let j = 0; j < this.size; j++) u[j] = this.coefficients[k * this.size + j]
  }

  /** The solution at τ, into u: the first corner above all corners, else on the line between the two around it. */
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
}

function doubled(values: Float64Array): Float64Array {
  const larger = new Float64Array(2 * values.length)
  larger.set(values)
  return larger
}
