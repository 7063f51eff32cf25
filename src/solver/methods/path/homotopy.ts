import { solveInPlace } from '../../algebra/cholesky.ts'
import { isFree, type Penalty } from '../../problem/penalty.ts'
import {
  emptyActiveSet,
  enter,
  exchange,
  leave,
  signOf,
  solveActiveSet,
  type ActiveSet,
} from '../activeSet/activeSet.ts'
import type { Gram } from '../activeSet/gram.ts'
import { Knots } from './knots.ts'

/** The path as far as it could be followed; `complete` if that is down to `tauMin`. */
export interface Trace {
  knots: Knots
  complete: boolean
}

/** The next change of the active set as τ falls, and how far away it is. */
interface Event {
  distance: number
  /** The feature that enters, or −1. */
  entering: number
  /** The position in the active set of the feature that leaves, or −1. */
  leaving: number
}

/** Steps of length 0 in a row that are allowed: ties resolve in fewer, rounding might cycle. */
const PATIENCE = 50
/** Steps after which coefficients and correlations are computed afresh, so that rounding does not accumulate. */
const REFRESH = 16

/**
 * Follows the lasso path from λmax, where τ = 1, down to τ = tauMin.
 *
 * With bounds τ·l1 the solution is piecewise linear in τ. Between knots the active features keep |z_j| = τ·l1_j, so u
 * moves along d = H_AA⁻¹(l1·signs)_A. A knot is where another feature reaches its bound, or a coefficient reaches 0.
 * Osborne, Presnell and Turlach (2000), "A new approach to variable selection in least squares problems"; Efron et al.
 * (2004), "Least angle regression".
 *
 * @param gram XᵀX and Xᵀy.
 * @param penaltyAtMax the penalty at λmax.
 * @param tauMin where to stop, as a share of λmax.
 */
export function followByHomotopy(gram: Gram, penaltyAtMax: Penalty, tauMin: number): Trace {
  const knots = new Knots(gram.size)
  const state = emptyActiveSet(gram.size, gram.allocate)
  const solved = solveActiveSet(gram, penaltyAtMax, state)
  // At λmax only rounding keeps the coefficient of a feature at its bound from 0.
  for (let j = 0; j < gram.size; j++) if (penaltyAtMax.l1[j] > 0) state.u[j] = 0
  knots.push(1, state.u)
  const complete = solved && new Homotopy(gram, penaltyAtMax, state).follow(tauMin, knots)
  if (complete && tauMin < 1) knots.push(tauMin, state.u)
  return { knots, complete }
}

class Homotopy {
  readonly #gram: Gram
  readonly #penalty: Penalty
  readonly #state: ActiveSet
  /** c − Hu. */
  readonly #z: Float64Array
  /** How fast u moves and z falls as τ falls. */
  readonly #direction: Float64Array
  readonly #fall: Float64Array
  #tau = 1

  constructor(gram: Gram, penaltyAtMax: Penalty, state: ActiveSet) {
    this.#gram = gram
    this.#penalty = penaltyAtMax
    this.#state = state
    this.#z = gram.allocate(gram.size)
    this.#direction = gram.allocate(gram.size)
    this.#fall = gram.allocate(gram.size)
  }

  /** Goes down to τ = `end` and records the knots on the way; false if ties or rounding stop it. */
  follow(end: number, knots: Knots): boolean {
    const state = this.#state
    let idle = 0
    this.#correlate()
    for (let step = 1; this.#tau > end; step++) {
      const tau = this.#tau
      this.#findDirection()
      const event = this.#nextEvent()
      // Once the residual is 0 all correlations reach their bounds together, at the end.
      const isLast = tau - end - event.distance <= Math.max(1e-13, 1e-12 * tau)
      if (isLast) {
        this.#moveTo(end)
        return true
      }
      idle = event.distance > 1e-14 * tau ? 0 : idle + 1
      if (idle > PATIENCE) return false
      if (step % REFRESH === 0) this.#moveTo(tau - event.distance)
      else this.#moveBy(event.distance)
      if (event.leaving >= 0) leave(state, event.leaving)
      if (idle === 0) knots.push(this.#tau, state.u)
      else knots.keepZeros(state.u)
      if (event.entering >= 0 && !this.#enter(event.entering)) return false
    }
    return true
  }

  #correlate(): void {
    const { size, Xty } = this.#gram
    const { u, active, count } = this.#state
    const z = this.#z
    this.#gram.times(u, active, count, z)
    for (let j = 0; j < size; j++) z[j] = Xty[j] - z[j]
  }

  #findDirection(): void {
    const { active, count, signs, target, factor } = this.#state
    const { l1 } = this.#penalty
    for (let k = 0; k < count; k++) target[k] = signs[active[k]] * l1[active[k]]
    solveInPlace(factor, target)
    for (let k = 0; k < count; k++) this.#direction[active[k]] = target[k]
    this.#gram.times(this.#direction, active, count, this.#fall)
  }

  #nextEvent(): Event {
    const [z, fall, direction, penalty] = [this.#z, this.#fall, this.#direction, this.#penalty]
    const { u, active, count, signs } = this.#state
    const { l1, nonNegative } = penalty
    const event = { distance: Infinity, entering: -1, leaving: -1 }
    for (let k = 0; k < count; k++) {
      const j = active[k]
      if (direction[j] * signs[j] >= 0 || isFree(penalty, j)) continue
      const distance = -u[j] / direction[j]
      if (distance < event.distance) {
        event.distance = distance
        event.leaving = k
      }
    }
    for (let j = 0; j < z.length; j++) {
      if (signs[j] !== 0 || isFree(penalty, j)) continue
      const bound = this.#tau * l1[j]
      const above = distanceOf(bound - z[j], l1[j] - fall[j])
      const below = nonNegative ? Infinity : distanceOf(bound + z[j], l1[j] + fall[j])
      const distance = Math.min(above, below)
      if (distance < event.distance) {
        event.distance = distance
        event.entering = j
        event.leaving = -1
      }
    }
    return event
  }

  /** Lowers τ by `distance` along the line. */
  #moveBy(distance: number): void {
    const { u, active, count, signs } = this.#state
    const [z, fall, direction] = [this.#z, this.#fall, this.#direction]
    this.#tau -= distance
    for (let k = 0; k < count; k++) {
      const j = active[k]
      u[j] = withSign(u[j] + distance * direction[j], signs[j], isFree(this.#penalty, j))
    }
    for (let j = 0; j < z.length; j++) z[j] -= distance * fall[j]
  }

  /** Goes to τ and solves for u there afresh. */
  #moveTo(tau: number): void {
    const { active, count, signs, target, u, factor } = this.#state
    const { l1 } = this.#penalty
    this.#tau = tau
    for (let k = 0; k < count; k++) {
      const j = active[k]
      target[k] = this.#gram.Xty[j] - signs[j] * tau * l1[j]
    }
    solveInPlace(factor, target)
    for (let k = 0; k < count; k++) {
      const j = active[k]
      u[j] = withSign(target[k], signs[j], isFree(this.#penalty, j))
    }
    this.#correlate()
  }

  #enter(j: number): boolean {
    const [gram, penalty, state] = [this.#gram, this.#penalty, this.#state]
    const sign = signOf(this.#z[j])
    return enter(gram, penalty, state, j, sign) || exchange(gram, penalty, state, j, sign)
  }
}

/** At a knot a coefficient may come out a rounding error beyond 0. */
const withSign = (value: number, sign: number, isFree: boolean): number =>
  value * sign > 0 || isFree ? value : 0

/** How far a slack lasts that shrinks at `rate`; Infinity if it shrinks by rounding alone. */
function distanceOf(slack: number, rate: number): number {
  return rate > 1e-12 ? Math.max(0, slack / rate) : Infinity
}
