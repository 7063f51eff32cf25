import { kernels, type Allocate } from '../algebra/kernels.ts'
import type { Problem } from './problem.ts'
import type { Quadratic } from './quadratic.ts'

/** A quadratic with H = XᵀX that is never formed: for more features than could be worth p²/2 products. */
export class DesignQuadratic implements Quadratic {
  readonly size: number
  readonly linear: Float64Array
  readonly diagonal: Float64Array
  readonly yNorm: number
  readonly X: Float64Array
  readonly rows: number
  readonly allocate: Allocate
  /** Room for Xu. */
  readonly fitted: Float64Array

  constructor({ X, y, rows, columns, nullObjective, fitted, allocate }: Problem) {
    this.X = X
    this.allocate = allocate
    this.rows = rows
    this.size = columns
    this.yNorm = Math.sqrt(2 * nullObjective)
    this.linear = allocate(columns)
    kernels.transposeTimes(X, rows, columns, y, this.linear)
    this.diagonal = new Float64Array(columns)
    for (let j = 0; j < columns; j++) {
      this.diagonal[j] = kernels.dot(X, j * rows, X, j * rows, rows)
    }
    this.fitted = fitted
  }

  entry(j: number, k: number): number {
    return kernels.dot(this.X, j * this.rows, this.X, k * this.rows, this.rows)
  }

  times(
    u: Float64Array,
    active: Int32Array,
    count: number,
    out: Float64Array,
    rows: Int32Array | null,
  ): void {
    const { X, fitted } = this
    kernels.combine(X, this.rows, active, count, u, fitted)
    if (rows === null) kernels.transposeTimes(X, this.rows, this.size, fitted, out)
    else kernels.transposeTimesAt(X, this.rows, rows, rows.length, fitted, out)
  }
}
