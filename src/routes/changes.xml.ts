/** The feed of what is new, at /LANGUAGE/changes.xml. */
import rss from '@astrojs/rss'
import type { APIRoute } from 'astro'
import { languages, type Locale } from '../components/lib/languages.ts'
import { readNews } from '../components/lib/news.ts'
import { strings } from '../components/lib/strings.ts'
import { pageAddress } from '../components/lib/urls.ts'

export const getStaticPaths = () => Object.keys(languages).map((locale) => ({ params: { locale } }))

export const GET: APIRoute = ({ params, site, url }) => {
  const locale = params['locale'] as Locale
  const base = import.meta.env.BASE_URL
  const self = new URL(url.pathname, site).href
  return rss({
    title: strings.feed[locale],
    description: strings.feedAbout[locale],
    site: new URL(pageAddress(base, locale), site).href,
    trailingSlash: false,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${languages[locale]}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: readNews().map(({ date, see, ...words }) => {
      const [page, heading] = see.split('#')
      const address = pageAddress(base, `${locale}/${page}`) + (heading ? `#${heading}` : '')
      return {
        title: words[locale].title,
        description: words[locale].text,
        link: new URL(address, site).href,
        pubDate: new Date(date),
      }
    }),
  })
}
