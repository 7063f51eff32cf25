import { ShrinkageError } from 'shrinkage'
import type { Language, Text } from '../../figures/kit/figure.ts'

/** Why a text is no table, and what the reader may do about it. */
export interface Problem {
  /** What is wrong, where, and what is wanted. */
  text: string
  /** The line that it is on, from 1. */
  line?: number
  /** A column of words that may be left out. */
  column?: string
}

/** How Chinese says what `readNumericTable` does. */
const chinese: [RegExp, (...parts: string[]) => string][] = [
  [/^The table has no lines/, () => '这里没有表格：请给出一行列名，下面至少一行数字。'],
  [/^The table has a line of column names/, () => '只有列名，没有数据：列名下面至少要有一行数字。'],
  [
    /^Line (\d+), column (\d+) has no name/,
    (line, column) => `${at(line, column)}没有列名：每一列都要有一个不同的名字。`,
  ],
  [
    /^Line (\d+), column (\d+) repeats the name "([^]*)";/,
    (line, column, name) =>
      `${at(line, column)}的列名“${name}”重复了：每一列都要有一个不同的名字。`,
  ],
  [/^Line (\d+) holds only numbers/, (line) => `${at(line)}全是数字：第一行应当是列名。`],
  [/^Line (\d+) is blank/, (line) => `${at(line)}是空行：只有表格末尾可以有空行。`],
  [
    /^Line (\d+) has (\d+) values; (\d+)/,
    (line, given, wanted) => `${at(line)}有 ${given} 个值，应当有 ${wanted} 个：每个列名对应一个。`,
  ],
  [
    /^Line (\d+), column (\d+) \("([^]*)"\) is empty/,
    (line, column, name) =>
      `${at(line, column)}（“${name}”）是空的：这里要填一个数，例如 1.5 或 -2e-3。`,
  ],
  [
    /^Line (\d+), column (\d+) \("([^]*)"\) holds "([^]*)";/,
    (line, column, name, value) =>
      `${at(line, column)}（“${name}”）是“${value}”：这里要填一个数，例如 1.5 或 -2e-3。`,
  ],
  [
    /^Line (\d+), column (\d+) \("([^]*)"\) holds (.*), beyond/,
    (line, column, name, value) =>
      `${at(line, column)}（“${name}”）的 ${value} 超出了双精度的范围：请给这一列换个单位。`,
  ],
  [
    /^Line (\d+), column (\d+): a double quote/,
    (line, column) =>
      `${at(line, column)}：双引号没有配对，或者出现在值的中间。带引号的值要整个放在引号里，其中的引号写两遍。`,
  ],
]

const at = (line: string, column?: string) =>
  column ? `第 ${line} 行第 ${column} 列` : `第 ${line} 行`

/** What an error of `readNumericTable` says, in the reader's language. */
export function problemOf(error: unknown, language: Language): Problem {
  if (!(error instanceof ShrinkageError)) throw error
  const { code, message } = error
  const line = /^Line (\d+)/.exec(message)?.[1]
  const column =
    code === 'not-numeric' ? /^[^(]*\("([^]*)"\) (?:is|holds) /.exec(message)?.[1] : undefined
  return {
    text:
      language === 'zh' ? inChinese(message) : message.replace(/ Name the column in labels.*$/, ''),
    ...(line && { line: Number(line) }),
    ...(column && { column }),
  }
}

function inChinese(message: string): string {
  for (const [pattern, say] of chinese) {
    const found = pattern.exec(message)
    if (found) return say(...found.slice(1))
  }
  return message
}

/** A problem that is not one of reading the numbers. */
export const problems = {
  tooLarge: (megabytes: string): Text => ({
    en: `The table has ${megabytes} MB, and at most 10 MB are read here. Leave out rows or columns.`,
    zh: `这张表有 ${megabytes} MB，这里最多读取 10 MB。请减少一些行或列。`,
  }),
  notText: {
    en: 'This file is not text in UTF-8. Save it from your spreadsheet as “CSV UTF-8”, or copy its cells and paste them here.',
    zh: '这个文件不是 UTF-8 编码的文本。请在电子表格里另存为“CSV UTF-8”，或者复制单元格，粘贴到这里。',
  },
  oneColumn: {
    en: 'The table has one column of numbers. At least two are wanted: a target, and a feature to predict it from.',
    zh: '表里只有一列数字。至少要有两列：一列是目标，一列是用来预测它的特征。',
  },
  nameTaken: (name: string): Text => ({
    en: `The course has a table “${name}” itself. Give yours another name.`,
    zh: `课程里已经有一张叫“${name}”的表。请换个名字。`,
  }),
} as const
