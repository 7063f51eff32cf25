/** A phrase found in a text. */
export interface Match<T> {
  /** Its start and length in the text. */
  index: number
  length: number
  /** The value of the phrase. */
  value: T
}

const LETTER = '[\\p{Script=Latin}\\p{N}_-]'

/**
 * Creates a search for many phrases at once. Of several matches the longest wins, so that “gradient descent” is not
 * found in “proximal gradient descent” when both are phrases. Latin phrases match as whole words, with or without a
 * plural s; a phrase without capitals matches in any case, one with capitals only as written. Chinese phrases match
 * anywhere.
 *
 * @param phrases The phrases, each with a value for its matches.
 *
 * @example
 * const find = phraseFinder([['soft threshold', 1], ['MAP', 2]])
 * find('Soft thresholds, on a map') // [{ index: 0, length: 15, value: 1 }]
 */
export function phraseFinder<T>(
  phrases: Iterable<readonly [string, T]>,
): (text: string) => Match<T>[] {
  const values = new Map(phrases)
  if (values.size === 0) return () => []
  const byLength = [...values.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(byLength.map(patternOf).join('|'), 'giu')

  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match[0].replace(/\s+/g, ' ')
      const key = [found, found.replace(/s$/, '')]
        .flatMap((word) => [word, word.toLowerCase()])
        .find((word) => values.has(word))
      if (key === undefined) return []
      return [{ index: match.index, length: match[0].length, value: values.get(key)! }]
    })
}

function patternOf(phrase: string): string {
  const words = phrase.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const starts = /^[\p{Script=Latin}\p{N}]/u.test(phrase) ? `(?<!${LETTER})` : ''
  const ends = /[\p{Script=Latin}\p{N}]$/u.test(phrase) ? `s?(?!${LETTER})` : ''
  return `${starts}${words.join('\\s+')}${ends}`
}
