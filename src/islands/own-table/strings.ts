import type { Language, Text } from '../../figures/kit/figure.ts'

/** The labels of the place for tables of the reader's own. */
export const strings = {
  label: { en: 'Your own table', zh: '自己的表格' },
  text: {
    en: 'Paste a table here, with a line of column names above its rows',
    zh: '把表格粘贴到这里：第一行是列名，下面是数据',
  },
  name: { en: 'Name', zh: '名称' },
  read: { en: 'Read the table', zh: '读取表格' },
  choose: { en: 'Choose a file', zh: '选择文件' },
  drop: { en: 'or drop one here', zh: '也可以把文件拖到这里' },
  reading: { en: 'Reading …', zh: '正在读取……' },
  failed: {
    en: 'The table could not be read: what reads it did not load, or ran out of memory. Please try again.',
    zh: '没能读取表格：读取程序没有加载成功，或者内存不足。请再试一次。',
  },
  ready: { en: 'The table is read.', zh: '表格已读取。' },
  undo: { en: 'Undo the last choice', zh: '撤销上一步选择' },
  howRead: { en: 'How it is read', zh: '读取方式' },
  preview: { en: 'The first rows, as they are read', zh: '开头几行的读取结果' },
  readAs: { en: 'Read as:', zh: '读作：' },
  open: { en: 'Not decided', zh: '尚未决定' },
  encoding: { en: 'Encoding', zh: '编码' },
  separator: { en: 'Between values', zh: '分隔符' },
  names: { en: 'Column names', zh: '列名' },
  namesLine: { en: 'In the text', zh: '文本里有' },
  noNames: { en: 'None', zh: '没有' },
  decimal: { en: 'Decimal mark', zh: '小数点' },
  target: { en: 'Target', zh: '目标列' },
  unknownTarget: { en: 'There is no such column.', zh: '没有这一列。' },
  write: { en: 'Write a program for it', zh: '生成一段程序' },
  forget: { en: 'Forget it', zh: '删除' },
  kept: {
    en: 'Kept in this tab until you close it.',
    zh: '关闭这个标签页之前都会保留。',
  },
  notKept: {
    en: 'This browser does not keep it: it is gone when you leave this page.',
    zh: '浏览器没有保留这张表：离开本页后就没有了。',
  },
} as const satisfies Record<string, Text>

/** How large a table is, and how much of it is shown if that is less. */
export function sizeText(
  { rows, columns }: { rows: number; columns: number },
  language: Language,
  shown = { rows, columns },
): string {
  const isWhole = shown.rows === rows && shown.columns === columns
  if (language === 'zh') {
    return `${rows} 行 × ${columns} 列${isWhole ? '' : `，这里显示 ${shown.rows} 行 × ${shown.columns} 列`}`
  }
  return `${rows} rows × ${columns} columns${isWhole ? '' : `, of which ${shown.rows} × ${shown.columns} are shown`}`
}

export function leftOutText(names: readonly string[], language: Language): string {
  if (names.length === 0) return ''
  const quoted = names.map((name) => `“${name}”`)
  return language === 'zh' ? `未读取：${quoted.join('、')}。` : `Left out: ${quoted.join(', ')}.`
}

/** How many problems a table has for the reader to solve. */
export function openText(language: Language, faults: number, questions: number): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
  if (language === 'zh') {
    return [
      faults > 0 ? `${faults} 处读不了` : '',
      questions > 0 ? `${questions} 个问题要回答` : '',
    ]
      .filter(Boolean)
      .join('，')
  }
  return [
    faults > 0 ? `${count(faults, 'fault')}` : '',
    questions > 0 ? `${count(questions, 'question')} to answer` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

export function moreFaultsText(language: Language, count: number, listed: number): string {
  const isAll = count === listed
  return language === 'zh'
    ? `还有 ${count} 处${isAll ? '' : `，这里列出 ${listed} 处`}`
    : `${count} more${isAll ? '' : `, of which ${listed} are listed`}`
}

export function goToText(language: Language, line: number): string {
  return language === 'zh' ? `转到第 ${line} 行` : `Go to line ${line}`
}
