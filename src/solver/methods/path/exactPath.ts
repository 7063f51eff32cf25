import { kernels } from '../../algebra/kernels/kernels.ts'
import { allocateFromPool } from '../../algebra/workspace.ts'
import type { Fit, Path, VectorLike } from '../../fit.ts'
import { checkLambda, checkLambdas } from '../../input/checks.ts'
import type { Setting } from '../../input/options.ts'
import {
  boundFrom,
  certify,
  certifyFrom,
  residualSquares,
  cancels,
  type Certificate,
} from '../../problem/certificate.ts'
import { penaltyOf, type Penalty } from '../../problem/penalty.ts'
import type { Problem } from '../../problem/problem.ts'
import { isCertified, toFit, type Solution } from '../../problem/solution.ts'
import { coefficientsFrom, interceptFor, objectiveUnit, type Units } from '../../problem/units.ts'
import type { StoredGram } from '../activeSet/gram.ts'
import { ImplicitGram } from '../activeSet/implicitGram.ts'
import { uniquenessNotes } from '../activeSet/uniqueness.ts'
import { solve } from '../chooseMethod.ts'
import { gapsBetweenKnots } from './gapBetweenKnots.ts'
import type { Trace } from './homotopy.ts'
import type { Knots } from './knots.ts'
import { pathCoefficients, type KnotTable, type PathCoefficients } from './pathCoefficients.ts'

/** A point of the path where it bends: between two knots every coefficient is linear in λ. */
export interface Knot {
  lambda: number
  coefficients: Float64Array
  intercept: number
}

/**
 * The whole path of the lasso. Its data, `lambdas`, `fits` and `notes`, outlive a copy; {@link pathAt} reads the path off
 * them. What is computed from X and y on demand does not: `knots`, `at` and `coefficientsAt`.
 */
export interface LassoPath extends Path {
  /** Caveats: where the exact path ended early. */
  notes: string[]
  /** The coefficients at the λ of the path alone, from λmax down to `lambdaMin`; quicker to have than the `fits`. */
  readonly knots: Knot[]
  /** The certified fit at any λ ≥ 0: between knots by interpolation, which is exact. */
  readonly at: (lambda: number) => Fit
  /** The coefficients alone at many λ ≥ 0: a path is proven once, so a further λ costs next to nothing. */
  readonly coefficientsAt: (lambdas: VectorLike) => PathCoefficients
}

/** The parts of a path that outlive its problem. */
export interface PathParts {
  trace: Trace
  /** XᵀX in memory that outlives the problem; null where points have to be proven from the data. */
  gram: StoredGram | null
  units: Units
  setting: Setting
  lambdaMax: number
  /** Where the path was to end. */
  lambdaMin: number
  penaltyAtMax: Penalty
  /** Prepares the problem anew and works on it. */
  reopen: <Result>(work: (problem: Problem) => Result) => Result
}

/**
 * The last line of a path that goes down to λ = 0 is proven down to this share of the last λ > 0: at λ = 0 itself
 * nothing is penalized, which takes a proof from the data.
 */
const LEAST_SHARE = 1e-6

/** A path as its knots, in the units of the problem; everything else is computed when it is asked for. */
export class ExactPath implements LassoPath {
  declare readonly lambdas: Float64Array
  declare readonly fits: Fit[]
  readonly exact = true
  readonly notes: string[]
  readonly #parts: PathParts
  readonly #knots: Knots
  /** The λ of the last knot: below it each λ is solved by itself. */
  readonly #last: number
  #lambdas: Float64Array | undefined
  #fits: Fit[] | undefined
  #publicKnots: Knot[] | undefined
  #lines: { table: KnotTable; gaps: Float64Array } | undefined
  #buffers: { u: Float64Array; correlations: Float64Array; penalty: Penalty } | undefined

  /**
   * Properties that are computed when they are first read. Each path has its own, as a spread, JSON and structuredClone know
   * no others, but all paths share their getters: with getters of its own, what a path holds survives V8's quick
   * collections, which doubles the time of a small path.
   */
  static readonly #onDemand: PropertyDescriptorMap & ThisType<ExactPath> = {
    lambdas: {
      get() {
        return (this.#lambdas ??= this.#tableOf(this.#knots).lambdas.slice())
      },
      enumerable: true,
    },
    fits: {
      get() {
        return (this.#fits ??= Array.from(this.lambdas, this.#at))
      },
      enumerable: true,
    },
  }

  constructor(parts: PathParts) {
    const { knots, complete } = parts.trace
    this.#parts = parts
    this.#knots = knots
    this.#last = this.#lambdaOf(knots.taus[knots.count - 1])
    this.notes = complete ? [] : [`Below λ = ${this.#last} each λ is solved by itself.`]
    Object.defineProperties(this, ExactPath.#onDemand)
  }

  get knots(): Knot[] {
    return (this.#publicKnots ??= knotsOf(this.#tableOf(this.#knots)))
  }

  // Both are bound, as programs pass them on: lambdas.map(path.at).
  get at(): (lambda: number) => Fit {
    return this.#at
  }

  get coefficientsAt(): (lambdas: VectorLike) => PathCoefficients {
    return this.#coefficientsAt
  }

  readonly #at = (lambda: number): Fit => {
    checkLambda(lambda)
    const interpolated = lambda >= this.#last ? this.#interpolatedFit(lambda) : null
    if (interpolated !== null) return interpolated
    const { reopen, setting } = this.#parts
    const fit = reopen((problem) => solve(problem, lambda, 1, setting))
    fit.notes.push('The exact path does not serve here, so this λ was solved by itself.')
    return fit
  }

  readonly #coefficientsAt = (lambdas: VectorLike): PathCoefficients => {
    const list = checkLambdas(lambdas)
    const { table, gaps } = (this.#lines ??= this.#provenLines())
    return pathCoefficients(list, table, gaps, this.at)
  }

  /** The path ends at lambdaMin itself, not at a rounding error from it. */
  #lambdaOf(tau: number): number {
    const { lambdaMax, lambdaMin } = this.#parts
    const tauMin = lambdaMax > 0 ? Math.min(1, lambdaMin / lambdaMax) : 1
    return tau === tauMin ? Math.min(lambdaMin, lambdaMax) : tau * lambdaMax
  }

  #interpolatedFit(lambda: number): Fit | null {
    const { units, setting, lambdaMax, penaltyAtMax } = this.#parts
    // Most of the time for one λ would go into allocating arrays, so these serve every call.
    this.#buffers ??= {
      u: units.means.slice(),
      correlations: units.means.slice(),
      penalty: { ...penaltyAtMax, l1: penaltyAtMax.l1.slice() },
    }
    const { u, correlations, penalty } = this.#buffers
    penaltyOf(units, lambda, 1, setting, penalty)
    this.#knots.interpolate(lambdaMax > 0 ? lambda / lambdaMax : 1, u)
    const { certificate, notes } = this.#prove(penalty, u, correlations)
    if (!isCertified(units, certificate, setting.tolerance)) return null
    const method = 'exact path'
    const solution: Solution = { u, certificate, method, iterations: 0, notes }
    return toFit(units, lambda, 1, solution, setting.tolerance)
  }

  #prove(
    penalty: Penalty,
    u: Float64Array,
    z: Float64Array,
  ): { certificate: Certificate; notes: string[] } {
    const { gram, units, reopen } = this.#parts
    if (gram !== null && !penalty.l1.includes(0) && !cancels(units, u)) {
      gram.correlations(u, z)
      const squares = residualSquares(units, u, gram.Xty, z)
      const certificate = certifyFrom(units, penalty, u, z, squares)
      return { certificate, notes: uniquenessNotes(units, penalty, z, u, () => gram) }
    }
    return reopen((problem) => {
      const certificate = certify(problem, penalty, u)
      const implicit = () => new ImplicitGram(problem)
      const notes = uniquenessNotes(units, penalty, certificate.correlations, u, implicit)
      return { certificate, notes }
    })
  }

  /** The lines between knots, with their largest gaps in the units of the input; infinite if above the tolerance. */
  #provenLines(): { table: KnotTable; gaps: Float64Array } {
    const { gram, units, setting, penaltyAtMax, reopen } = this.#parts
    const knots = this.#knots.aboveZero(LEAST_SHARE)
    const gaps =
      gram !== null && !penaltyAtMax.l1.includes(0)
        ? gapsByGram(knots, penaltyAtMax, units, gram)
        : reopen((problem) =>
            gapsBetweenKnots(knots, penaltyAtMax, (penalty, u) => certify(problem, penalty, u)),
          )
    const allowed = setting.tolerance * units.nullObjective
    const unit = objectiveUnit(units)
    for (let k = 0; k < gaps.length; k++) gaps[k] = gaps[k] <= allowed ? gaps[k] * unit : Infinity
    return { table: this.#tableOf(knots), gaps }
  }

  #tableOf({ taus, count, size, coefficients: u }: Knots): KnotTable {
    const { units } = this.#parts
    const used = u.subarray(0, count * size)
    const coefficients = coefficientsFrom(units, used, allocateFromPool(used.length))
    const lambdas = allocateFromPool(count)
    const intercepts = allocateFromPool(count)
    for (let k = 0; k < count; k++) {
      lambdas[k] = this.#lambdaOf(taus[k])
      intercepts[k] = interceptFor(units, coefficients, k * size)
    }
    return { size, lambdas, coefficients, intercepts }
  }
}

/** The gaps between knots from XᵀX alone, where every feature is penalized. */
function gapsByGram(
  knots: Knots,
  penaltyAtMax: Penalty,
  units: Units,
  kept: StoredGram,
): Float64Array {
  const workspace = kernels.workspace(kept.H.length + 4 * kept.size)
  const gram = kept.placedIn(workspace)
  const gaps = gapsBetweenKnots(knots, penaltyAtMax, (penalty, u, z) => {
    gram.correlations(u, z)
    if (cancels(units, u)) return { dualityGap: Infinity, shrink: 0, correlations: z }
    return boundFrom(units, penalty, u, z, residualSquares(units, u, gram.Xty, z))
  })
  workspace.release()
  return gaps
}

function knotsOf({ size, lambdas, coefficients, intercepts }: KnotTable): Knot[] {
  return Array.from(lambdas, (lambda, k) => ({
    lambda,
    coefficients: coefficients.slice(k * size, (k + 1) * size),
    intercept: intercepts[k],
  }))
}
