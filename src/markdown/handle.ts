import type { PageLanguage } from './language.ts'

/** The attributes of a handle: the quiet link to a part of the page, which copies its address. */
export interface Handle {
  class: string
  href: string
  'aria-label': string
}

/**
 * The handle of a part of the page. Without JavaScript it leads to the part; `src/islands/handle` makes it copy.
 *
 * @param id id of the part
 * @param name what a reader calls it: `“Why a weight becomes zero”`, `(1.5)`
 */
export function handleOf(id: string, name: string, language: PageLanguage): Handle {
  return {
    class: 'handle',
    href: `#${id}`,
    'aria-label': language === 'en' ? `Link to ${name}` : `${name}的链接`,
  }
}
