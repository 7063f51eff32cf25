import { globSync } from 'node:fs'

/** Paths of all built pages, relative to the base of the site: `en/l1/`. */
export const paths = globSync('dist/**/*.html')
  .map((file) => file.replaceAll('\\', '/').replace(/^dist\//, ''))
  .map((file) => file.replace(/index\.html$/, ''))
  // The door leads on at once, and has tests of its own.
  .filter((path) => path !== '')
  .sort()
