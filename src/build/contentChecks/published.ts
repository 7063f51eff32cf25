import type { Problem } from '../../markdown/problems.ts'
import type { Ledger } from '../sourceChecks/ledger.ts'
import { idsOf, pathOf, type Page, type Source } from './pages.ts'

/**
 * Published links that are missing in the built site, for whatever reason: the check of the sources knows only the ids
 * written there.
 */
export function checkPublished(
  pages: readonly Page[],
  sources: readonly Source[],
  ledger: Pick<Ledger, 'pages'>,
): Problem[] {
  const languages = [...new Set(sources.map(({ language }) => language))]
  return Object.entries(ledger.pages).flatMap(([slug, ids]) =>
    languages.flatMap((language) => {
      const page = pages.find(({ path }) => path === pathOf(language, slug))
      if (!page?.source) return []
      const present = idsOf(page)
      return ids
        .filter((id) => !present.has(id))
        .map((id) => ({
          file: page.source!.file,
          line: 1,
          rule: 'broken-promise',
          message: `the published link ${page.path}#${id} leads nowhere now: put <span id="${id}"></span> where its readers should land`,
        }))
    }),
  )
}
