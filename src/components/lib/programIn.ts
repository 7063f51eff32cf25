import chinese from '../../../content/programs/chinese.json'
import type { Locale } from './languages.ts'

/**
 * Translates the comments and texts of a program in `content/programs` or `content/examples` into the language of the
 * page. Programs are written in English; `content/programs/chinese.json` contains the Chinese texts.
 *
 * @param language Language of the page.
 * @param code The program in English.
 */
export function programIn(language: Locale, code: string): string {
  if (language === 'en') return code
  return Object.entries(chinese).reduce((text, [from, to]) => text.replaceAll(from, to), code)
}
