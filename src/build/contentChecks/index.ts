import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { checkFormulas } from './formulas.ts'
import { checkLanguages } from './languages.ts'
import { checkLinks } from './links.ts'
import { checkPublishedIds } from './publishedIds.ts'
import { filesIn, readPages, readSources } from './pages.ts'
import { displayPath, failOn } from '../problems.ts'

/** Where the published ids are recorded, relative to the root of the project. */
export const LEDGER = 'content/published-ids.json'

/**
 * Astro integration: once the site is built, looks for what only the whole of it can show: broken
 * links, languages that part, formulas that came out broken, published links that lead nowhere.
 * Any of them stops the build with file and line.
 */
export function contentChecks(): AstroIntegration {
  let root = ''
  let siteRoot: URL

  return {
    name: 'content-checks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
        siteRoot = new URL(`${config.base}/`.replace(/\/+/g, '/'), config.site)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir)
        const sources = await readSources(join(root, 'content/docs'))
        const pages = await readPages(dist, sources)
        const files = new Set(await filesIn(dist))
        const ledger = join(root, LEDGER)

        failOn([
          ...checkFormulas(pages),
          ...checkLanguages(pages, sources),
          ...checkLinks(pages, { root: siteRoot, files }),
          ...checkPublishedIds(pages, sources, {
            file: displayPath(ledger),
            text: await readFile(ledger, 'utf8'),
          }),
        ])
        logger.info(`${pages.length} pages checked: formulas, languages, links, published ids`)
      },
    },
  }
}
