/** The words on the notice of a handle. */
export const strings = {
  link: { en: 'Link', zh: '链接' },
  copied: { en: 'Link copied', zh: '链接已复制' },
  markdown: { en: 'Copy as Markdown', zh: '复制为 Markdown' },
  tex: { en: 'Copy TeX', zh: '复制 TeX' },
  cite: { en: 'Cite', zh: '引用' },
  bibtex: { en: 'BibTeX', zh: 'BibTeX' },
  done: { en: 'Copied', zh: '已复制' },
}
