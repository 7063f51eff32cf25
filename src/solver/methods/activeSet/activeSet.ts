import {
  appendRow,
  emptyFactor,
  removeRow,
  solveInPlace,
  type CholeskyFactor,
} from '../../algebra/cholesky.ts'
import { allocateFromPool } from '../../algebra/pool.ts'
import { isFree, type Penalty } from '../../problem/penalty.ts'
import type { Quadratic } from './gram.ts'

/**
 * Which features are in the model, with which sign, and the Cholesky factor of their part of H.
 *
 * It survives from one λ to the next: the solution at the next λ mostly has the same features and signs.
 */
export interface ActiveSet {
  u: Float64Array
  /** c − Hu: exact for the features of the model, and for all that may have to enter it. */
  z: Float64Array
  /** 1 or −1 for features in the model, 0 for the others. */
  signs: Int8Array
  /** The features in the model, in the order of the factor; `count` of them. */
  active: Int32Array
  count: number
  factor: CholeskyFactor
  cross: Float64Array
  target: Float64Array
  iterations: number
}

/** How many features enter between two looks at which products they need. */
const BATCH = 16

/** An empty model. */
export function emptyActiveSet(size: number, allocate = allocateFromPool): ActiveSet {
  const vector = () => allocate(size)
  return {
    u: vector(),
    z: vector(),
    signs: new Int8Array(size),
    active: new Int32Array(size),
    count: 0,
    factor: emptyFactor(Math.min(size, 32), allocate),
    cross: vector(),
    target: vector(),
    iterations: 0,
  }
}

/**
 * Minimises ½u'Hu − c'u + Σ l1_j|u_j| + ½ Σ l2_j u_j² exactly, starting from `state`, and leaves the solution in it.
 *
 * With features and signs fixed the problem is a linear system. Solve it; if a coefficient would change its sign, go
 * only until it is 0 and drop it; else look for features whose correlation exceeds their bound and take them in. The
 * objective falls all the way, so no set of features comes back. (Osborne, Presnell and Turlach 2000; Lee, Battle,
 * Raina and Ng 2007, "feature-sign search".)
 *
 * Returns whether it came to an end, and then `state.z` belongs to the solution; only rounding can prevent that.
 */
export function solveActiveSet(quadratic: Quadratic, penalty: Penalty, state: ActiveSet): boolean {
  const limit = state.iterations + 100 + 20 * quadratic.size
  let cautious = false
  minimiseOnSet(quadratic, penalty, state)
  for (;;) {
    quadratic.correlate(state.u, state.active, state.count, penalty, state.z)
    const violators = findViolators(quadratic, penalty, state, cautious)
    if (violators.length === 0) return true
    if (state.iterations++ >= limit) return false
    let entered = false
    for (let start = 0; start < violators.length; start += BATCH) {
      const batch = violators.slice(start, start + BATCH)
      quadratic.foresee(Int32Array.from(batch), state.active, state.count)
      for (const j of batch) {
        entered = enter(quadratic, penalty, state, j, pullSign(state, j)) || entered
      }
    }
    let moved = false
    if (!entered) {
      const j = violators[0]
      moved = exchange(quadratic, penalty, state, j, pullSign(state, j))
    }
    moved = minimiseOnSet(quadratic, penalty, state) || moved
    if (!moved && cautious) return false
    cautious = !moved
  }
}

/** Works out the factor anew, for a penalty whose L2 part has changed. */
export function refactor(quadratic: Quadratic, penalty: Penalty, state: ActiveSet): void {
  const members = state.active.slice(0, state.count)
  state.count = 0
  state.factor.size = 0
  for (const j of members) {
    if (!enter(quadratic, penalty, state, j, state.signs[j])) {
      state.signs[j] = 0
      state.u[j] = 0
    }
  }
}

/** The direction in which the smooth part falls when u_j, now 0, leaves 0. */
const pullSign = ({ z }: ActiveSet, j: number): number => (z[j] >= 0 ? 1 : -1)

/** By how much |z_j| of a feature that is out exceeds its bound beyond rounding; ≤ 0 if it does not. */
function violation(
  quadratic: Quadratic,
  { l1, nonNegative }: Penalty,
  z: number,
  j: number,
): number {
  const rounding = 1e-14 * (Math.sqrt(quadratic.diagonal[j]) * quadratic.yNorm + l1[j])
  return (nonNegative ? z : Math.abs(z)) - l1[j] - rounding
}

/** The features whose violation is at least a quarter of the largest, the worst first; only the worst if `cautious`. */
function findViolators(
  quadratic: Quadratic,
  penalty: Penalty,
  { signs, z }: ActiveSet,
  cautious: boolean,
): number[] {
  const { size } = quadratic
  const { l1 } = penalty
  let found: { j: number; excess: number }[] = []
  for (let j = 0; j < size; j++) {
    if (signs[j] !== 0 || Math.abs(z[j]) <= l1[j]) continue
    const excess = violation(quadratic, penalty, z[j], j)
    if (excess > 0) found.push({ j, excess })
  }
  found.sort((one, other) => other.excess - one.excess)
  if (cautious) found = found.slice(0, 1)
  return found.filter(({ excess }) => excess > found[0].excess / 4).map(({ j }) => j)
}

/** Goes to the minimum on the features of the model, dropping those that reach 0; whether u moved. */
function minimiseOnSet(quadratic: Quadratic, penalty: Penalty, state: ActiveSet): boolean {
  const { active, signs, u, target } = state
  let moved = false
  for (;;) {
    for (let k = 0; k < state.count; k++) {
      const j = active[k]
      target[k] = quadratic.linear[j] - signs[j] * penalty.l1[j]
    }
    solveInPlace(state.factor, target)
    let step = 1
    let leaving = -1
    for (let k = 0; k < state.count; k++) {
      const j = active[k]
      if (target[k] * signs[j] > 0 || isFree(penalty, j)) continue
      const reach = u[j] === 0 ? 0 : u[j] / (u[j] - target[k])
      if (leaving < 0 || reach < step) {
        step = reach
        leaving = k
      }
    }
    for (let k = 0; k < state.count; k++) {
      const j = active[k]
      const change = step * (target[k] - u[j])
      if (Math.abs(change) > 1e-13 * Math.abs(target[k])) moved = true
      u[j] = leaving < 0 ? target[k] : u[j] + change
    }
    if (leaving < 0) return moved
    leave(state, leaving)
  }
}

/** Drops the feature at a position of the active set. */
export function leave(state: ActiveSet, position: number): void {
  const { active } = state
  const j = active[position]
  removeRow(state.factor, position)
  active.copyWithin(position, position + 1, state.count)
  state.count--
  state.u[j] = 0
  state.signs[j] = 0
}

/** Takes feature j in with the given sign; false if it is a combination of features of the model. */
export function enter(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  j: number,
  sign: number,
): boolean {
  const { active, cross } = state
  quadratic.entries(j, active, state.count, cross)
  if (!appendRow(state.factor, cross, quadratic.diagonal[j] + penalty.l2[j])) return false
  state.signs[j] = sign
  active[state.count++] = j
  return true
}

/**
 * Takes in feature j although it is a combination of features of the model, x_j = Σ α_k x_k: raises |u_j| and lowers
 * the others along α, which changes only the penalty, until one of them reaches 0 and makes room.
 */
export function exchange(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  j: number,
  sign: number,
): boolean {
  const { active, u, signs, target } = state
  quadratic.entries(j, active, state.count, target)
  solveInPlace(state.factor, target)
  let step = Infinity
  let leaving = -1
  for (let k = 0; k < state.count; k++) {
    const i = active[k]
    const fall = sign * target[k] * signs[i]
    if (fall <= 0 || isFree(penalty, i)) continue
    if (Math.abs(u[i]) / fall < step) {
      step = Math.abs(u[i]) / fall
      leaving = k
    }
  }
  if (leaving < 0) return false
  for (let k = 0; k < state.count; k++) u[active[k]] -= step * sign * target[k]
  leave(state, leaving)
  if (!enter(quadratic, penalty, state, j, sign)) return false
  u[j] = step * sign
  return true
}
