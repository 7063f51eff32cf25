import type { FitOptions, VectorLike } from '../fit.ts'
import {
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkVector,
  checkWord,
} from './checks.ts'
import { inputError, ShrinkageError } from './errors.ts'
import { nearestWord } from './nearestWord.ts'

/** The options of a fit beside its data, checked. */
export interface Setting {
  /** Factors of the L1 part of the penalty, feature by feature; null if all are 1. */
  factors: Float64Array | null
  /** Factors of its L2 part, which differ from these if the penalty is that of a standardized design. */
  squareFactors: Float64Array | null
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
  'standardize',
  'features',
]

/**
 * Refuses every option that a function does not take, as it would be ignored in silence, and gives the options back.
 *
 * @param options an object of options
 * @param known the names of the options that the function takes
 * @param door the function, as its callers know it
 * @param elsewhere options that another function takes, and which one
 */
export function readOptions<T extends object>(
  options: T,
  known: readonly (keyof T & string)[],
  door: string,
  elsewhere: Readonly<Record<string, string>> = {},
): T {
  const given: object = checkObject(options, 'options')
  for (const name in given) {
    const isGiven = (options as Record<string, unknown>)[name] !== undefined
    if (!isGiven || (known as readonly string[]).includes(name)) continue
    const other = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined
    const nearest = other ?? nearestWord(name, known)
    const hint = other ? `${other} takes it` : `the nearest one is ${nearest}`
    throw new ShrinkageError(
      'unknown-name',
      `${door} has no option ${name}; ${hint}. Expected any of ${known.join(', ')}.`,
      { name, door, nearest, expected: known },
    )
  }
  return options
}

/**
 * Checks the options of a fit.
 *
 * @param options those of the fit
 * @param columns p, the number of features
 * @param deviations the standard deviations of the features if the penalty is that of a standardized design, else null
 */
export function readSetting(
  options: FitOptions,
  columns: number,
  deviations: Float64Array | null = null,
): Setting {
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
  const given = penaltyFactors === undefined ? null : readFactors(penaltyFactors, columns)
  // The penalty of the standardized coefficients s_j·w_j: |s_j·w_j| and (s_j·w_j)².
  const scaled = (power: number) =>
    deviations === null
      ? given
      : deviations.map((deviation, j) =>
          Math.min(Number.MAX_VALUE, (given === null ? 1 : given[j]) * deviation ** power),
        )
  return {
    factors: scaled(1),
    squareFactors: scaled(2),
    nonNegative,
    tolerance,
    maxIterations,
    method,
  }
}

/** Checks penalty factors; a feature of factor Infinity has left the design already, so its factor is 1 here. */
function readFactors(penaltyFactors: VectorLike, columns: number): Float64Array {
  const excluded = excludedFeatures(penaltyFactors)
  const finite =
    excluded.size === 0
      ? penaltyFactors
      : Array.from(penaltyFactors, (value, j) => (excluded.has(j) ? 1 : value))
  const factors = checkVector(finite, 'penaltyFactors', columns)
  factors.forEach((value, j) => checkRange(value, { name: 'penaltyFactors', index: j }, 0))
  return factors
}

/** The features whose penalty factor is Infinity; none if the factors are no list, which `readSetting` refuses. */
export function excludedFeatures(penaltyFactors: VectorLike | undefined): ReadonlySet<number> {
  if (penaltyFactors === null || typeof penaltyFactors !== 'object') return NONE
  const positions = [...Array.from(penaltyFactors).keys()]
  return new Set(positions.filter((j) => penaltyFactors[j] === Infinity))
}

const NONE: ReadonlySet<number> = new Set()

/** Checks the names of p features, if there are any. */
export function readFeatures(
  features: readonly string[] | undefined,
  columns: number,
): string[] | undefined {
  if (features === undefined) return undefined
  const names = [...checkList(features, 'features', 'a list of names')]
  names.forEach((name, j) => {
    if (typeof name === 'string') return
    throw inputError('malformed', { name: 'features', index: j }, name, 'a text')
  })
  checkDistinct(names, 'features')
  if (names.length === columns) return names
  const sentence = `features has ${names.length} names; expected ${columns}, one for each column of X.`
  throw new ShrinkageError('length-mismatch', sentence, {
    name: 'features',
    given: names.length,
    expected: columns,
  })
}

/** Refuses a name that occurs twice, as one coefficient would hide another. */
export function checkDistinct(names: readonly string[], name: string): void {
  const known = new Set<string>()
  names.forEach((given, index) => {
    if (known.has(given)) {
      const sentence = `${name}[${index}] repeats "${given}"; expected a different name for each column of X.`
      throw new ShrinkageError('repeated-name', sentence, { name, index, given })
    }
    known.add(given)
  })
}
