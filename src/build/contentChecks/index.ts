import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { withSiteModules } from '../openSite.ts'
import { failOn } from '../../markdown/problems.ts'
import { checkSources, LEDGER } from '../sourceChecks/checkSources.ts'
import type { Ledger } from '../sourceChecks/ledger.ts'
import { checkFormulas } from './formulas.ts'
import { checkLinks } from './links.ts'
import { filesIn, readPages, readSources } from './pages.ts'
import { checkPublished } from './published.ts'

/**
 * Astro integration: checks the sources before the site is built, and after the build whatever only the whole site can
 * show. Any fault stops the build with file and line.
 *
 * @param options.sources whether to check the sources; a run of `npm test` has a step of its own for that
 */
export function contentChecks({ sources = true } = {}): AstroIntegration {
  let root = ''
  let siteRoot: URL

  return {
    name: 'content-checks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
        siteRoot = new URL(`${config.base}/`.replace(/\/+/g, '/'), config.site)
      },
      'astro:build:start': async () => {
        if (sources) failOn(await withSiteModules(root, (open) => checkSources(root, open)))
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir)
        const texts = await readSources(join(root, 'content/docs'))
        const pages = await readPages(dist, texts)
        const files = new Set(await filesIn(dist))
        const ledger = JSON.parse(await readFile(join(root, LEDGER), 'utf8')) as Ledger

        failOn([
          ...checkFormulas(pages),
          ...checkLinks(pages, { root: siteRoot, files }),
          ...checkPublished(pages, texts, ledger),
        ])
        logger.info(`${pages.length} pages checked: formulas, links, published ids`)
      },
    },
  }
}
