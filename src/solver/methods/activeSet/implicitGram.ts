import { kernels, type Allocate } from '../../algebra/kernels/kernels.ts'
import { columnSquares } from '../../problem/columnSquares.ts'
import { ForeseenProducts } from './foreseenProducts.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Quadratic } from './gram.ts'
import { roomForFitted } from '../../problem/residual.ts'
import { startScreening, type Screen } from './screening.ts'

/** A quadratic with H = XᵀX that is never formed: for more features than could be worth p²/2 products. */
export class DesignQuadratic implements Quadratic {
  readonly size: number
  readonly linear: Float64Array
  readonly diagonal: Float64Array
  readonly norms: Float64Array
  readonly yNorm: number
  readonly X: Float64Array
  readonly y: Float64Array
  readonly rows: number
  readonly allocate: Allocate
  /** Of the u that was last correlated: y − Xu. */
  readonly residual: Float64Array
  /** Room for Xu. */
  readonly fitted: Float64Array
  /** Room for the products of a column with some others. */
  readonly products: Float64Array
  readonly #foreseen: ForeseenProducts
  #screen: Screen | undefined

  constructor(problem: Problem) {
    const { X, y, rows, columns, nullObjective, allocate } = problem
    this.X = X
    this.y = y
    this.allocate = allocate
    this.rows = rows
    this.size = columns
    this.yNorm = Math.sqrt(2 * nullObjective)
    this.linear = allocate(columns)
    kernels.transposeTimes(X, rows, columns, y, this.linear)
    this.diagonal = columnSquares(problem)
    this.norms = this.diagonal.map(Math.sqrt)
    this.residual = allocate(rows)
    this.fitted = roomForFitted(problem)
    this.products = allocate(columns)
    this.#foreseen = new ForeseenProducts(columns, allocate)
  }

  entries(j: number, members: Int32Array, count: number, out: Float64Array): void {
    if (this.#foreseen.read(j, members, count, out)) return
    const { X, rows, products } = this
    const column = X.subarray(j * rows, (j + 1) * rows)
    kernels.transposeTimesAt(X, rows, members, count, column, products)
    for (let k = 0; k < count; k++) out[k] = products[members[k]]
  }

  foresee(others: Int32Array, active: Int32Array, count: number): void {
    this.#foreseen.workOut(this.X, this.rows, others, active, count)
  }

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    kernels.combine(this.X, this.rows, active, count, u, this.fitted)
    kernels.transposeTimes(this.X, this.rows, this.size, this.fitted, out)
  }

  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    penalty: Penalty,
    z: Float64Array,
  ): void {
    const { X, y, rows, fitted, residual } = this
    kernels.combine(X, rows, active, count, u, fitted)
    for (let i = 0; i < rows; i++) residual[i] = y[i] - fitted[i]
    this.#screen ??= startScreening(this)
    this.#screen(residual, penalty, u, z)
  }
}
