import type { Certificate } from '../../problem/certificate.ts'
import { responseProducts, type Problem } from '../../problem/problem.ts'
import type { Solution } from '../../problem/solution.ts'
import { leastSquaresQr } from './leastSquaresQr.ts'

/** Only a penalty below this, relative to the largest correlation, can be one that least squares stands for. */
const VANISHING = 1e-8

/**
 * A solution that missed the tolerance, or least squares if its gap is smaller: between columns that nearly depend on each
 * other, double precision cannot tell a tiny penalty from none.
 *
 * @param problem the problem.
 * @param solution the solution.
 * @param bounds the correlations up to which a feature, or a group, stays out.
 * @param certify certifies coefficients for the penalty.
 */
export function orLimitAtZero(
  problem: Problem,
  solution: Solution,
  bounds: readonly number[] | Float64Array,
  certify: (u: Float64Array) => Certificate,
): Solution {
  const correlations = responseProducts(problem)
  const largest = correlations.reduce((most, z) => Math.max(most, Math.abs(z)), 0)
  if (bounds.some((bound) => bound > VANISHING * largest)) return solution
  const { u, notes } = leastSquaresQr(problem)
  const certificate = certify(u)
  if (!(certificate.dualityGap < solution.certificate.dualityGap)) return solution
  const note = 'The penalty is so small that least squares, its limit at 0, comes closest.'
  return { u, certificate, method: 'QR', iterations: 1, notes: [...notes, note] }
}
