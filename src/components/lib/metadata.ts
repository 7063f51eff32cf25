import type { Locale } from './languages.ts'

/** Open Graph's names of the languages. */
const openGraphLocales = { en: 'en_GB', zh: 'zh_CN' } as const satisfies Record<Locale, string>

/** What the metadata of a page say of it. */
export interface PageMetadata {
  locale: Locale
  title: string
  description: string | undefined
  /** Where in the course the page stands, such as “Chapter 2”. */
  section?: string
  /** Address of the page, and of the course's home page in its language. */
  url: string
  home: string
  /** Title of the course. */
  course: string
}

/** An entry of Starlight's list of the elements in the head. */
interface HeadElement {
  tag: string
  attrs?: Record<string, unknown>
}

/** Corrects what Starlight says of a page for link previews, and adds what it leaves out. */
export function withPreviews<T extends HeadElement>(
  head: readonly T[],
  { locale, section, url, home }: PageMetadata,
): (T | HeadElement)[] {
  const other = locale === 'en' ? 'zh' : 'en'
  const contents: Record<string, string> = {
    'og:locale': openGraphLocales[locale],
    'og:type': url === home ? 'website' : 'article',
  }
  return [
    ...head.map((element) => {
      const content = contents[String(element.attrs?.['property'])]
      return content ? { ...element, attrs: { ...element.attrs, content } } : element
    }),
    {
      tag: 'meta',
      attrs: { property: 'og:locale:alternate', content: openGraphLocales[other] },
    },
    ...(section ? [{ tag: 'meta', attrs: { property: 'article:section', content: section } }] : []),
  ]
}

/** A page as search engines read it, in the words of schema.org: the course, or a part of it. */
export function structuredData({ locale, title, description, url, home, course }: PageMetadata) {
  const shared = {
    inLanguage: locale === 'zh' ? 'zh-CN' : 'en',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
  }
  const whole = { '@type': 'Course', name: course, url: home }
  const data =
    url === home
      ? {
          ...whole,
          ...shared,
          description,
          provider: { '@type': 'Organization', name: course, url: home },
        }
      : { '@type': 'LearningResource', name: title, description, url, ...shared, isPartOf: whole }
  // In a script, “<” could end it.
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}
