/** ½·log 2π, the constant of every Gaussian log-density. */
export const HALF_LOG_TWO_PI = 0.9189385332046727

/**
 * The mean excess of a standard Gaussian Z over t: E[Z − t | Z > t], accurate relative to itself for every t.
 *
 * Far out it is about 1/t, the small difference of two large numbers, so there it comes from Laplace's continued
 * fraction 1/(t + 2/(t + 3/(t + …))). Source: Abramowitz & Stegun (1964), 26.2.14.
 */
export function meanExcess(t: number): number {
  if (t < 1) return 1 / Math.exp(logMillsRatio(t)) - t
  let tail = t
  for (let k = Math.ceil(12 + 400 / (t * t)); k > 1; k--) tail = t + k / tail
  return 1 / tail
}

/** Logarithm of Mills' ratio: the upper tail P(Z > t) divided by the density at t. */
export function logMillsRatio(t: number): number {
  if (t < 1) return logUpperTail(t) + HALF_LOG_TWO_PI + (t * t) / 2
  return -Math.log(t + meanExcess(t))
}

/** log P(Z > t) of a standard Gaussian, accurate in both tails. */
export function logUpperTail(t: number): number {
  if (t >= 1) return -(t * t) / 2 - HALF_LOG_TWO_PI + logMillsRatio(t)
  if (t > -1) return Math.log(0.5 - centralArea(t))
  return Math.log1p(-Math.exp(logUpperTail(-t)))
}

/** P(0 < Z < t) for |t| ≤ 1, by the series φ(t)·(t + t³/3 + t⁵/(3·5) + …), whose terms all have one sign. */
function centralArea(t: number): number {
  let term = t
  let sum = t
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (t * t) / k
    sum += term
  }
  return sum * Math.exp(-(t * t) / 2 - HALF_LOG_TWO_PI)
}
