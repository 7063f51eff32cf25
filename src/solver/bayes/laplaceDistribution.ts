import { checkFinite, checkNumber, checkPositive, checkRange } from '../input/checks.ts'
import type { Random } from '../data/random.ts'
import type { Distribution } from './distribution.ts'

/**
 * The Laplace distribution, density exp(−|x − location|/scale)/(2·scale).
 *
 * Its log-density is a tent with a kink at the location: as a prior on weights it is the L1 penalty. Standard deviation
 * √2·scale.
 *
 * @param location centre of the density: mean, median and mode, in the units of x
 * @param scale mean distance from the centre, > 0, in the units of x
 * @throws ShrinkageError if the location is not finite or the scale is not > 0
 * @example
 * laplaceDistribution(0, 1).density(0) // 0.5
 * laplaceDistribution(0, 1).logDensity(1000) // -1000 - Math.log(2)
 * laplaceDistribution(0, 2).quantile(0.75) // 2 * Math.log(2)
 */
export function laplaceDistribution(location: number, scale: number): Distribution {
  checkFinite(location, 'location')
  checkPositive(scale, 'scale')
  const distance = (x: number) => Math.abs(checkNumber(x, 'x') - location) / scale
  const logDensity = (x: number) => -distance(x) - Math.log(2 * scale)

  function cumulative(x: number): number {
    const tail = Math.exp(-distance(x)) / 2
    return x < location ? tail : 1 - tail
  }

  function quantile(p: number): number {
    checkRange(p, 'p', 0, 1)
    return p < 0.5 ? location + scale * Math.log(2 * p) : location - scale * Math.log(2 * (1 - p))
  }

  return {
    mean: location,
    deviation: Math.SQRT2 * scale,
    density: (x) => Math.exp(logDensity(x)),
    logDensity,
    cumulative,
    quantile,
    draw: (random: Random) => location + random.laplace(scale),
  }
}
