import { getCollection } from 'astro:content'
import type { Locale } from './languages.ts'

/** The pages in the list of chapters, in the order that their frontmatter declares. */
export async function chaptersIn(locale: Locale) {
  const pages = await getCollection(
    'docs',
    ({ id, data }) => id.startsWith(`${locale}/`) && !data.sidebar.hidden,
  )
  const order = (page: (typeof pages)[number]) => page.data.sidebar.order ?? Number.MAX_VALUE
  return pages.toSorted((a, b) => order(a) - order(b))
}
