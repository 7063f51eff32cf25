import { overflowError } from '../input/errors.ts'

/** How the numbers of a {@link Problem} relate to those of the input: w_j = u_j · yScale / scales[j]. */
export interface Units {
  /** The mean of each column; 0 without an intercept. */
  means: Float64Array
  /** The power of two by which each column was divided. */
  scales: Float64Array
  yMean: number
  yScale: number
  /** Sum of the sample weights, of which the largest is from 1 to 2; n if there are none. */
  weight: number
  /** ½‖y‖², the objective at u = 0 in the units of the problem: the yardstick of gaps and of rounding. */
  nullObjective: number
  /** The names of the features, if they were given. */
  features?: string[] | undefined
  /** The features left out by a penalty factor of Infinity: their columns are 0, and no note counts them. */
  excluded?: ReadonlySet<number> | undefined
}

/** The part of the units by which gaps and rounding are measured. */
export type Yardstick = Pick<Units, 'weight' | 'nullObjective'>

/** One unit of the problem's objective, in the units of the input. */
export function objectiveUnit({ yScale, weight }: Units): number {
  return (yScale * yScale) / weight
}

/** A correlation with column j in the units of λ; in an order in which only the result can overflow. */
export function inUnitsOfLambda(
  { scales, yScale, weight }: Units,
  j: number,
  correlation: number,
): number {
  return scales[j] * (correlation * (yScale / weight))
}

/** The rounding error of a correlation: no column is longer than 2√(sum of weights), and no residual than y. */
export function correlationRounding({ weight, nullObjective }: Yardstick): number {
  return 1e-15 * Math.sqrt(2 * weight * nullObjective)
}

/** The share of column j that is rounding: that of its numbers beside their deviation, and that of some reflections. */
export function columnRounding({ means, scales }: Units, j: number): number {
  return 32 * Number.EPSILON * (1 + Math.abs(means[j] / scales[j]))
}

/**
 * w_j = u_j · yScale / scales[j], for one u or for several side by side.
 *
 * @param units the units that u is in.
 * @param u p numbers, or a multiple of p.
 * @param coefficients receives the result; it must be all zeros.
 * @throws ShrinkageError if a double cannot hold a value: no silent 0 or Infinity.
 */
export function coefficientsFrom(
  { scales, yScale }: Units,
  u: Float64Array,
  coefficients: Float64Array = new Float64Array(u.length),
): Float64Array {
  const columns = scales.length
  for (let start = 0; start < u.length; start += columns) {
    for (let j = 0; j < columns; j++) {
      if (u[start + j] === 0) continue
      const value = (u[start + j] * yScale) / scales[j]
      if (value === 0 || !Number.isFinite(value)) {
        const place = { name: 'coefficients', index: j }
        throw overflowError(place, `The coefficient of column ${j}`, value, 'X or y')
      }
      coefficients[start + j] = value
    }
  }
  return coefficients
}

/**
 * The intercept for given coefficients: the mean of y − Xw; 0 if nothing was centred.
 *
 * @param units the units of the problem.
 * @param coefficients w in the units of the input.
 * @param start the position of the first of the p coefficients.
 */
export function interceptFor(units: Units, coefficients: Float64Array, start = 0): number {
  const { means, yMean } = units
  let intercept = yMean
  for (let j = 0; j < means.length; j++) {
    const value = coefficients[start + j]
    if (value !== 0) intercept -= means[j] * value
  }
  return intercept
}
