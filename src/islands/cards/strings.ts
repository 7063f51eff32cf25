/** The words on a card besides what it copies. */
export const strings = {
  glossary: { en: 'Glossary', zh: '术语表' },
  equation: { en: 'To the equation', zh: '查看原处' },
  references: { en: 'References', zh: '参考文献' },
}
