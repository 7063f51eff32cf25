import { solveInPlace } from '../algebra/cholesky.ts'
import {
  emptyActiveSet,
  enter,
  exchange,
  leave,
  solveActiveSet,
  type ActiveSet,
} from './activeSet.ts'
import { Corners } from './corners.ts'
import { emptyPenalty, isFree, type Penalty } from './penalty.ts'
import type { Quadratic } from './quadratic.ts'

/** The path as far as it could be followed; `complete` if that is down to `tauMin`. */
export interface Trace {
  corners: Corners
  complete: boolean
}

/** The next thing that happens when τ falls, and how far off it is. */
interface Event {
  distance: number
  joining: number
  /** Position in the active set, as features leave by position. */
  leaving: number
}

/** Steps in a row that may have length 0: ties resolve in fewer, rounding might circle. */
const PATIENCE = 50
/** Corners after which coefficients and correlations are worked out anew, so that rounding does not pile up. */
const REFRESH = 16

/**
 * Follows the lasso from λmax down: with l1 = τ·slopes the solution is piecewise linear in τ.
 *
 * Between corners the active features keep |z_j| = τ·slope_j, so u moves along d = H_AA⁻¹(slopes·signs)_A. A corner is
 * where another feature reaches its bound, or a coefficient reaches 0. Osborne, Presnell and Turlach (2000), "A new
 * approach to variable selection in least squares problems"; Efron et al. (2004), "Least angle regression".
 */
export function tracePath(
  quadratic: Quadratic,
  slopes: Float64Array,
  nonNegative: boolean,
  tauMin: number,
): Trace {
  const { size, allocate } = quadratic
  const penalty = emptyPenalty(size, nonNegative, allocate)
  penalty.l1.set(slopes)
  const state = emptyActiveSet(size, allocate)
  const started = solveActiveSet(quadratic, penalty, state)
  const corners = new Corners(size, allocate)
  corners.push(1, state.u)
  if (!started) return { corners, complete: false }
  const z = allocate(size)
  const fall = allocate(size)
  const direction = allocate(size)
  correlate(quadratic, state, z)
  let tau = 1
  let idle = 0
  for (let step = 1; tau > tauMin; step++) {
    findDirection(quadratic, slopes, state, direction, fall)
    const event = nextEvent(penalty, slopes, state, z, fall, direction, tau)
    // Once the residual is 0 all correlations reach their bound together, at the end.
    const left = tau - tauMin - event.distance
    const ends = left <= Math.max(1e-13, 1e-12 * tau)
    const distance = ends ? tau - tauMin : event.distance
    idle = distance > 1e-14 * tau ? 0 : idle + 1
    if (idle > PATIENCE) return { corners, complete: false }
    tau = ends ? tauMin : tau - distance
    for (let j = 0; j < size; j++) penalty.l1[j] = tau * slopes[j]
    if (ends || step % REFRESH === 0) moveTo(quadratic, penalty, state)
    else moveBy(distance, direction, penalty, state)
    if (step % REFRESH === 0) correlate(quadratic, state, z)
    else for (let j = 0; j < size; j++) z[j] -= distance * fall[j]
    if (!ends && event.leaving >= 0) leave(state, event.leaving)
    if (idle === 0) corners.push(tau, state.u)
    else corners.keepZeros(state.u)
    if (!ends && event.joining >= 0) {
      const sign = z[event.joining] >= 0 ? 1 : -1
      const joined =
        enter(quadratic, penalty, state, event.joining, sign) ||
        exchange(quadratic, penalty, state, event.joining, sign)
      if (!joined) return { corners, complete: false }
    }
  }
  return { corners, complete: true }
}

/** z = c − Hu. */
function correlate(quadratic: Quadratic, state: ActiveSet, z: Float64Array): void {
  quadratic.times(state.u, state.active, state.count, z)
  for (let j = 0; j < z.length; j++) z[j] = quadratic.linear[j] - z[j]
}

/** How fast u moves (`direction`) and z falls (`fall`) when τ falls. */
function findDirection(
  quadratic: Quadratic,
  slopes: Float64Array,
  state: ActiveSet,
  direction: Float64Array,
  fall: Float64Array,
): void {
  const { active, count, signs, target } = state
  for (let k = 0; k < count; k++) target[k] = signs[active[k]] * slopes[active[k]]
  solveInPlace(state.factor, target)
  for (let k = 0; k < count; k++) direction[active[k]] = target[k]
  quadratic.times(direction, active, count, fall)
}

/** Moves u on to where τ is lower by `distance`. */
function moveBy(
  distance: number,
  direction: Float64Array,
  penalty: Penalty,
  { u, active, count, signs }: ActiveSet,
): void {
  for (let k = 0; k < count; k++) {
    const j = active[k]
    u[j] = withSign(u[j] + distance * direction[j], signs[j], isFree(penalty, j))
  }
}

/** Solves for u at the present τ afresh. */
function moveTo(quadratic: Quadratic, penalty: Penalty, state: ActiveSet): void {
  const { active, count, signs, target, u } = state
  for (let k = 0; k < count; k++) {
    target[k] = quadratic.linear[active[k]] - signs[active[k]] * penalty.l1[active[k]]
  }
  solveInPlace(state.factor, target)
  for (let k = 0; k < count; k++) {
    const j = active[k]
    u[j] = withSign(target[k], signs[j], isFree(penalty, j))
  }
}

/** At a corner a coefficient may come out a rounding beyond 0. */
const withSign = (value: number, sign: number, isFree: boolean): number =>
  value * sign > 0 || isFree ? value : 0

function nextEvent(
  penalty: Penalty,
  slopes: Float64Array,
  state: ActiveSet,
  z: Float64Array,
  fall: Float64Array,
  direction: Float64Array,
  tau: number,
): Event {
  const event = { distance: Infinity, joining: -1, leaving: -1 }
  for (let k = 0; k < state.count; k++) {
    const j = state.active[k]
    if (direction[j] * state.signs[j] >= 0 || isFree(penalty, j)) continue
    const distance = -state.u[j] / direction[j]
    if (distance < event.distance) {
      event.distance = distance
      event.leaving = k
    }
  }
  for (let j = 0; j < z.length; j++) {
    if (state.signs[j] !== 0 || slopes[j] === 0) continue
    const bound = tau * slopes[j]
    const above = reach(bound - z[j], slopes[j] - fall[j])
    const below = penalty.nonNegative ? Infinity : reach(bound + z[j], slopes[j] + fall[j])
    const distance = Math.min(above, below)
    if (distance < event.distance) {
      event.distance = distance
      event.joining = j
      event.leaving = -1
    }
  }
  return event
}

/** When a slack that shrinks at `rate` is used up; never if it does not shrink beyond rounding. */
function reach(slack: number, rate: number): number {
  return rate > 1e-12 ? Math.max(0, slack / rate) : Infinity
}
