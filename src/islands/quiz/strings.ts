import type { Language, Text } from '../../figures/kit/types.ts'

/** The words of questions for self-assessment besides those of their authors. */
export const strings = {
  question: { en: 'Check yourself', zh: '自测' },
  right: { en: 'Right.', zh: '正确。' },
  wrong: { en: 'Not so.', zh: '不对。' },
  wasRight: { en: 'first answer right', zh: '第一次就答对了' },
  wasWrong: { en: 'first answer not right', zh: '第一次没答对' },
  again: { en: 'Try again', zh: '重新作答' },
  open: { en: 'not answered yet', zh: '尚未作答' },
} as const satisfies Record<string, Text>

/** The accessible name of a question in a list of those of a chapter. */
export function numberText(language: Language, number: number): string {
  return language === 'zh' ? `第 ${number} 题` : `Question ${number}`
}

/** How many questions are answered, and how many of them at once right. */
export function answeredText(
  language: Language,
  { total, answered, right }: { total: number; answered: number; right: number },
): string {
  return language === 'zh'
    ? `自测题 ${total} 道，已答 ${answered} 道，其中 ${right} 道第一次就答对。`
    : `${answered} of ${total} questions answered, ${right} of them right at the first try.`
}
