import type { FitOptions } from '../fit.ts'
import {
  checkBoolean,
  checkInteger,
  checkObject,
  checkRange,
  checkVector,
  checkWord,
} from './checks.ts'
import { ShrinkageError } from './errors.ts'
import { nearestWord } from './nearestWord.ts'

/** The options of a fit beside its data, checked. */
export interface Setting {
  /** Penalty factors; null if all are 1. */
  factors: Float64Array | null
  nonNegative: boolean
  /** The duality gap to reach, relative to the objective at zero. */
  tolerance: number
  maxIterations: number
  method: 'auto' | 'coordinate descent'
}

/** The options of a fit of a linear model. */
export const FIT_OPTIONS: readonly (keyof FitOptions)[] = [
  'intercept',
  'sampleWeights',
  'penaltyFactors',
  'nonNegative',
  'tolerance',
  'maxIterations',
  'method',
]

/**
 * Refuses every option that a function does not take, as it would be ignored in silence, and gives the options back.
 *
 * @param options an object of options
 * @param known the names of the options that the function takes
 * @param door the function, as its callers know it
 */
export function readOptions<T extends object>(
  options: T,
  known: readonly (keyof T & string)[],
  door: string,
): T {
  const given: object = checkObject(options, 'options')
  for (const name in given) {
    const isGiven = (options as Record<string, unknown>)[name] !== undefined
    if (!isGiven || (known as readonly string[]).includes(name)) continue
    const nearest = nearestWord(name, known)
    throw new ShrinkageError(
      'unknown-name',
      `${door} has no option ${name}; the nearest one is ${nearest}. Expected any of ${known.join(', ')}.`,
      { name, door, nearest, expected: known },
    )
  }
  return options
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
  checkBoolean(nonNegative, 'nonNegative')
  checkRange(tolerance, 'tolerance', 0)
  checkInteger(maxIterations, 'maxIterations', 1)
  checkWord(method, 'method', ['auto', 'coordinate descent'])
  const setting = { factors: null, nonNegative, tolerance, maxIterations, method }
  if (penaltyFactors === undefined) return setting
  const factors = checkVector(penaltyFactors, 'penaltyFactors', columns)
  factors.forEach((value, j) => checkRange(value, { name: 'penaltyFactors', index: j }, 0))
  return { ...setting, factors }
}
