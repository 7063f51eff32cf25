/** What the card of a term says besides its definition. */
export const strings = {
  glossary: { en: 'Glossary', zh: '术语表' },
}
