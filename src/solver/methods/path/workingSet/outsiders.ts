import { kernels } from '../../../algebra/kernels/kernels.ts'
import { columnSquares } from '../../../problem/columnSquares.ts'
import type { Penalty } from '../../../problem/penalty.ts'
import type { Problem } from '../../../problem/problem.ts'

/** A point of the path at which the correlations of all outsiders are known. */
export interface Stop {
  /** λ/λmax. */
  tau: number
  /** Coefficients of the candidates, in their order. */
  u: Float64Array
  /** Xᵀr of the outsiders; the others' entries mean nothing. */
  z: Float64Array
}

/** How many features are to reach their bounds between two stops. */
const JOINING = 16
/** τ falls by this factor at least from stop to stop. */
const STRIDE = 0.9
/** Features that come this near to their bounds at the next stop are candidates as well. */
const NEAR = 0.9
/** A correlation is below its bound, rounding and all, if it is below this share of it with this much to spare. */
const SAFE = 1 - 1e-8
const ROUNDING = 1e-11

/** The features that are no candidates for the path, and what shows that they stay out of it. */
export class Outsiders {
  readonly #problem: Problem
  readonly #ceiling: Penalty
  readonly #norms: Float64Array
  readonly #rounding: number
  readonly #isOut: Uint8Array
  #room: { residual: Float64Array; z: Float64Array } | undefined

  /** @param ceiling the penalty at λmax. */
  constructor(problem: Problem, ceiling: Penalty) {
    const { columns, nullObjective } = problem
    this.#problem = problem
    this.#ceiling = ceiling
    this.#rounding = ROUNDING * Math.sqrt(2 * nullObjective)
    this.#isOut = new Uint8Array(columns).fill(1)
    this.#norms = columnSquares(problem).map(Math.sqrt)
  }

  /** Takes features out of here. */
  remove(features: Int32Array): void {
    for (const j of features) this.#isOut[j] = 0
  }

  /** Xᵀr, of outsiders alone. */
  correlate(residual: Float64Array): Float64Array {
    const { X, rows, columns, allocate } = this.#problem
    const out = this.#those(() => true)
    this.#room ??= { residual: allocate(rows), z: allocate(columns) }
    this.#room.residual.set(residual)
    kernels.transposeTimesAt(X, rows, out, out.length, this.#room.residual, this.#room.z)
    return this.#room.z.slice()
  }

  /**
   * Where to stop next, and which outsiders are candidates for the way there: if correlations stayed as they are, some
   * `JOINING` would reach their bounds. Unpenalized features are candidates at once.
   */
  planStop({ tau, z }: Stop, tauMin: number): { tau: number; candidates: Int32Array } {
    const { l1, nonNegative } = this.#ceiling
    const reached = new Float64Array(z.length)
    for (let j = 0; j < z.length; j++) {
      if (this.#isOut[j] === 0) continue
      reached[j] = l1[j] === 0 ? Infinity : (nonNegative ? z[j] : Math.abs(z[j])) / l1[j]
    }
    const rising = reached.slice().sort()
    const expected = rising.at(-1 - JOINING) ?? 0
    const next = Math.max(tauMin, Math.min(STRIDE * tau, expected))
    const candidates = this.#those((j) => !(reached[j] < NEAR * next))
    // Once most features take part, the others save less than it costs to prove that they do not.
    const left = this.#those(() => true)
    return 4 * (left.length - candidates.length) < z.length
      ? { tau: tauMin, candidates: left }
      : { tau: next, candidates }
  }

  /** Those that exceed their bounds at a stop. */
  exceeding({ tau, z }: Stop): Int32Array {
    const { l1, nonNegative } = this.#ceiling
    return this.#those((j) => {
      const size = nonNegative ? z[j] : Math.abs(z[j])
      return !(size + this.#norms[j] * this.#rounding < SAFE * tau * l1[j])
    })
  }

  /**
   * Whether all are proven to be within their bounds at τ, where the solution lies off the line between two stops.
   *
   * @param distance ‖Xδ‖ for the difference δ from that line: correlations differ by at most ‖x_j‖·‖Xδ‖ from theirs.
   */
  stayOut(tau: number, from: Stop, to: Stop, distance: number): boolean {
    const { l1, nonNegative } = this.#ceiling
    const share = (from.tau - tau) / (from.tau - to.tau)
    const reach = distance + this.#rounding
    for (let j = 0; j < l1.length; j++) {
      if (this.#isOut[j] === 0) continue
      const z = from.z[j] + share * (to.z[j] - from.z[j])
      const most = (nonNegative ? z : Math.abs(z)) + this.#norms[j] * reach
      if (!(most < SAFE * tau * l1[j])) return false
    }
    return true
  }

  #those(hold: (j: number) => boolean): Int32Array {
    const found: number[] = []
    for (let j = 0; j < this.#isOut.length; j++) if (this.#isOut[j] === 1 && hold(j)) found.push(j)
    return Int32Array.from(found)
  }
}
