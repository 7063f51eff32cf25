import chinese from '../../../content/programs/chinese.json'
import type { Locale } from './languages.ts'

/**
 * A program of `content/programs` or `content/examples` with its comments and the words that it shows in the language
 * of the page. It is written in English; `content/programs/chinese.json` holds what stands in Chinese in its place.
 *
 * @param language Language of the page.
 * @param code The program as it is written.
 */
export function programIn(language: Locale, code: string): string {
  if (language === 'en') return code
  return Object.entries(chinese).reduce((text, [from, to]) => text.replaceAll(from, to), code)
}
