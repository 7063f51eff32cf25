/**
 * The numbers of a printed text, from left to right and from top to bottom. Those that are part of a word, such as a name
 * of a column, are left out.
 *
 * @example
 * numbersIn('λ=5  s1\nage -0.25') // ['-0.25']
 */
export function numbersIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(word))
}

/** Are two computed numbers the same, to six decimals or, if they are large, to nine digits? */
export function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 5.1e-7 + 1e-9 * Math.abs(b)
}
