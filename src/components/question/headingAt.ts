import { getCollection, render } from 'astro:content'
import type { Locale } from '../lib/languages.ts'

/**
 * The chapter and the heading to which an address in it leads, as a text for a link.
 *
 * @throws Error if there is no such chapter or heading.
 */
export async function headingAt(locale: Locale, page: string, anchor: string): Promise<string> {
  const [entry] = await getCollection('docs', ({ id }) => id === `${locale}/${page}`)
  if (!entry) throw new Error(`There is no page “${page}” in “${locale}”.`)
  const { headings } = await render(entry)
  const heading = headings.find(({ slug }) => slug === anchor)
  return heading ? `${entry.data.title}: ${heading.text}` : entry.data.title
}
