import type { Text } from '../../figures/kit/figure.ts'

/** The words around a page that Starlight does not have; its own are in content/i18n. */
export const strings = {
  otherLanguage: { en: '中文', zh: 'English' },
  darkTheme: { en: 'Dark theme', zh: '深色主题' },
  searchResults: { en: 'Search results', zh: '搜索结果' },
  reportMistake: { en: 'Report a mistake here', zh: '报告错误' },
  moved: { en: 'These sections have moved to other pages:', zh: '下面这些小节已移到别的页面：' },
  text: { en: 'Text', zh: '文字' },
  changes: { en: 'What is new (RSS)', zh: '更新（RSS）' },
  code: { en: 'Code', zh: '代码' },
  /** From the home page, by the page to which they lead. */
  ways: {
    introduction: { en: 'Read', zh: '开始阅读' },
    questions: { en: 'Interview questions', zh: '面试题' },
    'self-test': { en: 'Test yourself', zh: '面试自测' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>
