import {
  appendRow,
  emptyFactor,
  removeRow,
  solveInPlace,
  type CholeskyFactor,
} from '../../algebra/cholesky.ts'
import { allocateFromPool } from '../../algebra/workspace.ts'
import { certify, type Certificate } from '../../problem/certificate.ts'
import { excess, isFree, type Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Method } from '../../problem/solution.ts'
import type { Gram } from './gram.ts'
import { uniquenessNotes } from './uniqueness.ts'

/**
 * The active set method for one penalty after another, each started from the solution of the last.
 *
 * @param problem the problem.
 * @param gram its XᵀX and Xᵀy, stored or not.
 * @param prove certifies a solution, for a `state.z` that belongs to it; by default from the data.
 */
export function activeSet(
  problem: Problem,
  gram: Gram,
  prove: (penalty: Penalty, state: ActiveSet) => Certificate = (penalty, { u }) =>
    certify(problem, penalty, u),
): Method {
  const state = emptyActiveSet(problem.columns, gram.allocate)
  let hasL2 = false
  return (penalty) => {
    const hadL2 = hasL2
    hasL2 = penalty.l2.some((value) => value > 0)
    if (hadL2 || hasL2) refactor(gram, penalty, state)
    state.iterations = 0
    const { u, signs } = state
    const certificate = solveActiveSet(gram, penalty, state)
      ? prove(penalty, state)
      : certify(problem, penalty, u)
    const { correlations } = certificate
    const notes = uniquenessNotes(problem.units, penalty, correlations, signs, () => gram)
    return { u, certificate, method: 'active set', iterations: state.iterations, notes }
  }
}

/**
 * The active features, their signs, and the Cholesky factor of their part of H.
 *
 * It is kept from one λ to the next: the solution at the next λ mostly has the same features and signs.
 */
export interface ActiveSet {
  u: Float64Array
  /** c − Hu: exact for active features and for all that may have to become active. */
  z: Float64Array
  /** 1 or −1 for active features, 0 for the others. */
  signs: Int8Array
  /** The active features, in the order of the factor; `count` of them. */
  active: Int32Array
  count: number
  factor: CholeskyFactor
  cross: Float64Array
  target: Float64Array
  iterations: number
}

/** No feature active. */
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
 * Minimizes ½u'Hu − c'u + Σ l1_j|u_j| + ½ Σ l2_j u_j² exactly, starting from `state`, and leaves the solution in it.
 *
 * With features and signs fixed the problem is a linear system. Solve it; if a coefficient would change its sign, go
 * only until it is 0 and drop it; else add the features whose correlation exceeds their bound. The objective falls at
 * every step, so no active set recurs. Osborne, Presnell and Turlach (2000); Lee, Battle, Raina and Ng (2007),
 * "Efficient sparse coding algorithms" (feature-sign search).
 *
 * @returns whether it finished, so that `state.z` belongs to the solution; only rounding can prevent that.
 */
export function solveActiveSet(gram: Gram, penalty: Penalty, state: ActiveSet): boolean {
  const limit = state.iterations + 100 + 20 * gram.size
  let cautious = false
  minimizeOnSet(gram, penalty, state)
  for (;;) {
    gram.correlate(state.u, state.active, state.count, penalty, state.z)
    const violators = findViolators(gram, penalty, state, cautious)
    if (violators.length === 0) return true
    if (state.iterations++ >= limit) return false
    let entered = false
    for (const j of violators) {
      entered = enter(gram, penalty, state, j, signOf(state.z[j])) || entered
    }
    let moved = false
    if (!entered) {
      const j = violators[0]
      moved = exchange(gram, penalty, state, j, signOf(state.z[j]))
    }
    moved = minimizeOnSet(gram, penalty, state) || moved
    if (!moved && cautious) return false
    cautious = !moved
  }
}

/** Recomputes the factor, for a penalty whose L2 part has changed. */
export function refactor(gram: Gram, penalty: Penalty, state: ActiveSet): void {
  const members = state.active.slice(0, state.count)
  state.count = 0
  state.factor.size = 0
  for (const j of members) {
    if (!enter(gram, penalty, state, j, state.signs[j])) {
      state.signs[j] = 0
      state.u[j] = 0
    }
  }
}

/** The sign that a coefficient takes on when it leaves 0. */
export const signOf = (z: number): number => (z >= 0 ? 1 : -1)

/** By how much the correlation of an inactive feature exceeds its bound beyond rounding; ≤ 0 if it does not. */
function violation(gram: Gram, penalty: Penalty, z: number, j: number): number {
  const rounding = 1e-14 * (Math.sqrt(gram.diagonal[j]) * gram.yNorm + penalty.l1[j])
  return excess(penalty, z, j) - rounding
}

/**
 * The violators whose correlation is at least half of that of the worst, the worst first; only the worst if `cautious`.
 * From zero on these are the features that matter; near a solution all correlations are near their bounds, and so are all
 * violators.
 */
function findViolators(
  gram: Gram,
  penalty: Penalty,
  { signs, z }: ActiveSet,
  cautious: boolean,
): number[] {
  const { l1 } = penalty
  const found: number[] = []
  let worst = -1
  let largest = 0
  for (let j = 0; j < l1.length; j++) {
    if (Math.abs(z[j]) <= l1[j] || signs[j] !== 0) continue
    const size = violation(gram, penalty, z[j], j)
    if (!(size > 0)) continue
    found.push(j)
    if (size > largest) {
      worst = j
      largest = size
    }
  }
  if (worst < 0) return []
  if (cautious) return [worst]
  const sizeOf = (j: number): number => violation(gram, penalty, z[j], j)
  return found
    .filter((j) => Math.abs(z[j]) >= Math.abs(z[worst]) / 2)
    .sort((one, other) => sizeOf(other) - sizeOf(one))
}

/** Goes to the minimum on the active features, dropping those that reach 0; returns whether u moved. */
function minimizeOnSet(gram: Gram, penalty: Penalty, state: ActiveSet): boolean {
  const { active, signs, u, target } = state
  let moved = false
  for (;;) {
    for (let k = 0; k < state.count; k++) {
      const j = active[k]
      target[k] = gram.Xty[j] - signs[j] * penalty.l1[j]
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

/** Adds feature j with the given sign; returns false if it is a combination of active features. */
export function enter(
  gram: Gram,
  penalty: Penalty,
  state: ActiveSet,
  j: number,
  sign: number,
): boolean {
  const { active, cross } = state
  gram.entries(j, active, state.count, cross)
  if (!appendRow(state.factor, cross, gram.diagonal[j] + penalty.l2[j])) return false
  state.signs[j] = sign
  active[state.count++] = j
  return true
}

/**
 * Adds feature j although it is a combination of active features, x_j = Σ α_k x_k: raises |u_j| and lowers the others
 * along α, which changes only the penalty, until one of them reaches 0 and leaves.
 */
export function exchange(
  gram: Gram,
  penalty: Penalty,
  state: ActiveSet,
  j: number,
  sign: number,
): boolean {
  const { active, u, signs, target } = state
  gram.entries(j, active, state.count, target)
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
  if (!enter(gram, penalty, state, j, sign)) return false
  u[j] = step * sign
  return true
}
