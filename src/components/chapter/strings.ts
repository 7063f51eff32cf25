import type { Language, Text } from '../../figures/kit/figure.ts'

/** The words of components in chapters, apart from those of the islands. */
export const strings = {
  derivation: { en: 'Derivation', zh: '推导' },
  thisQuestion: { en: 'this question', zh: '这道题' },
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
  wholeFile: { en: 'This file in the repository', zh: '在代码仓库中查看此文件' },
  explainedIn: { en: 'Explained in', zh: '详见' },
} as const satisfies Record<string, Text>

/** The accessible name of the erratum on a claim. */
export function erratumLabel(language: Language, id: string): string {
  return language === 'en'
    ? `Erratum on claim ${id} of the source article`
    : `对原文第 ${id} 条说法的勘误`
}

/** The title of a folded file of the solver. */
export function solverCodeText(language: Language, file: string, lines: number): string {
  return language === 'en'
    ? `The solver’s own code: ${file}, ${lines} lines`
    : `求解器的源代码：${file}，共 ${lines} 行`
}
