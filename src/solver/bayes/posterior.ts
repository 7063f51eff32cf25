import { checkFinite, checkPositive } from '../input/checks.ts'
import { readOptions } from '../input/options.ts'
import { ShrinkageError } from '../input/errors.ts'
import { rawSoftThreshold } from '../proximal/softThreshold.ts'
import { gaussianDistribution } from './gaussianDistribution.ts'
import { HALF_LOG_TWO_PI, logMillsRatio, logUpperTail, meanExcess } from './gaussianTail.ts'

/** The largest distance from 0, in units of the noise, whose square can be represented. */
const LARGEST = 1e153

/** The posterior of one weight given one noisy observation. */
export interface Posterior {
  /** The most probable weight: the penalized estimate (MAP). */
  mode: number
  median: number
  mean: number
  /** Density at w, normalized. */
  density(w: number): number
  /** Logarithm of the normalized density at w. */
  logDensity(w: number): number
}

/**
 * Posterior of one weight w seen as z = w + Gaussian noise, under a Gaussian prior with mean 0.
 *
 * It is Gaussian again: mean z·τ²/(τ² + σ²), variance σ²τ²/(τ² + σ²), and mode, median and mean are one number, the
 * ridge estimate. The least-squares weight of a regression on one feature is such a z, with noise σ/‖x‖₂.
 *
 * @param given.observation z, in the units of w
 * @param given.noise σ, the standard deviation of z around w, > 0
 * @param given.deviation τ, the standard deviation of the prior, > 0
 * @throws ShrinkageError if the observation is not finite, or noise or deviation is not > 0
 * @example
 * gaussianPosterior({ observation: 2, noise: 1, deviation: 1 }).mode // 1
 */
export function gaussianPosterior(given: {
  observation: number
  noise: number
  deviation: number
}): Posterior {
  const { observation, noise, deviation } = readOptions(
    given,
    ['observation', 'noise', 'deviation'],
    'gaussianPosterior',
  )
  checkFinite(observation, 'observation')
  checkPositive(noise, 'noise')
  checkPositive(deviation, 'deviation')
  const ratio = noise / deviation
  // For a large ratio its square could overflow.
  const mean =
    ratio > 1 ? observation / ratio / (ratio + 1 / ratio) : observation / (1 + ratio ** 2)
  const spread = noise / Math.hypot(1, ratio)
  const { density, logDensity } = gaussianDistribution(mean, spread)
  return { mode: mean, median: mean, mean, density, logDensity }
}

/**
 * Posterior of one weight w seen as z = w + Gaussian noise, under a Laplace prior with location 0.
 *
 * The mode is softThreshold(z, σ²/b), exactly 0 for |z| ≤ σ²/b; median and mean are not 0 unless z is. On each side of 0
 * the posterior is a piece of a Gaussian, so all three have closed forms (the median by a few Newton steps on one tail);
 * they are written in Mills' ratio and stay accurate far into the tails.
 * Source: Park & Casella (2008), "The Bayesian lasso"; Hans (2009), "Bayesian lasso regression".
 *
 * @param given.observation z, in the units of w
 * @param given.noise σ, the standard deviation of z around w, > 0
 * @param given.scale b, the scale of the prior, > 0
 * @throws ShrinkageError if the observation is not finite, noise or scale is not > 0, or they are more than 153 decades
 *   apart
 * @example
 * laplacePosterior({ observation: 3, noise: 1, scale: 1 }).mode // 2
 * laplacePosterior({ observation: 0.5, noise: 1, scale: 1 }).mode // 0
 * laplacePosterior({ observation: 0.5, noise: 1, scale: 1 }).mean > 0.1 // true
 */
export function laplacePosterior(given: {
  observation: number
  noise: number
  scale: number
}): Posterior {
  const { observation, noise, scale } = readOptions(
    given,
    ['observation', 'noise', 'scale'],
    'laplacePosterior',
  )
  checkFinite(observation, 'observation')
  checkPositive(noise, 'noise')
  checkPositive(scale, 'scale')
  // In units of the noise: right of 0 a standard Gaussian beyond `right`, left of 0 one beyond `left`.
  const right = noise / scale - observation / noise
  const left = noise / scale + observation / noise
  if (!(Math.max(Math.abs(left), Math.abs(right)) < LARGEST)) {
    throw new ShrinkageError(
      'overflow',
      `observation ${observation}, noise ${noise} and scale ${scale} are too far apart for double precision; expected ratios below ${LARGEST}.`,
      { name: 'observation', given: Math.max(Math.abs(left), Math.abs(right)), most: LARGEST },
    )
  }
  const logOdds = logMillsRatio(right) - logMillsRatio(left)
  const onRight = 1 / (1 + Math.exp(-logOdds))
  const onLeft = 1 / (1 + Math.exp(logOdds))

  function logDensity(w: number): number {
    const side = w < 0 ? logOdds : -logOdds
    return (
      logTruncated(Math.abs(w) / noise, w < 0 ? left : right) -
      Math.log(noise) -
      logOnePlusExp(side)
    )
  }

  return {
    mode: rawSoftThreshold(observation, noise * (noise / scale)),
    median:
      noise * (observation < 0 ? -medianBeyond(left, -logOdds) : medianBeyond(right, logOdds)),
    mean: noise * (onRight * meanExcess(right) - onLeft * meanExcess(left)),
    density: (w) => Math.exp(logDensity(w)),
    logDensity,
  }
}

/** log(1 + exp(x)) without overflow. */
function logOnePlusExp(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

/** Log-density at u ≥ 0 of Z − t given Z > t, for a standard Gaussian Z. */
function logTruncated(u: number, t: number): number {
  return t > 0
    ? -u * (t + u / 2) - logMillsRatio(t)
    : -((t + u) ** 2) / 2 - HALF_LOG_TWO_PI - logUpperTail(t)
}

/**
 * The median u ≥ 0 of a mixture that holds Z − t given Z > t with log-odds ≥ 0 of its weight, and negative numbers else:
 * the u with P(Z > t + u)/P(Z > t) = ½ + ½·exp(−logOdds).
 */
function medianBeyond(t: number, logOdds: number): number {
  const fall = -Math.log1p(Math.expm1(-logOdds) / 2)
  if (t <= 0) {
    return -gaussianDistribution(0, 1).quantile(Math.exp(logUpperTail(t) - fall)) - t
  }
  // Newton on the log of that ratio, concave in u, from beyond the root: every step comes nearer and stays beyond.
  let u = fall * Math.exp(logMillsRatio(t))
  for (;;) {
    const logMills = logMillsRatio(t + u)
    const excess = fall - u * (t + u / 2) + logMills - logMillsRatio(t)
    const next = u + excess * Math.exp(logMills)
    if (!(next < u)) return u
    u = next
  }
}
