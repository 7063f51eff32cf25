/**
 * Address of a page of the course under the base path of the site.
 *
 * @example
 * pageAddress('/course', 'en/l1') // '/course/en/l1/'
 */
export function pageAddress(base: string, id: string): string {
  return `${base.replace(/\/$/, '')}/${id.replace(/\/$/, '')}/`
}
