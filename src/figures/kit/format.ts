import type { Text } from './figure.ts'

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

export function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`
}

/** A text that reads the same in both languages, as numbers do. */
export const same = (text: string): Text => ({ en: text, zh: text })

const superscript = (exponent: number) =>
  String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]))
