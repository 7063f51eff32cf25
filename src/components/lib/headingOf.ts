import { getEntry } from 'astro:content'
import type { Locale } from './languages.ts'

/**
 * The text of a heading in the source of its chapter.
 *
 * @param page Name of the chapter, such as `l1`.
 * @param section Id of the heading.
 */
export async function headingOf(locale: Locale, page: string, section: string): Promise<string> {
  const chapter = await getEntry('docs', `${locale}/${page}`)
  const words = chapter?.body?.match(new RegExp(`^#+ (.+) \\{#${section}\\}$`, 'm'))?.[1]
  if (!words) throw new Error(`The page ${locale}/${page} has no heading #${section}.`)
  return words
}
