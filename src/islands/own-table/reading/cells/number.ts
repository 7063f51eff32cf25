/** The decimal mark. The other of the two may part thousands. */
export type Decimal = 'point' | 'comma'

/** A cell as a number: its digits as programs write them under each decimal mark, where it is one. */
export interface NumberCell {
  point: string | undefined
  comma: string | undefined
  /** Its unit, currency or percent sign; '' for none. */
  unit: string
  /** Whether its digits look like a code: zeros in front, or more digits than a number holds. */
  isCode: boolean
}

/** No number is longer: the longest exact double has 1,075 digits. */
export const LONGEST = 1100

const WITH_MARK = /^-?(0|[1-9]\d{0,14})([.,])(\d{1,300})$/
const PLAIN = /^-?(0|[1-9]\d{0,14})$/
const CURRENCY = '(?:US|HK|NT|[ACS])?\\$|[€£¥₹₩₽]|USD|EUR|GBP|CNY|RMB|CHF|JPY|人民币'
const FRAMED = new RegExp(
  `^([+-]?) ?(${CURRENCY})? ?([+-]?)([\\d.,][\\d.,' ]*?)(e[+-]?\\d{1,6})? ?((?!e[+-]?\\d)[^\\d\\s.,;:'"()+*=<>/-][^\\s,;:"()]{0,11})?$`,
  'i',
)

/** A cell read as a number, under either decimal mark; undefined if it is none under both. */
export function readNumber(text: string): NumberCell | undefined {
  if (PLAIN.test(text)) return { point: text, comma: text, unit: '', isCode: false }
  const simple = WITH_MARK.exec(text)
  if (simple) return withMark(text, simple)
  if (text.length > LONGEST) return undefined
  const plain = simplified(text)
  const isNegative = /^\(.*[\d].*\)$/.test(plain) // as accountants write
  const framed = FRAMED.exec(isNegative ? plain.slice(1, -1) : plain)
  if (!framed) return undefined
  const [, before, currency = '', after, body, power = '', suffix = ''] = framed
  if ((before && after) || (isNegative && (before || after)) || (currency && suffix))
    return undefined
  const sign = isNegative || before === '-' || after === '-' ? '-' : ''
  const digits = body.trim()
  const [point, comma] = (['point', 'comma'] as const).map((decimal) => {
    const number = withoutGroups(digits, decimal, power !== '')
    return number === undefined ? undefined : sign + number + power
  })
  if (point === undefined && comma === undefined) return undefined
  const isCode = currency + suffix === '' && /^(0\d+|[1-9]\d{15,})$/.test(digits)
  return { point, comma, unit: currency + suffix, isCode }
}

/** The usual case, soon done: digits around one mark, which may part thousands only if three of them follow. */
function withMark(text: string, [, whole, mark, rest]: RegExpExecArray): NumberCell {
  const decimal = text.replace(',', '.')
  const isGrouped = rest.length === 3 && whole !== '0' && whole.length <= 3
  const grouped = isGrouped ? text.replace(mark, '') : undefined
  const [point, comma] = mark === '.' ? [decimal, grouped] : [grouped, decimal]
  return { point, comma, unit: '', isCode: false }
}

/** Digits in ASCII, one kind of minus and of space, no apostrophe of spreadsheets in front. */
function simplified(text: string): string {
  if (/^[\x20-\x26\x28-\x7e]*$/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2212\u2013\ufe63]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/^'/, '')
    .replace(/\uffe5/g, '¥')
}

const PATTERNS = {
  point: {
    simple: /^(\d+\.?\d*|\.\d+)$/,
    grouped: /^[1-9]\d{0,2}([ ',])\d{3}(\1\d{3})*(\.\d*)?$/,
    lakhs: /^[1-9]\d?(,\d{2})+,\d{3}(\.\d*)?$/,
  },
  comma: {
    simple: /^(\d+,?\d*|,\d+)$/,
    grouped: /^[1-9]\d{0,2}([ '.])\d{3}(\1\d{3})*(,\d*)?$/,
    lakhs: /^$/,
  },
}

/** A number without what parts its thousands and with a point; undefined if it is none under this decimal mark. */
function withoutGroups(digits: string, decimal: Decimal, hasPower: boolean): string | undefined {
  const { simple, grouped, lakhs } = PATTERNS[decimal]
  if (simple.test(digits)) return digits.replace(',', '.')
  if (hasPower || !(grouped.test(digits) || lakhs.test(digits))) return undefined
  return decimal === 'point'
    ? digits.replace(/[ ',]/g, '')
    : digits.replace(/[ '.]/g, '').replace(',', '.')
}

/** Whether digits are a double: neither beyond its range nor lost in zero. */
export function isHeld(digits: string): boolean {
  const value = Number(digits)
  return Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(digits.split(/e/i)[0]))
}
