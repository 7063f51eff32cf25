/** The languages of the course: the first segment of every address, and its BCP 47 tag. */
export const languages = { en: 'en', zh: 'zh-CN' } as const

export type Locale = keyof typeof languages

/** Key of the browser's storage for the language that the reader chose by hand. */
export const languageKey = 'course-language'

/**
 * Address of the same page in the other language.
 *
 * @param pathname Path of the page, such as `/base/en/l1/`.
 * @param base Base path of the site, such as `/base`.
 *
 * @example
 * inLocale('/base/en/l1/', 'zh', '/base') // '/base/zh/l1/'
 */
export function inLocale(pathname: string, locale: Locale, base: string): string {
  const root = base.replace(/\/$/, '')
  const [, ...segments] = pathname.slice(root.length).split('/')
  return [root, locale, ...segments.slice(1)].join('/')
}
