import { kernels, type Allocate } from '../../algebra/kernels/kernels.ts'

/**
 * The products of a few columns with many, worked out together: each of the many is then fetched once for all of the
 * few, and fetching is what takes the time.
 */
export class ForeseenProducts {
  readonly #allocate: Allocate
  /** Where the products of a column stand, as one of the few and as one of the many; −1 if they do not. */
  readonly #rowOf: Int32Array
  readonly #placeOf: Int32Array
  #few: Int32Array = new Int32Array(0)
  #many = new Int32Array(0)
  #products: Float64Array = new Float64Array(0)

  constructor(columns: number, allocate: Allocate) {
    this.#allocate = allocate
    this.#rowOf = new Int32Array(columns).fill(-1)
    this.#placeOf = new Int32Array(columns).fill(-1)
  }

  /** Works out the products of the columns `few` with the first `count` in `members`, and with one another. */
  workOut(
    X: Float64Array,
    rows: number,
    few: Int32Array,
    members: Int32Array,
    count: number,
  ): void {
    for (const j of this.#few) this.#rowOf[j] = -1
    for (const j of this.#many) this.#placeOf[j] = -1
    this.#few = few
    const width = count + few.length
    this.#many = new Int32Array(width)
    this.#many.set(members.subarray(0, count))
    this.#many.set(few, count)
    few.forEach((j, row) => (this.#rowOf[j] = row))
    this.#many.forEach((j, place) => (this.#placeOf[j] = place))
    if (this.#products.length < few.length * width) {
      this.#products = this.#allocate(2 * few.length * width)
    }
    kernels.crossProducts(X, rows, this.#many, width, few, this.#products)
  }

  /** Copies the products of column j with the first `count` in `members` into out; false if some are not there. */
  read(j: number, members: Int32Array, count: number, out: Float64Array): boolean {
    const row = this.#rowOf[j]
    if (row < 0) return false
    const start = row * this.#many.length
    for (let k = 0; k < count; k++) {
      const place = this.#placeOf[members[k]]
      if (place < 0) return false
      out[k] = this.#products[start + place]
    }
    return true
  }
}
