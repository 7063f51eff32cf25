import { kernels } from '../../algebra/kernels/kernels.ts'
import { norm2 } from '../../algebra/norms.ts'
import { apply, applyTransposed, solveShifted, tridiagonalize } from '../../algebra/tridiagonal.ts'
import type { Problem } from '../../problem/problem.ts'
import { varies } from './groupProblem.ts'

/** One group of features and what it costs to use it. */
export interface Block {
  /** Its features that vary; the others stay exactly 0. */
  members: number[]
  /** The penalty of the group is bound·‖u_g‖, with λ√|g| in the units of the problem. */
  bound: number
  /** The rounding error of ‖X_gᵀr‖. */
  rounding: number
  /** The v that minimizes ½v'Hv − pull'v + bound·‖v‖, for ‖pull‖ > bound. */
  minimize(pull: Float64Array): Float64Array
}

/** Beyond this a group is out for good, and products must not overflow. */
const LARGEST = 1e200

/** Prepares a group for any λ: H = X_gᵀX_g = QTQᵀ, with T tridiagonal. */
export function prepareBlock(problem: Problem, group: number[]): (lambda: number) => Block {
  const { X, rows, units } = problem
  const { scales, weight, yScale } = units
  const members = group.filter((j) => varies(problem, j))
  const size = members.length
  const gram = new Float64Array(size * size)
  members.forEach((i, k) =>
    members.forEach((j, l) => {
      gram[k * size + l] = kernels.dot(X, i * rows, X, j * rows, rows)
    }),
  )
  const factored = tridiagonalize(gram, size)
  const trace = factored.diagonal.reduce((sum, value) => sum + value, 0)

  /**
   * v = (H + μI)⁻¹pull where μ‖v‖ = bound: μ‖(T + μI)⁻¹Qᵀpull‖ grows with μ from 0 to ‖pull‖, so Newton's method,
   * kept within a bracket, finds the one μ.
   */
  function minimize(pull: Float64Array, bound: number): Float64Array {
    const rotated = pull.slice()
    applyTransposed(factored, rotated)
    let low = bound === 0 ? 1e-14 * trace : 0
    let high = (bound * trace) / (norm2(pull) - bound)
    let mu = Math.max(low, high / 2)
    for (let step = 0; step < 200 && mu > 0; step++) {
      const v = solveShifted(factored, mu, rotated)
      const length = norm2(v)
      const excess = mu * length - bound
      if (Math.abs(excess) <= 1e-15 * bound || high - low <= 1e-16 * mu) break
      if (excess > 0) high = mu
      else low = mu
      const inner = kernels.dot(v, 0, solveShifted(factored, mu, v), 0, v.length)
      const newton = mu - excess / (length - (mu * inner) / length)
      mu = newton > low && newton < high ? newton : (low + high) / 2
    }
    const v = solveShifted(factored, mu, rotated)
    apply(factored, v)
    return v
  }

  const rounding = 1e-15 * Math.sqrt(trace * 2 * units.nullObjective)
  return (lambda) => {
    const strength = ((lambda * weight) / scales[group[0]]) * (1 / yScale)
    const bound = Math.min(LARGEST, strength * Math.sqrt(group.length))
    return { members, bound, rounding, minimize: (pull) => minimize(pull, bound) }
  }
}

/** The entries of v that belong to the features of a group. */
export function take(v: Float64Array, members: readonly number[]): Float64Array {
  const taken = new Float64Array(members.length)
  for (let k = 0; k < members.length; k++) taken[k] = v[members[k]]
  return taken
}
