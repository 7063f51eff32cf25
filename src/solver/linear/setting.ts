import { checkRange, checkVector } from '../checks.ts'
import type { FitOptions } from '../fit.ts'

/** The options of a fit beside its data, checked. */
export interface Setting {
  /** Penalty factors; null if all are 1. */
  factors: Float64Array | null
  nonNegative: boolean
  /** The wanted duality gap, relative to the objective at zero. */
  tolerance: number
}

/** Checks the options of a fit with `columns` features. */
export function readSetting(options: FitOptions, columns: number): Setting {
  const { penaltyFactors, nonNegative = false, tolerance = 1e-10 } = options
  checkRange(tolerance, 'tolerance', 0)
  if (penaltyFactors === undefined) return { factors: null, nonNegative, tolerance }
  const factors = checkVector(penaltyFactors, 'penaltyFactors', columns)
  factors.forEach((value, j) => checkRange(value, `penaltyFactors[${j}]`, 0))
  return { factors, nonNegative, tolerance }
}
