import { globSync, readFileSync } from 'node:fs'
import { folder } from '../../src/commands/testSite.mjs'

/** Path of the page that holds one of everything, in English. */
export const SAMPLE = 'en/sample/'

/** Paths of all built pages, relative to the base of the site: `en/l1/`. */
export const paths = globSync(`${folder}/**/*.html`)
  .map((file) => file.replaceAll('\\', '/').slice(`${folder}/`.length))
  .map((file) => file.replace(/index\.html$/, ''))
  // The door leads on at once, and the sandbox is nothing to read; both have tests of their own.
  .filter((path) => path !== '' && path !== 'sandbox.html')
  .sort()

/** The HTML of a page by its path. */
export function htmlOf(path: string): string {
  return readFileSync(`${folder}/${path.replace(/\/$/, '/index.html')}`, 'utf8')
}
