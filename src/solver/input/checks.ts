import { ShrinkageError } from './errors.ts'
import type { VectorLike } from '../fit.ts'

/** Calls what was given by its name, short enough for a sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`
  if (typeof value === 'bigint') return `the BigInt ${value}n`
  if (typeof value === 'function') return 'a function'
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? `an array of length ${value.length}` : 'an object'
}

/** Refuses anything but an object, such as options, a loss or a fit, and gives it back to be taken apart. */
export function checkObject<T>(value: T, name: string): T {
  if (value !== null && typeof value === 'object') return value
  throw new ShrinkageError(
    'malformed',
    `${name} is ${describeValue(value)}; an object with named entries is wanted.`,
  )
}

/** Checks options, and refuses those of other methods, which this one would ignore in silence. */
export function checkOptions<T>(options: T, unsupported: readonly string[]): T {
  const given = checkObject(options, 'options') as Record<string, unknown>
  for (const name of unsupported) {
    if (given[name] === undefined) continue
    throw new ShrinkageError('out-of-range', `There is no option ${name} here; leave it out.`)
  }
  return options
}

/** Refuses anything but a function. */
export function checkFunction(value: unknown, what: string): void {
  if (typeof value === 'function') return
  throw new ShrinkageError('malformed', `${what} is ${describeValue(value)}; a function is wanted.`)
}

/** Refuses an outcome that double precision could not hold. */
export function checkHeld(value: number, what: string): number {
  if (Number.isFinite(value)) return value
  throw new ShrinkageError(
    'overflow',
    `${what} is too large for double precision; rescale the data.`,
  )
}

/** Refuses anything but one of a few words. */
export function checkWord<T extends string>(value: T, what: string, words: readonly T[]): T {
  if (words.includes(value)) return value
  const wanted = words.map((word) => `'${word}'`).join(' or ')
  throw new ShrinkageError(
    'out-of-range',
    `${what} is ${describeValue(value)}; ${wanted} is wanted.`,
  )
}

/** Refuses anything but a finite number: `what` names it and says where it stands, such as 'y[3]'. */
export function checkFinite(value: unknown, what: string): number {
  if (typeof value !== 'number') {
    throw new ShrinkageError(
      'not-numeric',
      `${what} is ${describeValue(value)}; a number is wanted.`,
    )
  }
  if (!Number.isFinite(value)) {
    throw new ShrinkageError('not-finite', `${what} is ${value}; a finite number is wanted.`)
  }
  return value
}

/** Refuses anything but a number; infinities are fine. */
export function checkNumber(value: unknown, what: string): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value
  return checkFinite(value, what)
}

/** Refuses numbers outside [low, high]. */
export function checkRange(value: unknown, what: string, low: number, high = Infinity): number {
  const number = checkFinite(value, what)
  if (number < low || number > high) {
    const wanted = high === Infinity ? `a number ≥ ${low}` : `a number from ${low} to ${high}`
    throw new ShrinkageError('out-of-range', `${what} is ${number}; ${wanted} is wanted.`)
  }
  return number
}

/** Refuses anything but a finite number > 0. */
export function checkPositive(value: unknown, what: string): number {
  const number = checkFinite(value, what)
  if (number <= 0) {
    throw new ShrinkageError('out-of-range', `${what} is ${number}; a number > 0 is wanted.`)
  }
  return number
}

/** Refuses anything but a whole number ≥ low. */
export function checkInteger(value: unknown, what: string, low: number): number {
  const number = checkRange(value, what, low)
  if (!Number.isInteger(number)) {
    throw new ShrinkageError('out-of-range', `${what} is ${number}; a whole number is wanted.`)
  }
  return number
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
    if (!(lambda >= 0 && lambda < Infinity)) checkRange(lambda, `lambdas[${k}]`, 0)
  }
  return list
}

/** The share of the penalty that is L1: from 0 (ridge) to 1 (lasso). */
export function checkRho(rho: unknown): number {
  return checkRange(rho, 'rho', 0, 1)
}

function isList(values: VectorLike): boolean {
  if (values === null || typeof values !== 'object') return false
  return Number.isInteger(values.length) && values.length >= 0
}

/** Copies a vector of finite numbers, of the expected length if one is given, into an array that `allocate` makes. */
export function checkVector(
  values: VectorLike,
  name: string,
  length?: number,
  allocate: (length: number) => Float64Array = (size) => new Float64Array(size),
): Float64Array {
  if (!isList(values)) {
    throw new ShrinkageError(
      'not-numeric',
      `${name} is ${describeValue(values)}; a list of numbers is wanted.`,
    )
  }
  const count = values.length
  if (count === 0) {
    throw new ShrinkageError('empty', `${name} is empty; at least one number is wanted.`)
  }
  if (length !== undefined && count !== length) {
    throw new ShrinkageError(
      'length-mismatch',
      `${name} has ${count} values; ${length} are wanted.`,
    )
  }
  // First, as something that only says that it is long must not get its room.
  checkFinite(values[0], `${name}[0]`)
  const copy = allocate(count)
  for (let i = 0; i < count; i++) {
    const value = values[i]
    if (!Number.isFinite(value)) checkFinite(value, `${name}[${i}]`)
    copy[i] = value
  }
  return copy
}
