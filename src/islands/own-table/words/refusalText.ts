import type { Text } from '../../../figures/kit/types.ts'
import type { Refusal } from '../reading/reading.ts'

/** Why there is no table. */
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
