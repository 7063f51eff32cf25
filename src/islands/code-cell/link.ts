/*
 * The code of a cell as the hash of a page's address: `#ID.code=TEXT`, where ID is the cell's id on the page, as in
 * `?ID.PARAMETER=VALUE` for the state of a figure. No id of a heading has a dot in it.
 */

/** The id of the cell on the page of the playground. */
export const PLAYGROUND = 'playground'

/** The text that a hash holds for a cell, or undefined where it holds none. */
export function linkedCode(hash: string, id: string): string | undefined {
  const start = `#${id}.code=`
  return hash.startsWith(start) ? hash.slice(start.length) : undefined
}

/** The address of a page with code for a cell in it; the state of its figures stays. */
export function addressWithCode(address: string, id: string, text: string): string {
  const url = new URL(address)
  url.hash = `${id}.code=${text}`
  return url.href
}

/** The address of the page without the code that it holds for a cell, if it does. */
export function addressWithoutCode(address: string, id: string): string {
  const url = new URL(address)
  if (linkedCode(url.hash, id) !== undefined) url.hash = id
  return url.href
}
