import type { Language, Text } from '../../figures/kit/figure.ts'

/** The words of components in chapters, apart from those of the islands. */
export const strings = {
  derivation: { en: 'Derivation', zh: '推导' },
  question: { en: 'this question', zh: '这道题' },
  rightOption: { en: 'Right.', zh: '正确。' },
  wrongOption: { en: 'Not so.', zh: '不对。' },
  erratum: { en: 'Erratum', zh: '勘误' },
  claim: { en: 'The article says', zh: '原文的说法' },
  correction: { en: 'What holds', zh: '正确的说法' },
  erratumState: { en: 'See it in the figure', zh: '在图中查看' },
  claimNumber: { en: 'No.', zh: '编号' },
  inCourse: { en: 'In the course', zh: '课程里' },
  holds: { en: 'holds', zh: '成立' },
  imprecise: { en: 'imprecise', zh: '不够准确' },
  wrongClaim: { en: 'wrong', zh: '有误' },
  claimState: { en: 'in the figure', zh: '在图中查看' },
  initials: { en: 'Initials', zh: '首字母索引' },
  explainedIn: { en: 'Explained in', zh: '详见' },
} as const satisfies Record<string, Text>

/** The accessible name of the erratum on a claim. */
export function erratumLabel(language: Language, id: string): string {
  return language === 'en'
    ? `Erratum on claim ${id} of the source article`
    : `对原文第 ${id} 条说法的勘误`
}
