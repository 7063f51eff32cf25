import type { Language, Text } from '../../../figures/kit/types.ts'
import type { Encoding } from '../reading/encoding.ts'
import type { Separator } from '../reading/grid.ts'
import type { ColumnView, Use } from '../reading/reading.ts'

/* The names of what can be chosen, and of what a column holds. */

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
