import { checkFinite } from '../input/checks.ts'
import { ShrinkageError, type Place } from '../input/errors.ts'

/** How a column was scaled: to (v − mean)/scale, scale being a power of two. */
export interface ColumnScaling {
  mean: number
  scale: number
}

/** Square roots of the sample weights, null if all are 1, and the sum of the weights. */
export interface Weights {
  roots: Float64Array | null
  sum: number
}

/** The names of a column and of its entries in error messages. */
export interface Name {
  column(): string
  entry(i: number): Place
}

const LARGEST = 1e300
/** Between these bounds a sum of squares neither overflows nor loses digits to underflow. */
const LEAST_SQUARES = 1e-250
const MOST_SQUARES = 1e250

const bits = new Float64Array(1)
const words = new Uint32Array(bits.buffer)

/** The power of two at or below a positive number, exactly. */
export function powerOfTwoBelow(value: number): number {
  bits[0] = value
  words[1] &= 0x7ff00000
  words[0] = 0
  return bits[0]
}

/** The power of two to divide by for a given deviation: 1 if it is near 1 already. */
const scaleOf = (deviation: number): number =>
  deviation >= 0.5 && deviation < 2 ? 1 : powerOfTwoBelow(deviation)

/**
 * Centres a column, divides it by the power of two below its deviation and multiplies it by the roots of the weights.
 *
 * A column that does not vary becomes exactly 0, with scale 1, and so does one that varies in its last bits alone: no
 * intercept in doubles could hold the digits that its coefficient would need. Entries that are not finite are found on
 * the way: only a column whose moments are out of range is searched for one.
 *
 * @param source holds the column.
 * @param target receives the result, at the same position; may be `source`.
 * @param start position of the first entry.
 * @param length number of entries.
 * @param weights sample weights.
 * @param centred whether to subtract the mean; without it the deviation is that from 0.
 * @param name names for error messages.
 * @throws ShrinkageError if an entry is not finite, or the column too wide or too narrow for double precision.
 */
export function scaleColumn(
  source: Float64Array,
  target: Float64Array,
  start: number,
  length: number,
  { roots, sum }: Weights,
  centred: boolean,
  name: Name,
): ColumnScaling {
  let origin = centred ? source[start] : 0
  let unit = 1
  let moments = momentsFrom(origin, unit, source, start, length, roots)
  if (!(moments.second > LEAST_SQUARES && moments.second < MOST_SQUARES)) {
    const range = rangeOf(source, start, length, centred, name)
    if (range === 0) {
      target.fill(0, start, start + length)
      return { mean: origin, scale: 1 }
    }
    checkMagnitude(range, name)
    unit = 1 / powerOfTwoBelow(range)
    moments = momentsFrom(origin, unit, source, start, length, roots)
  }
  let mean = centred ? moments.first / sum : 0
  let variance = moments.second / sum - mean * mean
  if (variance < 1e-3 * mean * mean) {
    // The first entry lies far from the others, so their variance was lost to rounding in its square.
    origin += mean / unit
    moments = momentsFrom(origin, unit, source, start, length, roots)
    mean = moments.first / sum
    variance = moments.second / sum - mean * mean
  }
  const deviation = variance > 0 ? Math.sqrt(variance) : 1
  const centre = origin + mean / unit
  if (centred && deviation / unit < ALMOST_CONSTANT * Math.abs(centre)) {
    const range = rangeOf(source, start, length, centred, name)
    if (range <= LAST_BITS * Math.abs(centre)) {
      target.fill(0, start, start + length)
      return { mean: centre, scale: 1 }
    }
  }
  const scale = scaleOf(deviation) / unit
  checkMagnitude(scale, name)
  write(source, target, start, length, origin, mean / unit / scale, 1 / scale)
  if (roots !== null) for (let i = 0; i < length; i++) target[start + i] *= roots[i]
  return { mean: centre, scale }
}

/** Below this deviation, relative to the mean, a column may vary in its last bits alone, */
const ALMOST_CONSTANT = 1e-14
/** that is, within this range. */
const LAST_BITS = 4 * Number.EPSILON

/** Weighted Σ d_i and Σ d_i² for d = (v − origin)·unit, in two partial sums each, which the processor adds in parallel. */
function momentsFrom(
  origin: number,
  unit: number,
  v: Float64Array,
  start: number,
  length: number,
  roots: Float64Array | null,
): { first: number; second: number } {
  let first = 0
  let second = 0
  if (roots !== null) {
    for (let i = 0; i < length; i++) {
      const root = roots[i]
      const value = root * ((v[start + i] - origin) * unit)
      first += root * value
      second += value * value
    }
    return { first, second }
  }
  let otherFirst = 0
  let otherSecond = 0
  const end = start + length
  let i = start
  for (; i < end - 1; i += 2) {
    const value = (v[i] - origin) * unit
    const other = (v[i + 1] - origin) * unit
    first += value
    second += value * value
    otherFirst += other
    otherSecond += other * other
  }
  if (i < end) {
    const value = (v[i] - origin) * unit
    first += value
    second += value * value
  }
  return { first: first + otherFirst, second: second + otherSecond }
}

function write(
  source: Float64Array,
  target: Float64Array,
  start: number,
  length: number,
  origin: number,
  shift: number,
  factor: number,
): void {
  for (let i = start; i < start + length; i++) target[i] = (source[i] - origin) * factor - shift
}

/** The largest difference of two entries, or from 0 if not `centred`; throws at an entry that is not finite. */
function rangeOf(
  v: Float64Array,
  start: number,
  length: number,
  centred: boolean,
  name: Name,
): number {
  let low = centred ? v[start] : 0
  let high = low
  for (let i = 0; i < length; i++) {
    const value = checkFinite(v[start + i], name.entry(i))
    if (value < low) low = value
    else if (value > high) high = value
  }
  return high - low
}

function checkMagnitude(size: number, name: Name): void {
  if (size <= LARGEST && size >= 1 / LARGEST) return
  const isLarge = size > 1
  // An entry without its row is a column.
  const { name: given, column } = name.entry(0)
  throw new ShrinkageError(
    'overflow',
    `${name.column()} spans about ${powerOfTwoBelow(size).toExponential(0)}, too ${isLarge ? 'large' : 'small'} for double precision; rescale it.`,
    {
      ...(given !== undefined && { name: given }),
      ...(column !== undefined && { column }),
      given: size,
      ...(isLarge ? { most: LARGEST } : { least: 1 / LARGEST }),
    },
  )
}
