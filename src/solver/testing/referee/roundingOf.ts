import type { Fit } from '../../fit.ts'
import type { HostileProblem } from './hostileProblem.ts'

/**
 * How far above the minimum, relative to the objective at zero, a fit may be for all that doubles can know: each prediction
 * is rounded, and so are the numbers of X, which turns what sets nearly equal columns apart. At the minimum it is the
 * square of such changes that counts.
 */
export function roundingOf(
  { X, y, options, nearest }: Pick<HostileProblem, 'X' | 'y' | 'options' | 'nearest'>,
  { coefficients, intercept }: Pick<Fit, 'coefficients' | 'intercept'>,
): number {
  const weights = Array.from(options.sampleWeights ?? y.map(() => 1))
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (value: (i: number) => number): number =>
    y.reduce((sum, _, i) => sum + weights[i] * value(i), 0) / total
  const centre = options.intercept ? mean((i) => y[i] / largest) : 0
  const zero = mean((i) => (y[i] / largest - centre) ** 2)
  const moved = mean((i) => {
    const terms = X[i].reduce((sum, x, j) => sum + Math.abs(x * coefficients[j]), Math.abs(y[i]))
    return ((4 * Number.EPSILON * (terms + Math.abs(intercept))) / largest) ** 2
  })
  const turned = (8 * Number.EPSILON) / nearest
  return zero > 0 ? moved / zero + turned ** 2 : Infinity
}
