import type { Language, Text } from '../../figures/kit/figure.ts'
import type { Encoding } from './reading/encoding.ts'
import type { Separator } from './reading/grid.ts'
import type { ColumnView, Fault, Note, Option, Question, Refusal, Use } from './reading/reading.ts'

/* What a reading says, in both languages, made from its codes and facts. */

export const encodings: Record<Encoding, Text> = {
  'utf-8': { en: 'UTF-8', zh: 'UTF-8' },
  'utf-16le': { en: 'UTF-16', zh: 'UTF-16' },
  'utf-16be': { en: 'UTF-16 (big-endian)', zh: 'UTF-16（大端）' },
  gb18030: { en: 'Simplified Chinese (GBK, GB 18030)', zh: '简体中文（GBK、GB 18030）' },
  big5: { en: 'Traditional Chinese (Big5)', zh: '繁体中文（Big5）' },
  'windows-1252': { en: 'Western European (Windows-1252)', zh: '西欧（Windows-1252）' },
  shift_jis: { en: 'Japanese (Shift_JIS)', zh: '日文（Shift_JIS）' },
  'euc-kr': { en: 'Korean (EUC-KR)', zh: '韩文（EUC-KR）' },
  'windows-1251': { en: 'Cyrillic (Windows-1251)', zh: '西里尔文（Windows-1251）' },
}

export const separators: Record<Separator, Text> = {
  comma: { en: 'Commas', zh: '逗号' },
  semicolon: { en: 'Semicolons', zh: '分号' },
  tab: { en: 'Tabs', zh: '制表符' },
  bar: { en: 'Vertical bars', zh: '竖线' },
  'full-width comma': { en: 'Full-width commas', zh: '全角逗号' },
  spaces: { en: 'Spaces', zh: '空格' },
}

export const decimals = {
  point: { en: 'Decimal point: 1.5', zh: '小数点：1.5' },
  comma: { en: 'Decimal comma: 1,5', zh: '小数逗号：1,5' },
} as const satisfies Record<string, Text>

export const uses: Record<Use, Text> = {
  number: { en: 'Number', zh: '数值' },
  dummies: { en: 'Columns of 0 and 1', zh: '0/1 列' },
  ymd: { en: 'Days (year first)', zh: '天数（年在前）' },
  dmy: { en: 'Days (day, month, year)', zh: '天数（日、月、年）' },
  mdy: { en: 'Days (month, day, year)', zh: '天数（月、日、年）' },
  out: { en: 'Left out', zh: '不读取' },
}

const types: Record<ColumnView['type'], Text> = {
  number: { en: 'numbers', zh: '数值' },
  words: { en: 'words', zh: '文字' },
  date: { en: 'dates', zh: '日期' },
  code: { en: 'codes', zh: '编号' },
  empty: { en: 'empty', zh: '空列' },
  'row names': { en: 'names of rows', zh: '行名' },
}

export const typeText = ({ type, levels }: ColumnView, language: Language): string =>
  type === 'words' && levels !== undefined && levels <= 50
    ? { en: `${levels} words`, zh: `${levels} 种文字` }[language]
    : types[type][language]

/** Names in quotes, as many as there are, of which the first are given. */
function list(names: readonly string[], count: number): Text {
  const quoted = names.map((name) => `“${short(name)}”`)
  const more = count - names.length
  return {
    en: quoted.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    zh: quoted.join('、') + (more > 0 ? `等 ${count} 列` : ''),
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

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

export function refusalText(refusal: Refusal): Text {
  const { code } = refusal
  if (code === 'too-large') {
    return {
      en: `The table has ${refusal.megabytes} MB, and at most 10 MB are read here. Leave out rows or columns.`,
      zh: `这张表有 ${refusal.megabytes} MB，这里最多读取 10 MB。请减少一些行或列。`,
    }
  }
  if (code === 'too-many' || code === 'too-many-columns') {
    return {
      en: `The table would have ${refusal.count} columns, more than can be held here. Leave out some of them.`,
      zh: `这张表会有 ${refusal.count} 列，超出了这里的容量。请去掉一些列。`,
    }
  }
  const text: Record<typeof code, Text> = {
    workbook: {
      en: 'This is a workbook, not a text. Save its sheet as CSV from your spreadsheet, or copy the cells and paste them here.',
      zh: '这是工作簿文件，不是文本。请在电子表格里把工作表另存为 CSV，或者复制单元格，粘贴到这里。',
    },
    binary: {
      en: 'This file is not a text. Expected a table as CSV, TSV or plain text.',
      zh: '这个文件不是文本。请给出 CSV、TSV 或纯文本的表格。',
    },
    empty: {
      en: 'There is no table here; expected a line of column names, and rows of values below it.',
      zh: '这里没有表格：请给出一行列名，下面是各行数据。',
    },
    'no-rows': {
      en: 'There are only column names; expected at least one row of values below them.',
      zh: '只有列名，没有数据：列名下面至少要有一行。',
    },
    'none-left': {
      en: 'No row is left. Undo the last step, or leave out a column instead.',
      zh: '一行也没有剩下。请撤销上一步，或者改为去掉某一列。',
    },
    'one-column': {
      en: 'Fewer than two columns of numbers are left; expected a target, and a feature to predict it from. Choose below what else to read, or undo the last step.',
      zh: '剩下的数值列不到两列：至少要有一列目标，一列用来预测它的特征。请在下面选择还要读取的列，或者撤销上一步。',
    },
    'name-taken': {
      en: 'The course has a table of this name itself. Give yours another name.',
      zh: '课程里已经有一张同名的表。请换个名字。',
    },
  }
  return text[code]
}
