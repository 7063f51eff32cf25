import { kernels } from '../../algebra/kernels/kernels.ts'
import { allocateFromPool, type Allocate, type Workspace } from '../../algebra/workspace.ts'
import type { Penalty } from '../../problem/penalty.ts'
import { findSupport, responseProducts, type Problem } from '../../problem/problem.ts'

/**
 * H = XᵀX and c = Xᵀy of the quadratic ½u'Hu − c'u, as the active set methods see them.
 *
 * Hides whether H is stored (few features) or its entries are computed on demand (many).
 */
export interface Gram {
  readonly size: number
  /** c = Xᵀy. */
  readonly Xty: Float64Array
  /** H_jj. */
  readonly diagonal: Float64Array
  /** ‖y‖, the yardstick of rounding: |x_jᵀr| ≤ √H_jj·‖y‖. */
  readonly yNorm: number
  /** Allocates the vectors that meet H in long loops. */
  readonly allocate: Allocate
  /** out[k] = H_jm for the first `count` features m = members[k]. */
  entries(j: number, members: Int32Array, count: number, out: Float64Array): void
  /** out = H·u for u that is zero outside the first `count` features in `active`. */
  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void
  /** z = c − H·u for such a u; a z_j proven to be inside its bound may be any other number inside it. */
  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    penalty: Penalty,
    z: Float64Array,
  ): void
}

/** H stored, p × p. */
export class StoredGram implements Gram {
  readonly size: number
  readonly Xty: Float64Array
  readonly diagonal: Float64Array
  readonly yNorm: number
  readonly H: Float64Array
  readonly allocate: Allocate
  readonly #support: Int32Array
  readonly #product: Float64Array

  constructor(H: Float64Array, Xty: Float64Array, yNorm: number, allocate: Allocate) {
    this.size = Xty.length
    this.Xty = Xty
    this.H = H
    this.yNorm = yNorm
    this.allocate = allocate
    this.#support = new Int32Array(this.size)
    this.#product = allocate(this.size)
    this.diagonal = allocate(this.size)
    for (let j = 0; j < this.size; j++) this.diagonal[j] = H[j * this.size + j]
  }

  /** The same in memory that outlives a workspace. */
  keptFrom({ keep }: Workspace): StoredGram {
    const H = keep(this.H)
    return H === this.H ? this : new StoredGram(H, keep(this.Xty), this.yNorm, allocateFromPool)
  }

  /** The same where the kernels work best, for as long as a workspace lasts. */
  placedIn({ placeFor, allocate }: Workspace): StoredGram {
    const H = placeFor(this.H)
    if (H === this.H) return this
    H.set(this.H)
    return new StoredGram(H, this.Xty, this.yNorm, allocate)
  }

  entries(j: number, members: Int32Array, count: number, out: Float64Array): void {
    for (let k = 0; k < count; k++) out[k] = this.H[j * this.size + members[k]]
  }

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    kernels.combine(this.H, this.size, active, count, u, out)
  }

  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    _penalty: Penalty,
    z: Float64Array,
  ): void {
    this.times(u, active, count, z)
    for (let j = 0; j < this.size; j++) z[j] = this.Xty[j] - z[j]
  }

  /** z = c − Hu for any u. */
  correlations(u: Float64Array, z: Float64Array): void {
    const product = this.#product
    this.times(u, this.#support, findSupport(u, this.#support), product)
    for (let j = 0; j < this.size; j++) z[j] = this.Xty[j] - product[j]
  }
}

/** Computes XᵀX of a problem, and Xᵀy if it is not given. */
export function storedGram(problem: Problem, Xty = responseProducts(problem)): StoredGram {
  const { X, rows, columns, units } = problem
  const { allocate } = problem.workspace
  const H = allocate(columns * columns)
  kernels.gram(X, rows, columns, H)
  return new StoredGram(H, Xty, Math.sqrt(2 * units.nullObjective), allocate)
}

/** A Gram matrix without data: takes for ‖y‖ the least it can be, as |c_j| ≤ √H_jj·‖y‖. */
export function gramFrom(H: Float64Array, c: Float64Array): StoredGram {
  let yNorm = 0
  for (let j = 0; j < c.length; j++) {
    const diagonal = H[j * c.length + j]
    if (diagonal > 0) yNorm = Math.max(yNorm, Math.abs(c[j]) / Math.sqrt(diagonal))
  }
  return new StoredGram(H, c, yNorm, allocateFromPool)
}
