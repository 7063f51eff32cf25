import { allocateFromPool } from '../../algebra/pool.ts'
import { checkLambda, checkLambdas } from '../../input/checks.ts'
import type { Fit, FitOptions, MatrixLike, VectorLike } from '../../fit.ts'
import { certify } from '../../problem/certificate.ts'
import type { Corners } from './knots.ts'
import { DesignQuadratic } from '../activeSet/implicitGram.ts'
import { elasticNet } from '../../models/linear/elasticNet.ts'
import { fitFrom, interceptOf, isCertified, originalCoefficients } from '../../problem/toFit.ts'
import type { Trace } from './homotopy.ts'
import type { Knot, LassoPath } from '../../models/linear/lassoPath.ts'
import { pathCoefficients, type KnotTable, type PathCoefficients } from './pathCoefficients.ts'
import type { PathProof, Proven } from './pathProof.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import { withProblem, type Problem } from '../../problem/problem.ts'
import { lineGaps } from './gapBetweenKnots.ts'
import type { Setting } from '../../input/options.ts'
import { uniquenessNotes } from '../activeSet/uniqueness.ts'

/** What a path was asked for, to be asked again where its corners do not serve. */
export interface PathData {
  X: MatrixLike
  y: VectorLike
  options: FitOptions
}

/** The λ of a path. */
export interface PathRange {
  lambdaMax: number
  /** Where the path was to end, also as its share of λmax. */
  lambdaMin: number
  tauMin: number
  /** The penalty at λmax. */
  ceiling: Penalty
}

/** A path as its corners, in the units of the problem. Everything else is worked out when it is asked for. */
export class ExactPath implements LassoPath {
  declare readonly lambdas: Float64Array
  declare readonly fits: Fit[]
  readonly exact = true
  readonly notes: string[]
  readonly #corners: Corners
  readonly #proof: PathProof | null
  readonly #data: PathData
  readonly #units: Problem
  readonly #setting: Setting
  readonly #range: PathRange
  /** The λ of the last corner: further down each λ is solved by itself. */
  readonly #last: number
  #knots: Knot[] | undefined
  #table: KnotTable | undefined
  #gaps: Float64Array | undefined
  #room: { u: Float64Array; correlations: Float64Array; penalty: Penalty } | undefined

  /**
   * @param proof null where points have to be proven from the data; `units` is the problem, of which only these are read,
   *   as its memory serves the next one.
   */
  constructor(
    { corners, complete }: Trace,
    proof: PathProof | null,
    data: PathData,
    units: Problem,
    setting: Setting,
    range: PathRange,
  ) {
    this.#corners = corners
    this.#proof = proof
    this.#data = data
    this.#units = units
    this.#setting = setting
    this.#range = range
    this.#last = this.#lambdaOf(corners.taus[corners.count - 1])
    this.notes = complete ? [] : [`Below λ = ${this.#last} each λ is solved by itself.`]
    // Own properties, as a spread, JSON and structuredClone know no others.
    defineOnDemand(this, 'lambdas', () => this.#knotTable().lambdas.slice())
    defineOnDemand(this, 'fits', () => Array.from(this.lambdas, this.#at))
  }

  get knots(): Knot[] {
    return (this.#knots ??= knotsOf(this.#knotTable()))
  }

  // Both are bound, as programs hand them on: lambdas.map(path.at).
  get at(): (lambda: number) => Fit {
    return this.#at
  }

  get coefficientsAt(): (lambdas: VectorLike) => PathCoefficients {
    return this.#coefficientsAt
  }

  readonly #at = (lambda: number): Fit => {
    checkLambda(lambda)
    if (lambda >= this.#last) {
      const fit = this.#interpolatedFit(lambda)
      if (fit !== null) return fit
    }
    const { X, y, options } = this.#data
    const fit = elasticNet(X, y, lambda, 1, options)
    fit.notes.push('The exact path does not serve here, so this λ was solved by itself.')
    return fit
  }

  readonly #coefficientsAt = (lambdas: VectorLike): PathCoefficients => {
    this.#gaps ??= this.#provenGaps()
    return pathCoefficients(checkLambdas(lambdas), this.#knotTable(), this.#gaps, this)
  }

  /** The path ends at lambdaMin itself, not a rounding beside it. */
  #lambdaOf(tau: number): number {
    const { lambdaMax, lambdaMin, tauMin } = this.#range
    return tau === tauMin ? Math.min(lambdaMin, lambdaMax) : tau * lambdaMax
  }

  #interpolatedFit(lambda: number): Fit | null {
    const [units, setting] = [this.#units, this.#setting]
    const { lambdaMax, ceiling } = this.#range
    // Most of the time for one λ would go into making arrays, so these serve every call.
    this.#room ??= {
      u: units.means.slice(),
      correlations: units.means.slice(),
      penalty: { ...ceiling, l1: ceiling.l1.slice() },
    }
    const { u, correlations, penalty } = this.#room
    penaltyOf(units, lambda, 1, setting, penalty)
    this.#corners.interpolate(lambdaMax > 0 ? lambda / lambdaMax : 1, u)
    const { certificate, notes } = this.#prove(penalty, u, correlations)
    if (!isCertified(units, certificate, setting.tolerance)) return null
    const answer = { u, certificate, method: 'exact path', iterations: 0, notes }
    return fitFrom(units, lambda, 1, answer, setting.tolerance)
  }

  #prove(penalty: Penalty, u: Float64Array, correlations: Float64Array): Proven {
    const proof = this.#proof
    if (proof !== null && !penalty.l1.includes(0)) return proof.prove(penalty, u, correlations)
    const { X, y, options } = this.#data
    return withProblem(X, y, options, (problem) => {
      const certificate = certify(problem, penalty, u)
      const quadratic = () => new DesignQuadratic(problem)
      const notes = uniquenessNotes(problem, penalty, certificate.correlations, u, quadratic)
      return { certificate, notes }
    })
  }

  /** The largest gaps between the corners, in the units of the input; infinite where they are more than allowed. */
  #provenGaps(): Float64Array {
    const { X, y, options } = this.#data
    const { ceiling } = this.#range
    const units = this.#units
    const proof = this.#proof
    const allowed = this.#setting.tolerance * units.nullObjective
    const unit = (units.yScale * units.yScale) / units.weight
    const gaps =
      proof !== null && !ceiling.l1.includes(0)
        ? (proof.lineGaps(this.#corners, ceiling) ??
          lineGaps(this.#corners, ceiling, (penalty, u, room) =>
            // At λ = 0 nothing is penalised.
            penalty.l1[0] > 0
              ? proof.bound(penalty, u, room)
              : this.#prove(penalty, u, room).certificate,
          ))
        : withProblem(X, y, options, (problem) =>
            lineGaps(this.#corners, ceiling, (penalty, u) => certify(problem, penalty, u)),
          )
    for (let k = 0; k < gaps.length; k++) gaps[k] = gaps[k] <= allowed ? gaps[k] * unit : Infinity
    return gaps
  }

  #knotTable(): KnotTable {
    if (this.#table !== undefined) return this.#table
    const units = this.#units
    const { taus, count, size } = this.#corners
    const u = this.#corners.coefficients.subarray(0, count * size)
    const coefficients = originalCoefficients(units, u, allocateFromPool(u.length))
    const lambdas = allocateFromPool(count)
    const intercepts = allocateFromPool(count)
    for (let k = 0; k < count; k++) {
      lambdas[k] = this.#lambdaOf(taus[k])
      intercepts[k] = interceptOf(units, coefficients, k * size)
    }
    return (this.#table = { lambdas, coefficients, intercepts })
  }
}

/** Gives an object a property that is worked out when it is first read. */
function defineOnDemand(target: object, name: string, make: () => unknown): void {
  const get = () => {
    const value = make()
    Object.defineProperty(target, name, { value, enumerable: true, writable: true })
    return value
  }
  Object.defineProperty(target, name, { get, enumerable: true, configurable: true })
}

function knotsOf({ lambdas, coefficients, intercepts }: KnotTable): Knot[] {
  const size = coefficients.length / lambdas.length
  return Array.from(lambdas, (lambda, k) => ({
    lambda,
    coefficients: coefficients.slice(k * size, (k + 1) * size),
    intercept: intercepts[k],
  }))
}
