import type { Language, Text } from '../../figures/kit/types.ts'
import { MOST, type Form } from './data.ts'
import type { Fault, Progress } from './file.ts'
import { DAYS, RATINGS } from './ladder.ts'

/** The words of the reader's progress as a file. */
export const strings = {
  local: {
    en: 'What you have rated, solved, answered and guessed is kept in this browser and sent nowhere. A file takes it to another device. Loading adds to what is here: of two ratings of a question the later one counts.',
    zh: '评过的分、做过的题、答过的问题和猜测，都只记在这个浏览器里，不会发到任何地方。要换设备，可以存成文件带过去。载入时会与这里的进度合并：同一道题以较晚的评分为准。',
  },
  save: { en: 'Save to a file', zh: '保存到文件' },
  load: { en: 'Load from a file', zh: '从文件载入' },
  undo: { en: 'Undo', zh: '撤销' },
  forget: { en: 'Forget my progress', zh: '清除我的进度' },
  saved: { en: 'Saved as progress.json.', zh: '已保存为 progress.json。' },
  undone: { en: 'All is as it was before.', zh: '已恢复原样。' },
  forgotten: { en: 'The progress is forgotten.', zh: '进度已清除。' },
  unreadable: { en: 'The file cannot be read.', zh: '无法读取这个文件。' },
  unkept: {
    en: 'This browser keeps nothing, so it will go with the page.',
    zh: '这个浏览器不保存数据，关掉页面后就没有了。',
  },
} as const satisfies Record<string, Text>

/** What a value of a file should be. */
const forms: Record<Form, Text> = {
  object: { en: 'an object in braces', zh: '花括号里的对象' },
  id: { en: 'an id such as "why-zeros"', zh: '形如 "why-zeros" 的编号' },
  ids: { en: 'a list of ids', zh: '编号的列表' },
  rung: {
    en: `a whole number from 0 to ${DAYS.length - 1}`,
    zh: `0 到 ${DAYS.length - 1} 的整数`,
  },
  rating: {
    en: RATINGS.map((rating) => `"${rating}"`).join(' or '),
    zh: RATINGS.map((rating) => `"${rating}"`).join(' 或 '),
  },
  date: {
    en: 'a date such as "2026-11-30T16:00:00.000Z"',
    zh: '形如 "2026-11-30T16:00:00.000Z" 的日期',
  },
  truth: { en: 'true or false', zh: 'true 或 false' },
  numbers: { en: 'a list of numbers', zh: '数的列表' },
  few: { en: `at most ${MOST} entries`, zh: `至多 ${MOST} 项` },
}

/** Why a file was not loaded. */
export function faultText(language: Language, fault: Fault | { kind: 'large' }): string {
  const reason = reasonFor(language, fault)
  return language === 'zh' ? `${reason}什么都没有改动。` : `${reason} Nothing was changed.`
}

function reasonFor(language: Language, fault: Fault | { kind: 'large' }): string {
  const zh = language === 'zh'
  switch (fault.kind) {
    case 'large':
      return zh
        ? '这个文件超过 1 MB，不会是本课程保存的进度。'
        : 'This file has more than 1 MB; expected one that this course has saved.'
    case 'text': {
      const { begins } = fault
      return zh
        ? `这个文件不是 JSON，开头是“${begins}”。应为本课程保存的文件，例如 progress.json。`
        : `This file is not JSON: it begins with “${begins}”. Expected one that this course has saved, such as progress.json.`
    }
    case 'other':
      return zh
        ? '这个文件里没有本课程的进度：应含有 questions、solved、answered 或 guesses。'
        : 'This file holds no progress of this course: expected “questions”, “solved”, “answered” or “guesses” in it.'
    case 'newer':
      return zh
        ? `这个文件是第 ${fault.version} 版的，由更新的页面保存。请刷新本页再试。`
        : `This file is of version ${fault.version}, which a newer page has saved. Reload this page and try again.`
    case 'value': {
      const { place, value, expected } = fault
      const found = value || (zh ? '空缺' : 'missing')
      return zh
        ? `文件中的 ${place} 是 ${found}，应为${forms[expected].zh}。`
        : `In the file, ${place} is ${found}; expected ${forms[expected].en}.`
    }
  }
}

/** What a file has changed. */
export function changesText(language: Language, before: Progress, after: Progress): string {
  const questions = [...after.questions].filter(
    ([id, asked]) => JSON.stringify(asked) !== JSON.stringify(before.questions.get(id)),
  ).length
  const solved = after.solved.size - before.solved.size
  const answers =
    after.answered.size - before.answered.size + (after.guesses.size - before.guesses.size)
  return language === 'zh'
    ? `文件已载入：更新 ${questions} 道面试题，新增 ${solved} 个完成的挑战、${answers} 个回答和猜测。`
    : `The file is added: ${questions} interview questions brought up to date, ${solved} solved challenges and ${answers} answers and guesses new.`
}
