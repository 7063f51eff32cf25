import { getCollection, type CollectionEntry } from 'astro:content'
import { readingTime } from '../../markdown/readingTime.ts'
import type { Locale } from './languages.ts'
import { strings } from './strings.ts'

type Page = CollectionEntry<'docs'>

/** The pages in the list of chapters, in the order that their frontmatter declares. */
export async function chaptersIn(locale: Locale): Promise<Page[]> {
  const pages = await getCollection(
    'docs',
    ({ id, data }) => id.startsWith(`${locale}/`) && !data.sidebar.hidden,
  )
  const order = (page: Page) => page.data.sidebar.order ?? Number.MAX_VALUE
  return pages.toSorted((a, b) => order(a) - order(b))
}

/** How long it takes to read a chapter, in words; undefined for a page that is none. */
export function minutesOf({ data, body = '' }: Page, locale: Locale): string | undefined {
  if (data.number === undefined) return undefined
  return strings.minutes[locale].replace('N', String(readingTime(body).reading))
}
