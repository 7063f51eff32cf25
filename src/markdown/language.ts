import type { VFile } from 'vfile'

/** The languages of the course. */
export type PageLanguage = 'en' | 'zh'

/** The language of a page from its path, such as `content/docs/zh/l1.mdx`; English where the path names none. */
export function languageOfFile({ path }: VFile): PageLanguage {
  return /[/\\]zh(?:[/\\]|\.mdx?$)/.test(path ?? '') ? 'zh' : 'en'
}
