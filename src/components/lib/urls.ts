/**
 * Address of a page of the course under the base path of the site.
 *
 * @example
 * pageAddress('/course', 'en/l1') // '/course/en/l1/'
 */
export function pageAddress(base: string, id: string): string {
  return `${base.replace(/\/$/, '')}/${id.replace(/\/$/, '')}/`
}

/** Address of the feed of what is new in a language. */
export function feedAddress(base: string, locale: string): string {
  return `${pageAddress(base, locale)}changes.xml`
}
