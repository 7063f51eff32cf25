import { strings as offers } from '../handle/strings.ts'

/** The words on the buttons that share a page. */
export const strings = {
  link: { en: 'Copy link', zh: '复制链接' },
  markdown: offers.markdown,
  cite: offers.cite,
  bibtex: offers.bibtex,
  done: offers.done,
}
