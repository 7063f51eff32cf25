import { checkInteger, checkRange, checkVector } from '../checks.ts'
import { ShrinkageError } from '../errors.ts'
import type { FitOptions } from '../fit.ts'

/** The options of a fit beside its data, checked. */
export interface Setting {
  /** Penalty factors; null if all are 1. */
  factors: Float64Array | null
  nonNegative: boolean
  /** The wanted duality gap, relative to the objective at zero. */
  tolerance: number
  maxIterations: number
  method: 'auto' | 'coordinate descent'
}

/** Checks the options of a fit with `columns` features. */
export function readSetting(options: FitOptions, columns: number): Setting {
  const {
    penaltyFactors,
    nonNegative = false,
    tolerance = 1e-10,
    maxIterations = 100_000,
    method = 'auto',
  } = options
  checkRange(tolerance, 'tolerance', 0)
  checkInteger(maxIterations, 'maxIterations', 1)
  if (method !== 'auto' && method !== 'coordinate descent') {
    throw new ShrinkageError(
      'out-of-range',
      `method is ${String(method)}; 'auto' or 'coordinate descent' is wanted.`,
    )
  }
  const setting = { factors: null, nonNegative, tolerance, maxIterations, method }
  if (penaltyFactors === undefined) return setting
  const factors = checkVector(penaltyFactors, 'penaltyFactors', columns)
  factors.forEach((value, j) => checkRange(value, `penaltyFactors[${j}]`, 0))
  return { ...setting, factors }
}
