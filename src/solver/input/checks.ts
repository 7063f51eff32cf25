import type { VectorLike } from '../fit.ts'
import { inputError, overflowError, ShrinkageError, type Place } from './errors.ts'

/** Refuses anything but an object, such as a loss or a fit, and gives it back to be taken apart. */
export function checkObject<T>(value: T, name: string): T {
  if (value !== null && typeof value === 'object') return value
  throw inputError('malformed', name, value, 'an object with named entries')
}

/** Refuses anything but a function. */
export function checkFunction(value: unknown, name: string): void {
  if (typeof value === 'function') return
  throw inputError('malformed', name, value, 'a function')
}

/** Refuses anything but a list, such as one of names. */
export function checkList<T>(value: readonly T[], name: string, expected: string): readonly T[] {
  if (Array.isArray(value)) return value
  throw inputError('malformed', name, value, expected)
}

/** Refuses anything but true and false, as 'false' and 'no' would count as true. */
export function checkBoolean(value: unknown, name: string): void {
  if (value === true || value === false) return
  throw inputError('out-of-range', name, value, 'true or false')
}

/**
 * Refuses a result that double precision could not hold.
 *
 * @param value the result
 * @param place its name, or a place inside what has that name, for programs
 * @param what the same in words
 */
export function checkHeld(value: number, place: Place | string, what: string): number {
  if (Number.isFinite(value)) return value
  throw overflowError(place, what, value)
}

/** Refuses a result > 0 that double precision could not hold: neither Infinity nor 0 is the answer. */
export function checkPositiveHeld(value: number, place: Place | string, what: string): number {
  if (value > 0) return checkHeld(value, place, what)
  throw overflowError(place, what, value)
}

/** Refuses anything but one of a few words. */
export function checkWord<T extends string>(value: T, name: string, words: readonly T[]): T {
  if (words.includes(value)) return value
  const expected = words.map((word) => `'${word}'`).join(' or ')
  throw inputError('out-of-range', name, value, expected, { expected: words })
}

/** Refuses anything but a finite number. */
export function checkFinite(value: unknown, place: Place | string): number {
  if (typeof value !== 'number') throw inputError('not-numeric', place, value, 'a number')
  if (!Number.isFinite(value)) throw inputError('not-finite', place, value, 'a finite number')
  return value
}

/** Refuses anything but a number; infinities are fine. */
export function checkNumber(value: unknown, place: Place | string): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value
  return checkFinite(value, place)
}

/** Refuses numbers outside [low, high]. */
export function checkRange(
  value: unknown,
  place: Place | string,
  low: number,
  high = Infinity,
): number {
  const number = checkFinite(value, place)
  if (number >= low && number <= high) return number
  const [expected, bounds] =
    high === Infinity
      ? [`a number ≥ ${low}`, { least: low }]
      : [`a number from ${low} to ${high}`, { least: low, most: high }]
  throw inputError('out-of-range', place, number, expected, bounds)
}

/** Refuses anything but a finite number > 0. */
export function checkPositive(value: unknown, place: Place | string): number {
  const number = checkFinite(value, place)
  if (number > 0) return number
  throw inputError('out-of-range', place, number, 'a number > 0', { least: 0 })
}

/** No list holds more numbers than this: 4 GB, so that the sum of two indices fits into a signed integer. */
export const LONGEST = 2 ** 29

/** Refuses anything but a whole number ≥ low. */
export function checkInteger(
  value: unknown,
  place: Place | string,
  low: number,
  high = Infinity,
): number {
  const number = checkRange(value, place, low, high)
  if (Number.isInteger(number)) return number
  throw inputError('out-of-range', place, number, 'a whole number', { least: low })
}

/** The penalty's strength: finite and ≥ 0. */
export function checkLambda(lambda: unknown): number {
  return checkRange(lambda, 'lambda', 0)
}

/** A list of strengths, each finite and ≥ 0: a Float64Array is given back as it is, to be read and not to be kept. */
export function checkLambdas(lambdas: VectorLike): Float64Array {
  const isReady = lambdas instanceof Float64Array && lambdas.length > 0
  const list = isReady ? lambdas : checkVector(lambdas, 'lambdas')
  for (let k = 0; k < list.length; k++) {
    const lambda = list[k]
    if (!(lambda >= 0 && lambda < Infinity)) checkRange(lambda, { name: 'lambdas', index: k }, 0)
  }
  return list
}

/** The share of the penalty that is L1: from 0 (ridge) to 1 (lasso). */
export function checkRho(rho: unknown): number {
  return checkRange(rho, 'rho', 0, 1)
}

/** A list as it is; null for anything else. JSON turns a Float64Array into an object with the keys 0, 1, … */
function listOf(values: VectorLike): VectorLike | null {
  if (values === null || typeof values !== 'object') return null
  if (Number.isInteger(values.length) && values.length >= 0) return values
  const keys = Object.keys(values)
  const isIndexed = keys.length > 0 && keys.every((key, k) => key === String(k))
  return isIndexed ? (Object.values(values) as number[]) : null
}

/** Copies a vector of finite numbers, of the given length if there is one, into an array that `allocate` makes. */
export function checkVector(
  given: VectorLike,
  name: string,
  length?: number,
  allocate: (length: number) => Float64Array = (size) => new Float64Array(size),
): Float64Array {
  const values = listOf(given)
  if (values === null) throw inputError('not-numeric', name, given, 'a list of numbers')
  const count = values.length
  if (count === 0) {
    const sentence = `${name} is empty; expected at least one number.`
    throw new ShrinkageError('empty', sentence, { name, given: 0, least: 1 })
  }
  if (length !== undefined && count !== length) {
    const sentence = `${name} has ${count} values; expected ${length}.`
    throw new ShrinkageError('length-mismatch', sentence, { name, given: count, expected: length })
  }
  // First, as something that only says that it is long must not get its room.
  checkFinite(values[0], { name, index: 0 })
  const copy = allocate(count)
  // A loop of its own, as one over lists of every kind is slower.
  if (values instanceof Float64Array) {
    copy.set(values)
    for (let i = 0; i < count; i++) {
      if (!Number.isFinite(copy[i])) checkFinite(copy[i], { name, index: i })
    }
    return copy
  }
  for (let i = 0; i < count; i++) {
    const value = values[i]
    if (!Number.isFinite(value)) checkFinite(value, { name, index: i })
    copy[i] = value
  }
  return copy
}
