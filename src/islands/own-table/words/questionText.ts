import type { Text } from '../../../figures/kit/types.ts'
import type { Question } from '../reading/reading.ts'
import { plural, short } from './phrases.ts'

export function questionText({ code, name = '', count = 0, samples = [] }: Question): Text {
  const column = `“${short(name)}”`
  const values = { en: samples.map(short).join(', '), zh: samples.map(short).join('、') }
  const isShort = samples.length < count
  const lines = {
    en: `${samples.join(', ')}${isShort ? ', …' : ''}`,
    zh: `${samples.join('、')}${isShort ? '……' : ''}`,
  }
  const text: Record<Question['code'], Text> = {
    encoding: {
      en: 'This file does not say how its letters are encoded. Where do they look right?',
      zh: '这个文件没有说明文字的编码。下面哪一种看起来是对的？',
    },
    separator: {
      en: 'More than one sign could separate the values. Which does?',
      zh: '不止一种符号可能是分隔符。是哪一种？',
    },
    header: {
      en: 'Which line holds the names of the columns?',
      zh: '哪一行是列名？',
    },
    unnamed: {
      en: 'There is one name fewer than there are values in a row. Which value has no name?',
      zh: '列名比每行的值少一个。哪个值没有列名？',
    },
    decimal: {
      en:
        samples.length > 1
          ? `${column} holds both ${values.en}. Which is the decimal mark?`
          : `What number is ${values.en} in ${column}${count > 1 ? `, and in ${plural(count - 1, 'column')} like it` : ''}?`,
      zh:
        samples.length > 1
          ? `${column}里既有 ${values.zh}。哪个是小数点？`
          : `${column}${count > 1 ? `等 ${count} 列` : ''}里的 ${values.zh} 是多少？`,
    },
    words: {
      en: `${column} holds words: ${values.en}. What should be made of them?`,
      zh: `${column}里是文字：${values.zh}。怎样处理？`,
    },
    date: {
      en: `${column} holds dates: ${values.en}. What should be made of them?`,
      zh: `${column}里是日期：${values.zh}。怎样处理？`,
    },
    code: {
      en: `${column} looks like codes rather than measurements: ${values.en}. What should be made of them?`,
      zh: `${column}像是编号，不像测量值：${values.zh}。怎样处理？`,
    },
    units: {
      en: `${column} has different units: ${samples.map((unit) => unit || 'none').join(', ')}. How should it be read?`,
      zh: `${column}的单位不一致：${samples.map((unit) => unit || '无').join('、')}。怎样读取？`,
    },
    sentinel: {
      en: `${column} holds ${values.en} ${count === 1 ? 'once' : `${count} times`}, far from its other numbers. Is it a missing value?`,
      zh: `${column}里有 ${count} 个 ${values.zh}，与其他数相差很远。它表示缺失值吗？`,
    },
    columns: {
      en: `${plural(count, 'column')} hold no plain numbers${samples.length > 0 ? `, ${values.en} among them` : ''}. Decide for all at once?`,
      zh: `共有 ${count} 列不是普通的数${samples.length > 0 ? `，其中有 ${values.zh}` : ''}。要一起处理吗？`,
    },
    gaps: {
      en: `${plural(count, 'row')} ${count === 1 ? 'has' : 'have'} missing values (${count === 1 ? 'line' : 'lines'} ${lines.en}). What should be left out?`,
      zh: `${count} 行有缺失值（第 ${lines.zh} 行）。不读取哪些？`,
    },
    faults: {
      en: `${plural(count, 'row')} cannot be read (${count === 1 ? 'line' : 'lines'} ${lines.en}). Mend the text and read it again, or leave out:`,
      zh: `${count} 行读不了（第 ${lines.zh} 行）。可以改好后重新读取，或者不读取：`,
    },
  }
  return text[code]
}
