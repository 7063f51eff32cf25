import type { Language, Text } from '../../figures/kit/figure.ts'
import type { OwnTable } from './readTable.ts'
import type { Separator } from './separators.ts'

/** What the place for tables of the reader's own says in its interface. */
export const strings = {
  label: { en: 'Your own table', zh: '自己的表格' },
  text: {
    en: 'Paste a table here: a line of column names, then lines of numbers',
    zh: '把表格粘贴到这里：第一行是列名，下面每行都是数字',
  },
  name: { en: 'Name', zh: '名称' },
  read: { en: 'Read the table', zh: '读取表格' },
  choose: { en: 'Choose a file', zh: '选择文件' },
  drop: { en: 'or drop one here', zh: '也可以把文件拖到这里' },
  target: { en: 'Target', zh: '目标列' },
  write: { en: 'Write a program for it', zh: '生成一段程序' },
  forget: { en: 'Forget it', zh: '删除' },
  columns: { en: 'Columns', zh: '列' },
  kept: {
    en: 'Kept in this tab until you close it.',
    zh: '关闭这个标签页之前都会保留。',
  },
  notKept: {
    en: 'Too large to be kept: it is gone when you leave this page.',
    zh: '表格太大，无法保留：离开本页后就没有了。',
  },
} as const satisfies Record<string, Text>

const separators: Record<Separator, Text | undefined> = {
  comma: undefined,
  semicolon: {
    en: 'Semicolons were read as separators, and commas in numbers as decimal points.',
    zh: '分号读作分隔符，数字里的逗号读作小数点。',
  },
  tab: { en: 'Tabs were read as separators.', zh: '制表符读作分隔符。' },
  'full-width comma': {
    en: 'Full-width commas were read as separators.',
    zh: '全角逗号读作分隔符。',
  },
}

/** How large a table is. */
export function sizeText({ rows, columns }: OwnTable, language: Language): string {
  const { length } = columns
  return language === 'zh' ? `${rows} 行 × ${length} 列` : `${rows} rows × ${length} columns`
}

/** What was made of the text beyond its numbers, if anything. */
export function notesText({ separator, leftOut }: OwnTable, language: Language): string {
  const names = leftOut.map((name) => `“${name}”`)
  const left = { en: `Left out: ${names.join(', ')}.`, zh: `未读取：${names.join('、')}。` }
  const notes = [separators[separator]?.[language], names.length > 0 ? left[language] : undefined]
  return notes.filter(Boolean).join(language === 'zh' ? '' : ' ')
}

export function leaveOutText(language: Language, column: string): string {
  return language === 'zh' ? `不读取“${column}”这一列` : `Leave out the column “${column}”`
}

export function goToText(language: Language, line: number): string {
  return language === 'zh' ? `转到第 ${line} 行` : `Go to line ${line}`
}
