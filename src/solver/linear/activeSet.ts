import {
  appendRow,
  emptyFactor,
  removeRow,
  solveInPlace,
  type CholeskyFactor,
} from '../algebra/cholesky.ts'
import { isFree, type Penalty } from './penalty.ts'
import type { Quadratic } from './quadratic.ts'

/**
 * Which features are in the model, with which sign, and the Cholesky factor of their part of H.
 *
 * It survives from one λ to the next: the solution at the next λ mostly has the same features and signs.
 */
export interface ActiveSet {
  u: Float64Array
  /** Hu, for all features. */
  Hu: Float64Array
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

/** An empty model. */
export function emptyActiveSet(size: number): ActiveSet {
  return {
    u: new Float64Array(size),
    Hu: new Float64Array(size),
    signs: new Int8Array(size),
    active: new Int32Array(size),
    count: 0,
    factor: emptyFactor(Math.min(size, 32)),
    cross: new Float64Array(size),
    target: new Float64Array(size),
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
 * Returns whether it came to an end; only rounding can prevent that.
 */
export function solveActiveSet(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  yNorm: number,
): boolean {
  const limit = state.iterations + 100 + 20 * quadratic.size
  let cautious = false
  minimiseOnSet(quadratic, penalty, state)
  for (;;) {
    quadratic.times(state.u, state.active, state.count, state.Hu)
    const most = largestViolation(quadratic, penalty, state, yNorm)
    if (most <= 0) return true
    if (state.iterations++ >= limit) return false
    const swapped = enterViolators(quadratic, penalty, state, yNorm, cautious ? most : most / 2)
    const moved = minimiseOnSet(quadratic, penalty, state)
    if (!moved && !swapped && cautious) return false
    cautious = !moved && !swapped
  }
}

/** Works out the factor anew, for a penalty whose L2 part has changed. */
export function refactor(quadratic: Quadratic, penalty: Penalty, state: ActiveSet): void {
  const members = state.active.slice(0, state.count)
  state.count = 0
  state.factor.size = 0
  for (const j of members) {
    const sign = state.signs[j]
    if (enter(quadratic, penalty, state, j)) {
      state.signs[j] = sign
    } else {
      state.signs[j] = 0
      state.u[j] = 0
    }
  }
}

/** z_j = c_j − (Hu)_j − l2_j·u_j, how fast the smooth part falls when u_j grows. */
function pull(quadratic: Quadratic, penalty: Penalty, state: ActiveSet, j: number): number {
  return quadratic.linear[j] - state.Hu[j] - penalty.l2[j] * state.u[j]
}

/** By how much feature j, now out, exceeds its bound beyond rounding; ≤ 0 if it does not. */
function violation(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  j: number,
  yNorm: number,
): number {
  const z = pull(quadratic, penalty, state, j)
  const size = penalty.nonNegative ? z : Math.abs(z)
  const rounding = 1e-14 * Math.sqrt(quadratic.entry(j, j)) * yNorm + 1e-14 * penalty.l1[j]
  return size - penalty.l1[j] - rounding
}

function largestViolation(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  yNorm: number,
): number {
  let most = 0
  for (let j = 0; j < quadratic.size; j++) {
    if (state.signs[j] === 0) {
      most = Math.max(most, violation(quadratic, penalty, state, j, yNorm))
    }
  }
  return most
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
    if (step > 0 && state.count > 0) moved = true
    for (let k = 0; k < state.count; k++) {
      const j = active[k]
      u[j] = leaving < 0 ? target[k] : u[j] + step * (target[k] - u[j])
    }
    if (leaving < 0) return moved
    leave(state, leaving)
  }
}

function leave(state: ActiveSet, position: number): void {
  const { active } = state
  const j = active[position]
  removeRow(state.factor, position)
  active.copyWithin(position, position + 1, state.count)
  state.count--
  state.u[j] = 0
  state.signs[j] = 0
}

/**
 * Takes in the features whose violation reaches `threshold`. Returns whether u moved on the way, which it does only
 * if none of them could be taken in as they stand, because each depends on features of the model.
 */
function enterViolators(
  quadratic: Quadratic,
  penalty: Penalty,
  state: ActiveSet,
  yNorm: number,
  threshold: number,
): boolean {
  let entered = 0
  let worst = -1
  for (let j = 0; j < quadratic.size; j++) {
    if (state.signs[j] !== 0) continue
    if (violation(quadratic, penalty, state, j, yNorm) < threshold) continue
    worst = j
    if (enter(quadratic, penalty, state, j)) entered++
  }
  return entered === 0 && exchange(quadratic, penalty, state, worst)
}

function enter(quadratic: Quadratic, penalty: Penalty, state: ActiveSet, j: number): boolean {
  const { active, cross } = state
  for (let k = 0; k < state.count; k++) cross[k] = quadratic.entry(active[k], j)
  if (!appendRow(state.factor, cross, quadratic.entry(j, j) + penalty.l2[j])) return false
  state.signs[j] = pull(quadratic, penalty, state, j) >= 0 ? 1 : -1
  active[state.count++] = j
  return true
}

/**
 * Takes in feature j although it is a combination of features of the model, x_j = Σ α_k x_k: raises u_j and lowers the
 * others along α, which changes only the penalty, until one of them reaches 0 and makes room.
 */
function exchange(quadratic: Quadratic, penalty: Penalty, state: ActiveSet, j: number): boolean {
  const { active, u, signs, target } = state
  const sign = pull(quadratic, penalty, state, j) >= 0 ? 1 : -1
  for (let k = 0; k < state.count; k++) target[k] = quadratic.entry(active[k], j)
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
  if (!enter(quadratic, penalty, state, j)) return false
  signs[j] = sign
  u[j] = step * sign
  return true
}
