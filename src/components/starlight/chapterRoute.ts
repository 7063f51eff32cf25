import { defineRouteMiddleware } from '@astrojs/starlight/route-data'
import { chaptersIn, minutesOf } from '../lib/chapters.ts'
import type { Locale } from '../lib/languages.ts'
import { pageAddress } from '../lib/urls.ts'

/** Gives the links of the sidebar, and the previous and next page, the number and the length of their chapter. */
export const onRequest = defineRouteMiddleware(async ({ locals: { starlightRoute } }) => {
  const { sidebar, pagination } = starlightRoute
  const language = (starlightRoute.locale ?? 'en') as Locale
  const pages = new Map(
    (await chaptersIn(language)).map((page) => [
      pageAddress(import.meta.env.BASE_URL, page.id),
      page,
    ]),
  )
  for (const link of [...sidebar, pagination.prev, pagination.next]) {
    const page = link?.type === 'link' ? pages.get(link.href) : undefined
    if (link?.type !== 'link' || page?.data.number === undefined) continue
    link.attrs = {
      ...link.attrs,
      'data-number': page.data.number,
      // In one piece, at the end of a line or on the next.
      'data-minutes': minutesOf(page, language)
        ?.replace(' ', '\u00a0')
        .replace('分钟', '分\u2060钟'),
    }
  }
})
