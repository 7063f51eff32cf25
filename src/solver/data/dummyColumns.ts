import { ShrinkageError } from '../input/errors.ts'

/** A column of a table with its name. */
export interface NamedColumn {
  name: string
  values: number[]
}

/**
 * Turns words into columns of 0 and 1, one for each word but the first in alphabetical order, which is the baseline.
 *
 * A column for every word would make them sum to the column of the intercept.
 *
 * @param name the name of the column of words
 * @param words one word for each row
 * @throws ShrinkageError if there is only one word, which carries no information
 */
export function dummyColumns(name: string, words: readonly string[]): NamedColumn[] {
  const trimmed = words.map((word) => word.trim())
  const [baseline, ...levels] = [...new Set(trimmed)].sort()
  if (levels.length === 0) {
    throw new ShrinkageError(
      'out-of-range',
      `Column "${name}" holds "${baseline}" in every row; expected at least two different words.`,
      { name, given: baseline },
    )
  }
  return levels.map((level) => ({
    name: `${name}=${level}`,
    values: trimmed.map((word) => (word === level ? 1 : 0)),
  }))
}
