import type { Readout, Text } from './figure.ts'

/** A number with a fixed number of decimals, a true minus sign and no negative zero. */
export function fixed(value: number, decimals = 2): string {
  const text = value.toFixed(decimals)
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−')
}

/** A small positive number in powers of ten, such as 3 × 10⁻¹⁶. */
export function scientific(value: number): string {
  if (value === 0) return '0'
  const [digits, exponent] = value.toExponential(0).split('e')
  return `${digits} × 10${superscript(Number(exponent))}`
}

const superscript = (exponent: number) =>
  String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]))

/** A weight with three decimals, unless it would be rounded to 0. */
export function weight(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 0.0005 ? fixed(value, 3) : signedScientific(value)
}

/** A number with two decimals, or in powers of ten if it is very large. */
export const unbounded = (value: number) =>
  Math.abs(value) < 1e4 ? fixed(value) : signedScientific(value)

const signedScientific = (value: number) => `${value < 0 ? '−' : ''}${scientific(Math.abs(value))}`

/** At most three significant digits, and no power of ten. */
export function significant(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)))
  return fixed(value, Math.min(3, digits))
}

/** A share in per cent, without decimals unless it is below a tenth. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`
}

/** A probability, however small. */
export function probability(p: number): string {
  if (p < 1e-4) return scientific(p)
  return `${p < 0.01 ? (100 * p).toPrecision(2) : (100 * p).toFixed(1)}%`
}

/** An integer in groups of three digits. */
export const grouped = (count: number) => count.toLocaleString('en-US')

/** A point of the plane of two weights. */
export const pair = (w: readonly number[], print: (value: number) => string = weight) =>
  `(${w.map((value) => print(value)).join(', ')})`

/** A text that is the same in both languages, such as a number. */
export const same = (text: string): Text => ({ en: text, zh: text })

/** A list of values, with the comma of each language. */
export const listed = (...values: readonly (string | number)[]): Text => ({
  en: values.join(', '),
  zh: values.join('，'),
})

/** A count out of a total. */
export const outOf = (count: number, all: number): Text => ({
  en: `${count} of ${all}`,
  zh: `${count} / ${all}`,
})

/** A readout; a string as value serves both languages. */
export function readout(name: string, en: string, zh: string, value: Text | string): Readout {
  return { name, label: { en, zh }, value: typeof value === 'string' ? same(value) : value }
}

/** The first sentence of a caption: the one on the main panel. */
export function firstSentence(caption: string): string {
  return /^.*?[.!?](?= [A-Z(])|^[^。！？]*[。！？]/.exec(caption)?.[0] ?? caption
}
