import { kernels, type Allocate } from '../../algebra/kernels/kernels.ts'
import { allocateFromPool } from '../../algebra/pool.ts'
import type { Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { correlationsOf, findSupport } from '../../problem/residual.ts'

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
  /** out[k] = H_jm for the first `count` features m = members[k]. */
  entries(j: number, members: Int32Array, count: number, out: Float64Array): void
  /** Says that the entries of `others` with the features in `active`, and with one another, will be asked for next. */
  foresee(others: Int32Array, active: Int32Array, count: number): void
  /** out = H·u for u that is zero outside the first `count` features in `active`. */
  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void
  /** z = c − H·u for such a u; a z_j that is proven to be below its bound may be left out, as anything below it. */
  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    penalty: Penalty,
    z: Float64Array,
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

  /** The same where it outlives a problem, of which `keep` is that function. */
  kept(keep: Problem['keep']): GramQuadratic {
    const gram = keep(this.gram)
    if (gram === this.gram) return this
    return new GramQuadratic(gram, keep(this.linear), this.yNorm, allocateFromPool)
  }

  entries(j: number, members: Int32Array, count: number, out: Float64Array): void {
    for (let k = 0; k < count; k++) out[k] = this.gram[j * this.size + members[k]]
  }

  /** They are at hand. */
  foresee(): void {}

  times(u: Float64Array, active: Int32Array, count: number, out: Float64Array): void {
    kernels.combine(this.gram, this.size, active, count, u, out)
  }

  /** out = Hu for any u. */
  multiply(u: Float64Array, out: Float64Array): void {
    this.times(u, this.support, findSupport(u, this.support), out)
  }

  correlate(
    u: Float64Array,
    active: Int32Array,
    count: number,
    _penalty: Penalty,
    z: Float64Array,
  ): void {
    this.times(u, active, count, z)
    for (let j = 0; j < this.size; j++) z[j] = this.linear[j] - z[j]
  }
}

/** Works out H = XᵀX, and c = Xᵀy if it is not given, of a problem once. */
export function gramOf(
  problem: Problem,
  linear = correlationsOf(problem, problem.y),
): GramQuadratic {
  const { X, rows, columns, allocate } = problem
  const gram = allocate(columns * columns)
  kernels.gram(X, rows, columns, gram)
  return new GramQuadratic(gram, linear, Math.sqrt(2 * problem.nullObjective), allocate)
}

/** A quadratic that comes without data: takes for ‖y‖ what it would be at least, as |c_j| ≤ √H_jj·‖y‖. */
export function quadraticOf(gram: Float64Array, linear: Float64Array): GramQuadratic {
  let yNorm = 0
  for (let j = 0; j < linear.length; j++) {
    const diagonal = gram[j * linear.length + j]
    if (diagonal > 0) yNorm = Math.max(yNorm, Math.abs(linear[j]) / Math.sqrt(diagonal))
  }
  return new GramQuadratic(gram, linear, yNorm, allocateFromPool)
}
