import type { Text } from '../../../figures/kit/types.ts'
import type { Encoding } from '../reading/encoding.ts'
import type { Separator } from '../reading/grid.ts'
import type { Option, Use } from '../reading/reading.ts'
import { decimals, encodings, separators, uses } from './labels.ts'
import { plural, short } from './phrases.ts'

/** One answer to a question. */
export function optionText({ code, name = '', count = 0, sample }: Option): Text {
  switch (code) {
    case 'encoding':
      return encodings[name as Encoding]
    case 'separator':
      return separators[name as Separator]
    case 'header':
      return { en: `Line ${count}`, zh: `第 ${count} 行` }
    case 'no-header':
      return { en: 'None: all lines are data', zh: '没有列名，全是数据' }
    case 'unnamed':
      return name === 'first'
        ? { en: 'The first: it names the row', zh: '第一个：它是行名' }
        : { en: 'The last', zh: '最后一个' }
    case 'decimal':
      if (sample === undefined) return decimals[name as keyof typeof decimals]
      if (!/[.,]/.test(sample))
        return { en: `${sample} (no decimals)`, zh: `${sample}（没有小数）` }
      return name === 'point'
        ? { en: `${sample} (decimal point)`, zh: `${sample}（点是小数点）` }
        : { en: `${sample} (decimal comma)`, zh: `${sample}（逗号是小数点）` }
    case 'gaps':
    case 'faults':
      return {
        en: `These ${plural(count, 'row')}`.replace('These 1 row', 'This row'),
        zh: `这 ${count} 行`,
      }
    case 'column-out':
      return {
        en: `The column “${short(name)}” (${plural(count, 'cell')})`,
        zh: `“${short(name)}”这一列（${count} 格）`,
      }
    case 'columns-out':
      return { en: `Leave out all ${count} columns`, zh: `这 ${count} 列都不读取` }
    case 'columns-dummies':
      return { en: 'Turn all into columns of 0 and 1', zh: '都变为 0/1 列' }
    case 'units': {
      const unit = sample
        ? { en: sample, zh: `“${sample}”` }
        : { en: 'without a unit', zh: '不带单位' }
      return name === 'ignored'
        ? { en: 'The numbers alone, whatever the unit', zh: '只读数字，不管单位' }
        : { en: `Only cells ${sample ? 'in ' : ''}${unit.en}`, zh: `只读${unit.zh}的格子` }
    }
    case 'sentinel':
      return name === 'missing'
        ? { en: 'A missing value', zh: '缺失值' }
        : { en: 'A number', zh: '一个数' }
    case 'use':
      return name === 'out' ? { en: 'Leave it out', zh: '不读取' } : uses[name as Use]
  }
}
