import { ShrinkageError, type ErrorCode, type ErrorFacts } from 'shrinkage'
import type { Language, Text } from '../../figures/kit/figure.ts'

/** Why a text is no table, and what the reader may do about it. */
export interface Problem {
  /** What is wrong, where, and what was expected. */
  text: string
  /** The line that it is on, from 1. */
  line?: number
  /** A column of words that may be left out. */
  column?: string
}

/** How each language tells what `readNumericTable` refuses, by the code of the error. */
const sentences: Partial<Record<ErrorCode, (facts: ErrorFacts) => Text>> = {
  empty: ({ given }) =>
    given === 0
      ? {
          en: 'There is no table here; expected a line of column names, and at least one row of numbers below it.',
          zh: '这里没有表格：请给出一行列名，下面至少一行数字。',
        }
      : {
          en: 'There are only column names; expected at least one row of numbers below them.',
          zh: '只有列名，没有数据：列名下面至少要有一行数字。',
        },
  'missing-name': (facts) => ({
    en: `${at(facts).en} has no name; expected a different name for each column.`,
    zh: `${at(facts).zh}没有列名：每一列都要有一个不同的名字。`,
  }),
  'repeated-name': ({ name, line, column }) => ({
    en: `${at({ line, column }).en} repeats the name “${name}”; expected a different name for each column.`,
    zh: `${at({ line, column }).zh}的列名“${name}”重复了：每一列都要有一个不同的名字。`,
  }),
  'missing-header': (facts) => ({
    en: `${at(facts).en} holds only numbers; expected a first line that names the columns.`,
    zh: `${at(facts).zh}全是数字：第一行应当是列名。`,
  }),
  'blank-line': (facts) => ({
    en: `${at(facts).en} is blank; expected blank lines only at the end.`,
    zh: `${at(facts).zh}是空行：只有表格末尾可以有空行。`,
  }),
  'length-mismatch': (facts) => ({
    en: `${at(facts).en} has ${facts.given} values; expected ${facts.expected}, one for each column name.`,
    zh: `${at(facts).zh}有 ${facts.given} 个值，应当有 ${facts.expected} 个：每个列名对应一个。`,
  }),
  'not-numeric': (facts) => ({
    en: `${at(facts).en} ${facts.given === '' ? 'is empty' : `holds “${short(facts)}”`}; expected a number such as 1.5 or -2e-3.`,
    zh: `${at(facts).zh}是${facts.given === '' ? '空的' : `“${short(facts)}”`}：这里要填一个数，例如 1.5 或 -2e-3。`,
  }),
  'not-finite': (facts) => ({
    en: `${at(facts).en} holds ${short(facts)}, beyond the range of double precision; rescale the column.`,
    zh: `${at(facts).zh}的 ${short(facts)} 超出了双精度的范围：请给这一列换个单位。`,
  }),
  'stray-quote': (facts) => ({
    en: `${at(facts).en}: a double quote is not closed, or stands inside a value; expected the whole value in quotes, with quotes inside it doubled.`,
    zh: `${at(facts).zh}：双引号没有配对，或者出现在值的中间。带引号的值要整个放在引号里，其中的引号写两遍。`,
  }),
}

/** A line, column and name of the table in words. */
function at({ line, column, name }: ErrorFacts): Text {
  if (column === undefined) return { en: `Line ${line}`, zh: `第 ${line} 行` }
  return {
    en: `Line ${line}, column ${column}${name === undefined ? '' : ` (“${name}”)`}`,
    zh: `第 ${line} 行第 ${column} 列${name === undefined ? '' : `（“${name}”）`}`,
  }
}

const short = ({ given }: ErrorFacts) => String(given).slice(0, 40)

/** What an error of `readNumericTable` says, in the reader's language. */
export function problemOf(error: unknown, language: Language): Problem {
  if (!(error instanceof ShrinkageError)) throw error
  const { code, facts, message } = error
  const { line, name: column } = facts
  return {
    text: sentences[code]?.(facts)[language] ?? message,
    ...(line !== undefined && { line }),
    ...(code === 'not-numeric' && column !== undefined && { column }),
  }
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
    en: 'The table has one column of numbers. Expected at least two: a target, and a feature to predict it from.',
    zh: '表里只有一列数字。至少要有两列：一列是目标，一列是用来预测它的特征。',
  },
  nameTaken: (name: string): Text => ({
    en: `The course has a table “${name}” itself. Give yours another name.`,
    zh: `课程里已经有一张叫“${name}”的表。请换个名字。`,
  }),
} as const
