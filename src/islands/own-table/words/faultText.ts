import type { Text } from '../../../figures/kit/types.ts'
import type { Fault } from '../reading/reading.ts'
import { plural, short } from './phrases.ts'

/** Where a fault is, and what it is. */
export function faultText(fault: Fault): { place: Text; text: Text } {
  const { line, column, name, given, expected } = fault
  const named =
    name === undefined
      ? { en: '', zh: '' }
      : { en: ` (“${short(name)}”)`, zh: `（“${short(name)}”）` }
  const place =
    column === undefined
      ? { en: `Line ${line}`, zh: `第 ${line} 行` }
      : {
          en: `Line ${line}, column ${column}${named.en}`,
          zh: `第 ${line} 行第 ${column} 列${named.zh}`,
        }
  const value = `“${short(String(given))}”`
  const text: Record<Fault['code'], Text> = {
    'not-numeric': { en: `${value} is not a number`, zh: `${value}不是数` },
    'not-finite': {
      en: `${value} is beyond the range of double precision; rescale the column`,
      zh: `${value}超出双精度的范围，请给这一列换个单位`,
    },
    'too-long': { en: `${value}… is too long for a number`, zh: `${value}……太长，不像是数` },
    unit: {
      en: `${value}; expected ${expected === '' ? 'a number without a unit' : `the unit ${expected}`}`,
      zh: `${value}：应当${expected === '' ? '不带单位' : `以“${expected}”为单位`}`,
    },
    length: {
      en: `${plural(Number(given), 'value')}; expected ${expected}, one for each column`,
      zh: `有 ${given} 个值，应当有 ${expected} 个，每列一个`,
    },
    quote: {
      en: `a double quote is not closed, or more follows it: ${value}`,
      zh: `双引号没有配对，或者后面还有内容：${value}`,
    },
  }
  return { place, text: text[fault.code] }
}
