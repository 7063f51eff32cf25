/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'empty'
  | 'not-finite'
  | 'not-numeric'
  | 'malformed'
  | 'length-mismatch'
  | 'out-of-range'
  | 'overflow'
  | 'no-solution'

/**
 * The one error of this package: a `code`, and a sentence that says what was given, where, and what is wanted.
 *
 * @example
 * new ShrinkageError('empty', 'y is empty: give at least one value.').code // 'empty'
 */
export class ShrinkageError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'ShrinkageError'
    this.code = code
  }
}
