import { checkInteger, checkRange, checkVector, checkWord, describeValue } from './checks.ts'
import { ShrinkageError } from './errors.ts'
import type { FitOptions } from '../fit.ts'
import { nearestWord } from './nearestWord.ts'

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

const FIT_OPTIONS: Record<keyof FitOptions, true> = {
  intercept: true,
  sampleWeights: true,
  penaltyFactors: true,
  nonNegative: true,
  tolerance: true,
  maxIterations: true,
  method: true,
}
/** Those of functions that hand on to a fit what they were given. */
const MORE_OPTIONS = ['rho', 'lambdaMin', 'gamma', 'count', 'ratio']
const KNOWN_OPTIONS = new Set([...Object.keys(FIT_OPTIONS), ...MORE_OPTIONS])

/** Checks the options of a fit with `columns` features. */
export function readSetting(options: FitOptions, columns: number): Setting {
  const {
    penaltyFactors,
    nonNegative = false,
    tolerance = 1e-10,
    maxIterations = 100_000,
    method = 'auto',
  } = options
  checkNames(options)
  checkBoolean(nonNegative, 'nonNegative')
  checkRange(tolerance, 'tolerance', 0)
  checkInteger(maxIterations, 'maxIterations', 1)
  checkWord(method, 'method', ['auto', 'coordinate descent'])
  const setting = { factors: null, nonNegative, tolerance, maxIterations, method }
  if (penaltyFactors === undefined) return setting
  const factors = checkVector(penaltyFactors, 'penaltyFactors', columns)
  factors.forEach((value, j) => checkRange(value, `penaltyFactors[${j}]`, 0))
  return { ...setting, factors }
}

/** Refuses what is no option, as a misspelt one would be ignored in silence. */
function checkNames(options: FitOptions): void {
  for (const name in options) {
    if (KNOWN_OPTIONS.has(name)) continue
    const nearest = nearestWord(name, KNOWN_OPTIONS)
    throw new ShrinkageError(
      'out-of-range',
      `There is no option ${name}; the nearest one is ${nearest}.`,
    )
  }
}

/** Refuses anything but true and false, as 'false' and 'no' would count as true. */
export function checkBoolean(value: unknown, what: string): void {
  if (value === true || value === false) return
  throw new ShrinkageError(
    'out-of-range',
    `${what} is ${describeValue(value)}; true or false is wanted.`,
  )
}
