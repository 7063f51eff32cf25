import type { Text } from '../../../figures/kit/types.ts'
import type { Note } from '../reading/reading.ts'
import { encodings, separators } from './labels.ts'
import { list, plural, short } from './phrases.ts'

/** What was decided without the reader, or by them. */
export function noteText(note: Note): Text {
  switch (note.code) {
    case 'encoding':
      return {
        en: `Read as ${encodings[note.encoding].en}.`,
        zh: `按${encodings[note.encoding].zh}读取。`,
      }
    case 'separator':
      return {
        en: `${separators[note.separator].en} separate the values.`,
        zh: `${separators[note.separator].zh}分隔各个值。`,
      }
    case 'decimal': {
      const marks = { point: { en: 'Points', zh: '点' }, comma: { en: 'Commas', zh: '逗号' } }
      const read = note.examples.map(([given, text]) => ({
        en: `${given} is ${text}`,
        zh: `${given} 读作 ${text}`,
      }))
      return {
        en: `${marks[note.decimal].en} are decimal marks: ${read.map(({ en }) => en).join(', ')}.`,
        zh: `${marks[note.decimal].zh}是小数点：${read.map(({ zh }) => zh).join('，')}。`,
      }
    }
    case 'no-header':
      return {
        en: `The columns are called c1 to c${note.count}.`,
        zh: `各列命名为 c1 到 c${note.count}。`,
      }
    case 'skipped':
      return {
        en: `Skipped above the names: ${plural(note.count, 'line')}.`,
        zh: `列名上面的 ${note.count} 行已跳过。`,
      }
    case 'blank-lines':
      return {
        en: `Skipped: ${plural(note.count, 'blank line')}.`,
        zh: `跳过 ${note.count} 个空行。`,
      }
    case 'gaps-out':
      return {
        en: `Left out: ${plural(note.count, 'row')} with missing values.`,
        zh: `未读取有缺失值的 ${note.count} 行。`,
      }
    case 'faults-out':
      return {
        en: `Left out: ${plural(note.count, 'row')} with faults.`,
        zh: `未读取有错误的 ${note.count} 行。`,
      }
    case 'unit':
      return {
        en: `“${short(note.name)}”: ${note.unit} was taken off the numbers, which are otherwise unchanged.`,
        zh: `“${short(note.name)}”：去掉了“${note.unit}”，数字本身不变。`,
      }
    default: {
      const { en, zh } = list(note.names, note.count)
      return {
        'row-names': { en: `${en} names the rows and is left out.`, zh: `${zh}是行名，未读取。` },
        'empty-columns': { en: `Empty, and left out: ${en}.`, zh: `空列，未读取：${zh}。` },
        named: {
          en: `Named here, to tell them apart: ${en}.`,
          zh: `为了区分，由这里命名：${zh}。`,
        },
        'left-out': { en: `Left out: ${en}.`, zh: `未读取：${zh}。` },
        'counts-rows': {
          en: `${en} only counts the rows; leave it out if it is no measurement.`,
          zh: `${zh}只是行号；如果不是测量值，请选择不读取。`,
        },
        dummies: {
          en: `Columns of 0 and 1, all but the first word in alphabetical order: ${en}.`,
          zh: `变为 0/1 列，按字母顺序第一种作基准：${zh}。`,
        },
        days: { en: `Days since the first row: ${en}.`, zh: `读作距第一行的天数：${zh}。` },
      }[note.code]
    }
  }
}
