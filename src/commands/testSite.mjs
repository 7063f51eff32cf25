/*
 * The site for the browser tests: under a base path, so that the content checks find every link without it, and with
 * the sample page. Run by itself, it builds that site.
 */
import { pathToFileURL } from 'node:url'
import { run } from './run.mjs'

/** Its base path, with slashes at both ends. */
export const base = '/base/'

/** Its folder, relative to the root of the project. */
export const folder = '.astro/test-site'

export const variables = { BASE_PATH: base, SAMPLE_PAGE: 'yes' }

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(run(`astro build --outDir ${folder}`, variables) ? 0 : 1)
}
