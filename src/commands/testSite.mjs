/*
 * The site that the browser tests open: under a base path, so that the content checks find every link that forgets
 * it, and with the sample page. Run by itself, it builds that site.
 */
import { pathToFileURL } from 'node:url'
import { run } from './run.mjs'

/** Its base path, with a slash at either end. */
export const base = '/base/'

/** Its folder, relative to the root of the project. */
export const folder = '.astro/test-site'

export const variables = { BASE_PATH: base, SAMPLE_PAGE: 'yes' }

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(run(`astro build --outDir ${folder}`, variables) ? 0 : 1)
}
