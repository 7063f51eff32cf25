import { expect, test } from 'vitest'
import { seededRandom, ShrinkageError, type Fit, type FitOptions, type Random } from 'shrinkage'
import { cases } from './testing/cases.ts'
import { callDoor, doors, goodArguments } from './testing/doors.ts'
import { exactExcess } from './testing/referee/exactLinear.ts'
import { roundingOf } from './testing/referee/roundingOf.ts'

/** How often each function is called. */
const CALLS = cases(60, 2000)

const SIZES = [1e300, 1.7e308, 1e160, 1e150, 1e100, 1e-100, 1e-150, 1e-160, 1e-300, 5e-324]
const NUMBERS = [...SIZES, ...SIZES.map((size) => -size), 0, -0, 1, NaN, Infinity, -Infinity]

/** The same value with its k-th number replaced, or a whole column or list multiplied. */
function spoiled(value: unknown, random: Random): unknown {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]
  if (typeof value === 'number') return pick(NUMBERS)
  const isLeaf = value === null || typeof value !== 'object'
  if (isLeaf || Object.keys(value).length === 0) return value
  if (ArrayBuffer.isView(value)) return spoiled(Array.from(value as Float64Array), random)
  if (!Array.isArray(value)) {
    const name = pick(Object.keys(value))
    return { ...value, [name]: spoiled((value as Record<string, unknown>)[name], random) }
  }
  const kind = random.integer(8)
  if (kind === 0) return []
  if (kind < 4) return scaled(value, pick(SIZES), random.integer(2))
  const k = random.integer(value.length)
  return value.map((entry, i) => (i === k ? spoiled(entry, random) : entry))
}

/** A list multiplied by a factor, or one column of a list of lists. */
function scaled(value: unknown[], factor: number, column: number): unknown[] {
  return value.map((entry) => {
    if (typeof entry === 'number') return entry * factor
    if (!Array.isArray(entry)) return entry
    return entry.map((number: number, j) => (j === column ? number * factor : number))
  })
}

/** All numbers in a result: in lists, in objects, in the fits of a path. */
function* numbersIn(value: unknown): Iterable<number> {
  if (typeof value === 'number') yield value
  else if (value !== null && typeof value === 'object') {
    const parts = ArrayBuffer.isView(value)
      ? Array.from(value as Float64Array)
      : Object.values(value)
    for (const part of parts) yield* numbersIn(part)
  }
}

/** All fits in a result. */
function* fitsIn(value: unknown): Iterable<Fit> {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return
  if ('coefficients' in value && 'converged' in value) yield value as Fit
  for (const part of Object.values(value)) yield* fitsIn(part)
}

/** Calls a function with one to three of its arguments spoiled. */
function tryDoor(
  name: string,
  random: Random,
): { given: unknown[]; result: unknown; numbers: number[] } {
  const given = goodArguments(doors[name])
  // Every other call is one with defaults only.
  if (doors[name].options && doors[name].parameters.length > 0 && random.integer(2) === 0)
    given.pop()
  for (let count = 1 + random.integer(3); count > 0; count--) {
    const k = random.integer(given.length)
    given[k] = spoiled(given[k], random)
  }
  try {
    const result = callDoor(name, given)
    // A path makes its knots and fits only now.
    return { given, result, numbers: [...numbersIn(result)] }
  } catch (error) {
    if (error instanceof ShrinkageError) return { given, result: null, numbers: [] }
    throw new Error(`${name}(${JSON.stringify(given)})`, { cause: error })
  }
}

test.each(Object.keys(doors))(
  '%s: extreme numbers bring nothing but an answer of numbers or a ShrinkageError',
  (name) => {
    const random = seededRandom(name.length)
    for (let call = 0; call < CALLS; call++) {
      const { given, result, numbers } = tryDoor(name, random)
      const label = `${name}(${JSON.stringify(given)})`
      // A descent may diverge: its states say so.
      if (!name.endsWith('Steps')) {
        for (const number of numbers) expect(number, label).not.toBeNaN()
      }
      for (const fit of fitsIn(result)) {
        const { coefficients, intercept, dualityGap, converged } = fit
        for (const number of numbersIn([coefficients, intercept ?? 0])) {
          expect(Number.isFinite(number), label).toBe(true)
        }
        if (dualityGap === undefined) continue
        expect(dualityGap, label).toBeGreaterThanOrEqual(0)
        if (converged) expect(dualityGap, label).toBeLessThan(Infinity)
        else expect(fit.notes.length, label).toBeGreaterThan(0)
      }
    }
  },
  600_000,
)

/** The sine of the angle between two columns, which is how far they are from agreeing but for a factor. */
function sineBetween(X: number[][], isCentred: boolean): number {
  const [a, b] = [0, 1].map((j) => {
    const largest = X.reduce((most, row) => Math.max(most, Math.abs(row[j])), 0) || 1
    const column = X.map((row) => row[j] / largest)
    const mean = isCentred ? column.reduce((sum, value) => sum + value, 0) / X.length : 0
    const centred = column.map((value) => value - mean)
    const length = Math.hypot(...centred) || 1
    return centred.map((value) => value / length)
  })
  const cosine = a.reduce((sum, value, i) => sum + value * b[i], 0)
  return Math.hypot(...a.map((value, i) => value - cosine * b[i]))
}

test('what says converged without a caveat is at the minimum, in exact arithmetic', () => {
  const random = seededRandom(20_261_130)
  let judged = 0
  for (const name of [
    'leastSquares',
    'ridge',
    'lasso',
    'elasticNet',
    'ridgePath',
    'elasticNetPath',
  ]) {
    for (let call = 0; call < CALLS; call++) {
      const { given, result } = tryDoor(name, random)
      const [X, y] = given as [number[][], number[]]
      const last = given.at(-1)
      const options = (Array.isArray(last) || typeof last === 'number' ? {} : last) as FitOptions
      // A penalty in units of deviations, and features left out, are no part of the question.
      if (options.standardize || options.penaltyFactors) continue
      for (const fit of fitsIn(result)) {
        // A note says where columns count as dependent that are so but for rounding.
        if (
          !fit.converged ||
          fit.notes.length > 0 ||
          (options.tolerance !== undefined && options.tolerance > 1e-10)
        )
          continue
        const question = { X, y, lambda: fit.lambda, rho: fit.rho, options }
        const excess = exactExcess(question, fit.coefficients, fit.intercept)
        const nearest = sineBetween(X, options.intercept !== false)
        const allowed = 1e-10 + roundingOf({ X, y, options, nearest }, fit)
        expect(excess, `${name}(${JSON.stringify(given)})`).toBeLessThanOrEqual(allowed)
        judged++
      }
    }
  }
  expect(judged).toBeGreaterThan(CALLS)
}, 600_000)
