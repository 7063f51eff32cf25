import { allocateAnywhere, kernels, type Allocate } from '../algebra/kernels.ts'
import type { Problem } from './problem.ts'

/**
 * The quadratic ½u'Hu − c'u as the active-set methods see it.
 *
 * It hides whether H = XᵀX is stored (few features) or its entries are worked out when asked for (many).
 */
export interface Quadratic {
  size: number
  /** c = Xᵀy. */
  linear: Float64Array
  /** H_jj. */
  diagonal: Float64Array
  /** ‖y‖, the yardstick of rounding: |x_jᵀr| ≤ √H_jj·‖y‖. */
  yNorm: number
  /** Makes the vectors that meet it in long loops. */
  allocate: Allocate
  /** H_jk. */
  entry(j: number, k: number): number
  /**
   * out = H·u for u that is zero outside the first `count` features in `active`; with `rows`, only those entries of out
   * are worth anything.
   */
  times(
    u: Float64Array,
    active: Int32Array,
    count: number,
    out: Float64Array,
    rows: Int32Array | null,
  ): void
}

/** A quadratic whose H is stored, p × p. */
export class GramQuadratic implements Quadratic {
  readonly size: number
  readonly linear: Float64Array
  readonly diagonal: Float64Array
  readonly yNorm: number
  readonly gram: Float64Array
  readonly allocate: Allocate
  /** Room for the places where some u is not 0. */
  readonly support: Int32Array

  constructor(gram: Float64Array, linear: Float64Array, yNorm: number, allocate: Allocate) {
    this.size = linear.length
    this.linear = linear
    this.gram = gram
    this.yNorm = yNorm
    this.allocate = allocate
    this.support = new Int32Array(this.size)
    this.diagonal = allocate(this.size)
    for (let j = 0; j < this.size; j++) this.diagonal[j] = gram[j * this.size + j]
  }

  entry(j: number, k: number): number {
    return this.gram[j * this.size + k]
  }

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    kernels.combine(this.gram, this.size, active, count, u, out)
  }
}

/** Works out H = XᵀX and c = Xᵀy of a problem once. */
export function gramOf(problem: Problem): GramQuadratic {
  const { X, y, rows, columns, allocate } = problem
  const gram = allocate(columns * columns)
  const linear = allocate(columns)
  kernels.gram(X, rows, columns, gram)
  kernels.transposeTimes(X, rows, columns, y, linear)
  return new GramQuadratic(gram, linear, Math.sqrt(2 * problem.nullObjective), allocate)
}

/** A quadratic that comes without data: takes for ‖y‖ what it would be at least, as |c_j| ≤ √H_jj·‖y‖. */
export function quadraticOf(gram: Float64Array, linear: Float64Array): GramQuadratic {
  let yNorm = 0
  for (let j = 0; j < linear.length; j++) {
    const diagonal = gram[j * linear.length + j]
    if (diagonal > 0) yNorm = Math.max(yNorm, Math.abs(linear[j]) / Math.sqrt(diagonal))
  }
  return new GramQuadratic(gram, linear, yNorm, allocateAnywhere)
}
