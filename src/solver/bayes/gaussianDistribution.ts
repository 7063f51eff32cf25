import { checkFinite, checkNumber, checkPositive, checkRange } from '../input/checks.ts'
import type { Random } from '../data/random.ts'
import type { Distribution } from './distribution.ts'
import { HALF_LOG_TWO_PI, logMillsRatio, logUpperTail } from './gaussianTail.ts'

/**
 * The Gaussian distribution, density exp(−(x − mean)²/(2·deviation²))/(deviation·√(2π)).
 *
 * Its log-density is a parabola: as a prior on weights it is the squared L2 penalty. Distribution function and quantile
 * are accurate to about 1e-15 relative, far into the tails.
 *
 * @param mean centre of the density, in the units of x
 * @param deviation standard deviation, > 0, in the units of x
 * @throws ShrinkageError if the mean is not finite or the deviation is not > 0
 * @example
 * gaussianDistribution(0, 1).cumulative(0) // 0.5
 * gaussianDistribution(0, 1).quantile(0.975) // 1.959963984540054
 * gaussianDistribution(0, 1).logDensity(100) // -5000 - Math.log(2 * Math.PI) / 2
 */
export function gaussianDistribution(mean: number, deviation: number): Distribution {
  checkFinite(mean, 'mean')
  checkPositive(deviation, 'deviation')
  const standardize = (x: number) => (checkNumber(x, 'x') - mean) / deviation
  const logDensity = (x: number) =>
    -(standardize(x) ** 2) / 2 - HALF_LOG_TWO_PI - Math.log(deviation)

  function quantile(p: number): number {
    checkRange(p, 'p', 0, 1)
    return mean + deviation * (p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p))
  }

  return {
    mean,
    deviation,
    density: (x) => Math.exp(logDensity(x)),
    logDensity,
    cumulative: (x) => Math.exp(logUpperTail(-standardize(x))),
    quantile,
    draw: (random: Random) => mean + deviation * random.normal(),
  }
}

/**
 * The t ≥ 0 with P(Z > t) = p ≤ ½, by Newton's method on log P(Z > t), which is concave: starting beyond the root, every
 * step stays beyond it and comes nearer. The start solves ½·exp(−t²/2) = p, an upper bound of the tail.
 */
function upperQuantile(p: number): number {
  if (p === 0) return Infinity
  let t = Math.sqrt(-2 * Math.log(2 * p))
  for (;;) {
    const next = t + (logUpperTail(t) - Math.log(p)) * Math.exp(logMillsRatio(t))
    if (!(next < t)) return t
    t = next
  }
}
