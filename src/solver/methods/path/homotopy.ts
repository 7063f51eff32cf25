import { solveInPlace } from '../../algebra/cholesky.ts'
import {
  emptyActiveSet,
  enter,
  exchange,
  leave,
  solveActiveSet,
  type ActiveSet,
} from '../activeSet/activeSet.ts'
import { Corners } from './knots.ts'
import { isFree, type Penalty } from '../../problem/penalty.ts'
import type { Quadratic } from '../activeSet/gram.ts'

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

/** Follows the lasso from λmax, where τ = 1, down to τ = tauMin. */
export function tracePath(quadratic: Quadratic, ceiling: Penalty, tauMin: number): Trace {
  const tracer = new PathTracer(quadratic, ceiling)
  const { corners, state } = tracer
  const started = tracer.restart(1)
  corners.push(1, state.u)
  const complete = started && tracer.follow(tauMin)
  if (complete && tauMin < 1) corners.push(tauMin, state.u)
  return { corners, complete }
}

/**
 * Follows the lasso down: with bounds τ·l1, the `ceiling` being those at λmax, the solution is piecewise linear in τ.
 *
 * Between corners the active features keep |z_j| = τ·l1_j, so u moves along d = H_AA⁻¹(l1·signs)_A. A corner is
 * where another feature reaches its bound, or a coefficient reaches 0. Osborne, Presnell and Turlach (2000), "A new
 * approach to variable selection in least squares problems"; Efron et al. (2004), "Least angle regression".
 */
export class PathTracer {
  readonly corners: Corners
  /** The model at the present τ. */
  readonly state: ActiveSet
  readonly #quadratic: Quadratic
  readonly #ceiling: Penalty
  readonly #z: Float64Array
  readonly #fall: Float64Array
  readonly #direction: Float64Array
  #tau = 1

  /** @param capacity how many features the quadratic may come to have. */
  constructor(quadratic: Quadratic, ceiling: Penalty, capacity = quadratic.size) {
    const { allocate } = quadratic
    this.corners = new Corners(capacity)
    this.state = emptyActiveSet(capacity, allocate)
    this.#quadratic = quadratic
    this.#ceiling = ceiling
    this.#z = allocate(capacity)
    this.#fall = allocate(capacity)
    this.#direction = allocate(capacity)
  }

  /** Solves at τ, starting from the present model; false if rounding prevents that. */
  restart(tau: number): boolean {
    const ceiling = this.#ceiling
    const l1 = ceiling.l1.map((value) => tau * value)
    this.#tau = tau
    const solved = solveActiveSet(this.#quadratic, { ...ceiling, l1 }, this.state)
    if (tau === 1) {
      // At λmax a feature may be at its bound already, where only rounding keeps its coefficient from 0.
      const { u } = this.state
      for (let j = 0; j < u.length; j++) if (ceiling.l1[j] > 0) u[j] = 0
    }
    correlate(this.#quadratic, this.state, this.#z)
    return solved
  }

  /** Follows the path down to τ = `end`, and writes down the corners before; false if ties or rounding stop it. */
  follow(end: number): boolean {
    const { corners, state } = this
    const [quadratic, ceiling] = [this.#quadratic, this.#ceiling]
    const [z, fall, direction] = [this.#z, this.#fall, this.#direction]
    let tau = this.#tau
    let idle = 0
    for (let step = 1; tau > end; step++) {
      findDirection(quadratic, ceiling, state, direction, fall)
      const event = nextEvent(quadratic.size, ceiling, state, z, fall, direction, tau)
      // Once the residual is 0 all correlations reach their bound together, at the end.
      const left = tau - end - event.distance
      const ends = left <= Math.max(1e-13, 1e-12 * tau)
      const distance = ends ? tau - end : event.distance
      idle = distance > 1e-14 * tau ? 0 : idle + 1
      if (idle > PATIENCE) return false
      tau = ends ? end : tau - distance
      if (ends || step % REFRESH === 0) moveTo(tau, quadratic, ceiling, state)
      else moveBy(distance, direction, ceiling, state)
      if (ends || step % REFRESH === 0) correlate(quadratic, state, z)
      else for (let j = 0; j < quadratic.size; j++) z[j] -= distance * fall[j]
      if (ends) break
      if (event.leaving >= 0) leave(state, event.leaving)
      if (idle === 0) corners.push(tau, state.u)
      else corners.keepZeros(state.u)
      if (event.joining >= 0) {
        const sign = z[event.joining] >= 0 ? 1 : -1
        const joined =
          enter(quadratic, ceiling, state, event.joining, sign) ||
          exchange(quadratic, ceiling, state, event.joining, sign)
        if (!joined) return false
      }
    }
    this.#tau = tau
    return true
  }
}

/** z = c − Hu. */
function correlate(quadratic: Quadratic, state: ActiveSet, z: Float64Array): void {
  const { size, linear } = quadratic
  quadratic.times(state.u, state.active, state.count, z)
  for (let j = 0; j < size; j++) z[j] = linear[j] - z[j]
}

/** How fast u moves (`direction`) and z falls (`fall`) when τ falls. */
function findDirection(
  quadratic: Quadratic,
  { l1 }: Penalty,
  state: ActiveSet,
  direction: Float64Array,
  fall: Float64Array,
): void {
  const { active, count, signs, target } = state
  for (let k = 0; k < count; k++) target[k] = signs[active[k]] * l1[active[k]]
  solveInPlace(state.factor, target)
  for (let k = 0; k < count; k++) direction[active[k]] = target[k]
  quadratic.times(direction, active, count, fall)
}

/** Moves u on to where τ is lower by `distance`. */
function moveBy(
  distance: number,
  direction: Float64Array,
  ceiling: Penalty,
  { u, active, count, signs }: ActiveSet,
): void {
  for (let k = 0; k < count; k++) {
    const j = active[k]
    u[j] = withSign(u[j] + distance * direction[j], signs[j], isFree(ceiling, j))
  }
}

/** Solves for u at τ afresh. */
function moveTo(tau: number, quadratic: Quadratic, ceiling: Penalty, state: ActiveSet): void {
  const { active, count, signs, target, u } = state
  for (let k = 0; k < count; k++) {
    const j = active[k]
    target[k] = quadratic.linear[j] - signs[j] * tau * ceiling.l1[j]
  }
  solveInPlace(state.factor, target)
  for (let k = 0; k < count; k++) {
    const j = active[k]
    u[j] = withSign(target[k], signs[j], isFree(ceiling, j))
  }
}

/** At a corner a coefficient may come out a rounding beyond 0. */
const withSign = (value: number, sign: number, isFree: boolean): number =>
  value * sign > 0 || isFree ? value : 0

function nextEvent(
  size: number,
  ceiling: Penalty,
  state: ActiveSet,
  z: Float64Array,
  fall: Float64Array,
  direction: Float64Array,
  tau: number,
): Event {
  const { l1, nonNegative } = ceiling
  const event = { distance: Infinity, joining: -1, leaving: -1 }
  for (let k = 0; k < state.count; k++) {
    const j = state.active[k]
    if (direction[j] * state.signs[j] >= 0 || isFree(ceiling, j)) continue
    const distance = -state.u[j] / direction[j]
    if (distance < event.distance) {
      event.distance = distance
      event.leaving = k
    }
  }
  for (let j = 0; j < size; j++) {
    if (state.signs[j] !== 0 || isFree(ceiling, j)) continue
    const bound = tau * l1[j]
    const above = reach(bound - z[j], l1[j] - fall[j])
    const below = nonNegative ? Infinity : reach(bound + z[j], l1[j] + fall[j])
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
