/** The kind of fault, for programs; the README lists them. */
export type ErrorCode =
  | 'empty'
  | 'not-numeric'
  | 'not-finite'
  | 'malformed'
  | 'length-mismatch'
  | 'out-of-range'
  | 'unknown-name'
  | 'overflow'
  | 'no-solution'
  | 'stray-quote'
  | 'blank-line'
  | 'missing-header'
  | 'missing-name'
  | 'repeated-name'

/** The place of a fault in the input. */
export interface Place {
  /** The argument or option, such as 'X' or 'lambda'; in a table the name of the column. */
  name?: string
  /** Position in a list, from 0. */
  index?: number
  /** Row of a design, from 0. */
  row?: number
  /** Column: of a design from 0, of a table's text from 1. */
  column?: number
  /** Line of a table's text, from 1. */
  line?: number
}

/** A value as an error carries it: itself if it is plain, else a few words such as 'an object'. */
export type PlainValue = number | string | boolean | null

/** Everything that the message of an error says, as data, so that programs can word it in another language. */
export interface ErrorFacts extends Place {
  /** The value or the count that was given. */
  given?: PlainValue
  /** The count, the word or the words that were expected. */
  expected?: number | string | readonly string[]
  /** The smallest number allowed. */
  least?: number
  /** The largest number allowed. */
  most?: number
  /** The known name that is nearest to an unknown one. */
  nearest?: string
  /** The function that refused. */
  door?: string
}

/**
 * The one error of this package: a `code` and `facts` for programs, and a sentence that says what was given, where, and
 * what was expected.
 *
 * @example
 * new ShrinkageError('empty', 'y is empty; expected at least one number.', { name: 'y' }).code // 'empty'
 * new ShrinkageError('empty', 'y is empty; expected at least one number.', { name: 'y' }).facts.name // 'y'
 */
export class ShrinkageError extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<ErrorFacts>

  /**
   * @param code the kind of fault
   * @param message the fault as an English sentence
   * @param facts what the sentence says, as data
   */
  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message)
    this.name = 'ShrinkageError'
    this.code = code
    this.facts = Object.freeze({ ...facts })
  }
}

/**
 * The error for one value at one place, its sentence made from its facts: "y[3] is NaN; expected a finite number."
 *
 * @param code the kind of fault
 * @param place the argument or option by its name, or a place inside it
 * @param given the value itself
 * @param expected what would have been right, in words
 * @param facts further facts, such as the bounds of a range
 */
export function inputError(
  code: ErrorCode,
  place: Place | string,
  given: unknown,
  expected: string,
  facts: ErrorFacts = {},
): ShrinkageError {
  const where = typeof place === 'string' ? { name: place } : place
  const sentence = `${describePlace(where)} is ${describeValue(given)}; expected ${expected}.`
  return new ShrinkageError(code, sentence, { ...where, given: plainValue(given), ...facts })
}

/**
 * The error for a number that a double cannot hold, in the input or as a result: "λmax is too large for double
 * precision; rescale the data."
 *
 * @param place the argument, option or result by its name, or a place inside it
 * @param what the same in words
 * @param given what came of the number: 0 if it is too small
 * @param remedy what to rescale
 */
export function overflowError(
  place: Place | string,
  what: string,
  given: number,
  remedy = 'the data',
): ShrinkageError {
  const where = typeof place === 'string' ? { name: place } : place
  const isSmall = Math.abs(given) < 1
  const bound = isSmall ? { least: Number.MIN_VALUE } : { most: Number.MAX_VALUE }
  const sentence = `${what} is too ${isSmall ? 'small' : 'large'} for double precision; rescale ${remedy}.`
  return new ShrinkageError('overflow', sentence, { ...where, given, ...bound })
}

/** A place in words, such as "y[3]" or "X at row 1, column 0". */
export function describePlace({ name = '', index, row, column }: Place): string {
  if (index !== undefined) return `${name}[${index}]`
  if (row === undefined) return name
  return column === undefined ? `${name} at row ${row}` : `${name} at row ${row}, column ${column}`
}

/** A value in words, short enough for a sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`
  if (typeof value === 'bigint') return `the BigInt ${value}n`
  if (typeof value === 'function') return 'a function'
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? `an array of length ${value.length}` : 'an object'
}

function plainValue(value: unknown): PlainValue {
  const isPlain = value === null || ['number', 'string', 'boolean'].includes(typeof value)
  return isPlain ? (value as PlainValue) : describeValue(value)
}
