import { globSync } from 'node:fs'

/** Paths of all built pages, relative to the base of the site: `en/l1/`. */
export const paths = globSync('dist/**/*.html')
  .map((file) => file.replaceAll('\\', '/').replace(/^dist\//, ''))
  .map((file) => file.replace(/index\.html$/, ''))
  // The door leads on at once, and the sandbox is nothing to read; both have tests of their own.
  .filter((path) => path !== '' && path !== 'sandbox.html')
  .sort()
