import { globSync, readFileSync } from 'node:fs'
import { folder } from '../../src/commands/testSite.mjs'
import { thorough } from './thorough.ts'

/** Path of the page that holds one of everything, in English. */
export const SAMPLE = 'en/sample/'

/** The page of an interview question, which stands for all of them: they are made alike. */
const QUESTION = 'q/why-zeros/'

/** A figure alone, in the frame of another site, which stands for all of them. */
export const EMBED = 'en/embed/geometry/'

/**
 * Paths of the built pages, relative to the base of the site: `en/l1/`. Of the questions and of the figures alone only one
 * each, but for `test:all`.
 */
export const paths = globSync(`${folder}/**/*.html`)
  .map((file) => file.replaceAll('\\', '/').slice(`${folder}/`.length))
  .map((file) => file.replace(/index\.html$/, ''))
  // The door leads on at once, and the sandbox is nothing to read; both have tests of their own. What is to be printed holds
  // the chapters once more.
  .filter((path) => path !== '' && path !== 'sandbox.html' && !path.endsWith('/print/'))
  .filter((path) => thorough || !path.includes('/q/') || path.endsWith(QUESTION))
  .filter((path) => thorough || !path.includes('/embed/') || path === EMBED)
  .sort()

/** The HTML of a page by its path. */
export function htmlOf(path: string): string {
  return readFileSync(`${folder}/${path.replace(/\/$/, '/index.html')}`, 'utf8')
}
