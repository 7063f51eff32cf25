/**
 * The numbers in a printed text, in reading order. Digits within a word, such as a column name, are skipped.
 *
 * @example
 * numbersIn('λ=5  s1\nage -0.25') // ['-0.25']
 */
export function numbersIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(word))
}

/** Whether two computed numbers agree to six decimals or, if they are large, to nine digits. */
export function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 5.1e-7 + 1e-9 * Math.abs(b)
}
