import { kernels } from '../../algebra/kernels/kernels.ts'
import type { Allocate } from '../../algebra/workspace.ts'
import type { Penalty } from '../../problem/penalty.ts'
import { columnProducts, type Problem } from '../../problem/problem.ts'
import type { Gram } from './gram.ts'
import { startScreening, type Screen } from './screening.ts'

/** H = XᵀX that is never formed: for so many features that p²/2 products would cost more than they save. */
export class ImplicitGram implements Gram {
  readonly size: number
  readonly Xty: Float64Array
  readonly diagonal: Float64Array
  readonly yNorm: number
  readonly allocate: Allocate
  /** y − Xu for the u that was last correlated. */
  readonly residual: Float64Array
  readonly #problem: Problem
  /** The products of a column with some others. */
  readonly #products: Float64Array
  #screen: Screen | undefined

  constructor(problem: Problem) {
    const { rows, columns, units, workspace } = problem
    this.#problem = problem
    this.allocate = workspace.allocate
    this.size = columns
    this.yNorm = Math.sqrt(2 * units.nullObjective)
    const { squares, Xty } = columnProducts(problem)
    this.Xty = Xty
    this.diagonal = squares
    this.residual = workspace.allocate(rows)
    this.#products = workspace.allocate(columns)
  }

  entries(j: number, members: Int32Array, count: number, out: Float64Array): void {
    const { X, rows } = this.#problem
    const products = this.#products
    const column = X.subarray(j * rows, (j + 1) * rows)
    kernels.transposeTimesAt(X, rows, members, count, column, products)
    for (let k = 0; k < count; k++) out[k] = products[members[k]]
  }

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    const { X, rows, columns, workspace } = this.#problem
    const fitted = workspace.scratch(rows)
    kernels.combine(X, rows, active, count, u, fitted)
    kernels.transposeTimes(X, rows, columns, fitted, out)
  }

  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    penalty: Penalty,
    z: Float64Array,
  ): void {
    const { X, y, rows, workspace } = this.#problem
    if (count === 0) {
      this.residual.set(y)
      z.set(this.Xty)
      return
    }
    const fitted = workspace.scratch(rows)
    kernels.combine(X, rows, active, count, u, fitted)
    for (let i = 0; i < rows; i++) this.residual[i] = y[i] - fitted[i]
    this.#screen ??= startScreening(this.#problem, this.diagonal, this.Xty)
    this.#screen(this.residual, penalty, u, z)
  }
}
