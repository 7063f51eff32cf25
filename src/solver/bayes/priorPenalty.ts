import {
  checkInteger,
  checkObject,
  checkPositive,
  checkPositiveHeld,
  checkWord,
} from '../input/checks.ts'

/** The prior on each weight. */
export interface Prior {
  /** Laplace with scale b, or Gaussian with standard deviation τ. */
  kind: 'laplace' | 'gaussian'
  /** b or τ, > 0, in the units of a weight. */
  scale: number
}

/** The penalty that makes the penalized fit the most probable one (MAP) under a prior. */
export interface PriorPenalty {
  /** λ of ½‖y − Xw‖² + λ‖w‖₁ or + λ/2·‖w‖²: σ²/b or σ²/τ². */
  perSum: number
  /** λ of this package, whose loss is a mean, 1/(2n)·‖y − Xw‖²: the same divided by n. */
  lambda: number
}

const KINDS = ['laplace', 'gaussian'] as const

/**
 * The λ whose penalized least squares is the MAP estimate under Gaussian noise and a prior on the weights.
 *
 * Minus the log-posterior is ‖y − Xw‖²/(2σ²) + ‖w‖₁/b (Laplace) or + ‖w‖²/(2τ²) (Gaussian), up to constants; times σ²
 * it is the penalized sum of squares with λ = σ²/b or σ²/τ².
 *
 * @param prior its kind and scale
 * @param noise σ, the standard deviation of the noise, > 0, in the units of y
 * @param n number of samples, ≥ 1
 * @throws ShrinkageError if the kind is neither, noise or scale is not > 0, n is not a whole number ≥ 1,
 *   or a double cannot hold the answer
 * @example
 * penaltyFromPrior({ kind: 'laplace', scale: 0.5 }, 2, 100).perSum // 8
 * penaltyFromPrior({ kind: 'gaussian', scale: 0.5 }, 2, 100).lambda // 0.16
 */
export function penaltyFromPrior(prior: Prior, noise: number, n: number): PriorPenalty {
  checkWord(checkObject(prior, 'prior').kind, 'kind', KINDS)
  checkPositive(prior.scale, 'scale')
  checkPositive(noise, 'noise')
  checkInteger(n, 'n', 1)
  const perSum =
    prior.kind === 'laplace' ? noise * (noise / prior.scale) : (noise / prior.scale) ** 2
  return {
    perSum: checkPositiveHeld(perSum, 'perSum', 'λ'),
    lambda: checkPositiveHeld(perSum / n, 'lambda', 'λ'),
  }
}

/**
 * The prior under which a penalty's fit is the MAP estimate: {@link penaltyFromPrior} the other way round.
 *
 * @param kind 'laplace' for an L1 penalty, 'gaussian' for a squared L2 penalty
 * @param lambda λ of this package, > 0
 * @param noise σ, the standard deviation of the noise, > 0, in the units of y
 * @param n number of samples, ≥ 1
 * @throws ShrinkageError if the kind is neither, λ or the noise is not > 0, n is not a whole number ≥ 1,
 *   or a double cannot hold the answer
 * @example
 * priorFromPenalty('laplace', 0.08, 2, 100).scale // 0.5
 * priorFromPenalty('gaussian', 0.16, 2, 100).scale // 0.5
 */
export function priorFromPenalty(
  kind: Prior['kind'],
  lambda: number,
  noise: number,
  n: number,
): Prior {
  checkWord(kind, 'kind', KINDS)
  checkPositive(lambda, 'lambda')
  checkPositive(noise, 'noise')
  checkInteger(n, 'n', 1)
  const scale =
    kind === 'laplace' ? noise * (noise / lambda / n) : noise / Math.sqrt(lambda) / Math.sqrt(n)
  return { kind, scale: checkPositiveHeld(scale, 'scale', 'The scale of the prior') }
}
