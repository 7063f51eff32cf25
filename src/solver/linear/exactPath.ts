import { checkLambda, checkLambdas } from '../checks.ts'
import type { Fit, VectorLike } from '../fit.ts'
import { boundByGram, certify, certifyByGram } from './certificate.ts'
import type { Corners } from './corners.ts'
import type { DualBound } from './dualBound.ts'
import { fitFrom, interceptOf, isCertified, originalCoefficients } from './fitFrom.ts'
import type { Trace } from './homotopy.ts'
import type { Knot, LassoPath } from './lassoPath.ts'
import { pathCoefficients, type KnotTable, type PathCoefficients } from './pathCoefficients.ts'
import { penaltyOf, type Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import { GramQuadratic, type Quadratic } from './quadratic.ts'
import { lineGaps } from './segmentGap.ts'
import type { Setting } from './setting.ts'
import { solve } from './solve.ts'

/** What belongs to a path beside its corners. */
export interface PathProblem {
  problem: Problem
  setting: Setting
  quadratic: Quadratic
  lambdaMax: number
  /** Where the path was to end, also as its share of λmax. */
  lambdaMin: number
  tauMin: number
  /** The penalty at λmax. */
  ceiling: Penalty
}

/** A path as its corners, in the units of the problem. Everything else is worked out when it is asked for. */
export class ExactPath implements LassoPath {
  readonly notes: string[]
  readonly #given: PathProblem
  readonly #corners: Corners
  /** The λ of the last corner: further down each λ is solved by itself. */
  readonly #last: number
  #knots: Knot[] | undefined
  #table: KnotTable | undefined
  #gaps: Float64Array | undefined
  #room: { u: Float64Array; correlations: Float64Array; penalty: Penalty } | undefined

  constructor(given: PathProblem, { corners, complete }: Trace) {
    this.#given = given
    this.#corners = corners
    this.#last = this.#lambdaOf(corners.taus[corners.count - 1])
    this.notes = complete ? [] : [`Below λ = ${this.#last} each λ is solved by itself.`]
  }

  get knots(): Knot[] {
    return (this.#knots ??= knotsOf(this.#knotTable()))
  }

  at(lambda: number): Fit {
    checkLambda(lambda)
    const { problem, setting } = this.#given
    if (lambda >= this.#last) {
      const fit = this.#interpolatedFit(lambda)
      if (fit !== null) return fit
    }
    const fit = solve(problem, lambda, 1, setting)
    fit.notes.push('The exact path does not serve here, so this λ was solved by itself.')
    return fit
  }

  coefficientsAt(lambdas: VectorLike): PathCoefficients {
    this.#gaps ??= this.#provenGaps()
    return pathCoefficients(checkLambdas(lambdas), this.#knotTable(), this.#gaps, this)
  }

  /** The path ends at lambdaMin itself, not a rounding beside it. */
  #lambdaOf(tau: number): number {
    const { lambdaMax, lambdaMin, tauMin } = this.#given
    return tau === tauMin ? Math.min(lambdaMin, lambdaMax) : tau * lambdaMax
  }

  #interpolatedFit(lambda: number): Fit | null {
    const { problem, setting, quadratic, lambdaMax, ceiling } = this.#given
    const { columns, allocate } = problem
    // Most of the time for one λ would go into making arrays, so these serve every call.
    this.#room ??= {
      u: allocate(columns),
      correlations: allocate(columns),
      penalty: { ...ceiling, l1: allocate(columns) },
    }
    const { u, correlations, penalty } = this.#room
    penaltyOf(problem, lambda, 1, setting, penalty)
    this.#corners.interpolate(lambdaMax > 0 ? lambda / lambdaMax : 1, u)
    const certificate =
      quadratic instanceof GramQuadratic
        ? certifyByGram(problem, quadratic, penalty, u, correlations)
        : certify(problem, penalty, u)
    if (!isCertified(problem, certificate, setting.tolerance)) return null
    const answer = { u, certificate, method: 'exact path', iterations: 0, notes: [] }
    return fitFrom(problem, lambda, 1, answer, setting.tolerance)
  }

  /** The largest gaps between the corners, in the units of the input; infinite where they are more than allowed. */
  #provenGaps(): Float64Array {
    const { problem, setting, quadratic, ceiling } = this.#given
    const allowed = setting.tolerance * problem.nullObjective
    const unit = (problem.yScale * problem.yScale) / problem.weight
    const boundGap = (penalty: Penalty, u: Float64Array, room: Float64Array): DualBound =>
      quadratic instanceof GramQuadratic
        ? boundByGram(problem, quadratic, penalty, u, room)
        : certify(problem, penalty, u)
    const gaps = lineGaps(this.#corners, ceiling, boundGap, problem.allocate)
    for (let k = 0; k < gaps.length; k++) gaps[k] = gaps[k] <= allowed ? gaps[k] * unit : Infinity
    return gaps
  }

  #knotTable(): KnotTable {
    if (this.#table !== undefined) return this.#table
    const { problem } = this.#given
    const { columns, allocate } = problem
    const { taus, count } = this.#corners
    const u = this.#corners.coefficients.subarray(0, count * columns)
    const coefficients = originalCoefficients(problem, u, allocate(u.length))
    const lambdas = allocate(count)
    const intercepts = allocate(count)
    for (let k = 0; k < count; k++) {
      lambdas[k] = this.#lambdaOf(taus[k])
      intercepts[k] = interceptOf(problem, coefficients, k * columns)
    }
    return (this.#table = { lambdas, coefficients, intercepts })
  }
}

function knotsOf({ lambdas, coefficients, intercepts }: KnotTable): Knot[] {
  const size = coefficients.length / lambdas.length
  return Array.from(lambdas, (lambda, k) => ({
    lambda,
    coefficients: coefficients.slice(k * size, (k + 1) * size),
    intercept: intercepts[k],
  }))
}
