import { kernels, type Allocate } from '../../../algebra/kernels/kernels.ts'
import { allocateFromPool } from '../../../algebra/pool.ts'
import type { Problem } from '../../../problem/problem.ts'
import { GramQuadratic, type Quadratic } from '../../activeSet/gram.ts'
import { findSupport } from '../../../problem/residual.ts'

/** How many candidates there is room for at first. */
const FIRST = 64
/** How many are added together: their products with one another come out twice, but each column is fetched for all. */
const BATCH = 8

/** The quadratic of some features of a problem, with H = XᵀX stored for them: more can be added. */
export class CandidateQuadratic implements Quadratic {
  size = 0
  /** Which features they are; all else here goes by their places in this list. */
  readonly members: Int32Array
  readonly linear: Float64Array
  readonly diagonal: Float64Array
  readonly norms: Float64Array
  readonly yNorm: number
  readonly allocate: Allocate
  readonly #X: Float64Array
  readonly #rows: number
  /** Xᵀy of all features. */
  readonly #correlations: Float64Array
  /** Column k starts at k·capacity. */
  #gram: Float64Array
  #capacity: number
  #products: Float64Array
  #support: Int32Array | undefined
  #fitted: Float64Array | undefined

  constructor({ X, rows, columns, nullObjective, allocate }: Problem, correlations: Float64Array) {
    this.#X = X
    this.#rows = rows
    this.#correlations = correlations
    this.yNorm = Math.sqrt(2 * nullObjective)
    this.allocate = allocate
    this.members = new Int32Array(columns)
    this.linear = allocate(columns)
    this.diagonal = allocate(columns)
    this.norms = allocate(columns)
    this.#capacity = Math.min(FIRST, columns)
    this.#gram = allocate(this.#capacity * this.#capacity)
    this.#products = new Float64Array(0)
  }

  /** Takes more features in, and works out their products with those that are there and with one another. */
  add(features: Int32Array): void {
    for (let start = 0; start < features.length; start += BATCH) {
      this.#addBatch(features.subarray(start, start + BATCH))
    }
  }

  #addBatch(features: Int32Array): void {
    const { members, linear, diagonal, norms } = this
    const before = this.size
    const count = before + features.length
    members.set(features, before)
    this.size = count
    this.#growTo(count)
    if (this.#products.length < features.length * count) {
      this.#products = this.allocate(2 * features.length * count)
    }
    kernels.crossProducts(this.#X, this.#rows, members, count, features, this.#products)
    const capacity = this.#capacity
    for (let k = before; k < count; k++) {
      const start = (k - before) * count
      for (let m = 0; m < count; m++) {
        const product = this.#products[start + m]
        this.#gram[k * capacity + m] = product
        this.#gram[m * capacity + k] = product
      }
      linear[k] = this.#correlations[members[k]]
      diagonal[k] = this.#gram[k * capacity + k]
      norms[k] = Math.sqrt(diagonal[k])
    }
  }

  entries(j: number, members: Int32Array, count: number, out: Float64Array): void {
    const start = j * this.#capacity
    for (let k = 0; k < count; k++) out[k] = this.#gram[start + members[k]]
  }

  /** They are at hand. */
  foresee(): void {}

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    kernels.combine(this.#gram, this.#capacity, active, count, u, out)
  }

  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    _penalty: unknown,
    z: Float64Array,
  ): void {
    this.times(u, active, count, z)
    for (let j = 0; j < this.size; j++) z[j] = this.linear[j] - z[j]
  }

  /** Σ‖x_j‖·|u_j|: no less than ‖Xu‖, and cheap. */
  mostLength(u: Float64Array): number {
    let sum = 0
    for (let j = 0; j < this.size; j++) sum += this.norms[j] * Math.abs(u[j])
    return sum
  }

  /** ‖Xu‖ = √(u'Hu). */
  fittedLength(u: Float64Array): number {
    this.#support ??= new Int32Array(u.length)
    this.#fitted ??= this.allocate(u.length)
    this.times(u, this.#support, findSupport(u, this.#support), this.#fitted)
    return Math.sqrt(Math.max(0, kernels.dot(u, 0, this.#fitted, 0, this.size)))
  }

  /** The same quadratic for good, where it outlives the problem. */
  settle(): GramQuadratic {
    const { size, linear, yNorm } = this
    const gram = new Float64Array(size * size)
    for (let k = 0; k < size; k++) {
      const start = k * this.#capacity
      gram.set(this.#gram.subarray(start, start + size), k * size)
    }
    return new GramQuadratic(gram, linear.slice(0, size), yNorm, allocateFromPool)
  }

  #growTo(count: number): void {
    const from = this.#capacity
    if (count <= from) return
    const capacity = Math.min(this.members.length, Math.max(count, 2 * from))
    const gram = this.allocate(capacity * capacity)
    for (let k = 0; k < this.size; k++) {
      gram.set(this.#gram.subarray(k * from, (k + 1) * from), k * capacity)
    }
    this.#capacity = capacity
    this.#gram = gram
  }
}
