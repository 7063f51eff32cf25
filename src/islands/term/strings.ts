/** The words on the card of a term besides its definition. */
export const strings = {
  glossary: { en: 'Glossary', zh: '术语表' },
}
