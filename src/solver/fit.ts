/** A vector as callers may hand it in. It is copied at the door, never changed. */
export type VectorLike = ArrayLike<number>

/** A design as callers may hand it in: n rows of p numbers each, or a dense {@link Matrix}. */
export type MatrixLike = readonly ArrayLike<number>[] | Matrix

/** A dense matrix in column-major order: entry (i, j) is `data[j * rows + i]`. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

/** A class of a classification. */
export type Label = number | string | boolean

/** Anything that predicts ŷ = intercept + X·coefficients: a {@link Fit}, or its copy from JSON. */
export interface Model {
  /** p coefficients. */
  readonly coefficients: VectorLike
  readonly intercept: number
  /** The names of the p features, if they were given. */
  readonly features?: readonly string[]
  /** The two classes of a classification: coefficients > 0 speak for the second. */
  readonly classes?: readonly [Label, Label]
}

/** Options of every linear fit. */
export interface FitOptions {
  /** Fit an unpenalized intercept b? Default true. */
  intercept?: boolean
  /** n sample weights ≥ 0; 0 removes a row, 2 counts it twice. Default all 1. */
  sampleWeights?: VectorLike
  /**
   * p factors ≥ 0 that multiply λ feature by feature: 0 leaves a feature unpenalized, Infinity leaves it out. Default
   * all 1.
   */
  penaltyFactors?: VectorLike
  /**
   * Penalize each coefficient in units of its feature's standard deviation (weighted, with divisor n), as if X had been
   * standardized? The coefficients are those of X as it is. Default false.
   */
  standardize?: boolean
  /** The names of the p features, to be found in the fit. */
  features?: readonly string[]
  /** Keep every coefficient ≥ 0? Default false. */
  nonNegative?: boolean
  /** The duality gap to reach, relative to the objective at zero, ‖y − ȳ‖²/(2n). Default 1e-10. */
  tolerance?: number
  /**
   * Rounds, as `iterations` counts them, before an iterative method gives up and says so. Default 100,000; Newton's
   * method stops at 200.
   */
  maxIterations?: number
  /** 'auto' (the default) takes an exact method where it can; 'coordinate descent' iterates to the tolerance. */
  method?: 'auto' | 'coordinate descent'
}

/** The methods, as a {@link Fit} names the one that produced it. */
export type MethodName =
  | 'QR'
  | 'Cholesky'
  | 'Cholesky of the dual'
  | 'Lanczos'
  | 'active set'
  | 'exact path'
  | 'coordinate descent'
  | 'block coordinate descent'
  | 'proximal Newton'

/**
 * A fitted model as plain data, on the scale of the input: ŷ = intercept + X·coefficients.
 *
 * It minimizes 1/(2n)·‖y − b − Xw‖² + λ(ρ‖w‖₁ + (1 − ρ)/2·‖w‖²) and carries the proof: the duality gap bounds how far
 * `objective` can be above the true minimum.
 */
export interface Fit {
  coefficients: Float64Array
  intercept: number
  lambda: number
  /** Share of the penalty that is L1: 1 is the lasso, 0 is ridge. */
  rho: number
  objective: number
  /** Objective minus dual objective, ≥ 0 up to rounding. */
  dualityGap: number
  /** Largest violation of the optimality conditions, in the units of λ. */
  kktResidual: number
  /**
   * Rounds of the method: passes over the features, steps of Newton's method, or vectors of the Lanczos basis; 1 for a
   * factorization, 0 for a point read off an exact path.
   */
  iterations: number
  /** Whether the duality gap reached the tolerance. */
  converged: boolean
  /** The method that produced the answer. */
  method: MethodName
  /** Caveats: rank deficiency, a solution that is not unique, a fallback. */
  notes: string[]
  /** The names of the p features, if they were given. */
  features?: string[]
  /** The two classes of a logistic fit; its intercept and coefficients are the log-odds of the second. */
  classes?: [Label, Label]
}

/** Fits of one model for many λ, as plain data. */
export interface Path {
  /** The λ in the order in which they were given; those of the knots, from the largest down, for an exact path. */
  lambdas: Float64Array
  /** The certified fit at each λ. */
  fits: Fit[]
  /** Whether the coefficients are linear in λ between two neighbours, so that the path is known at every λ. */
  exact: boolean
}
