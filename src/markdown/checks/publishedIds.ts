import { headingIds, idsOf, pathOf, type Page, type Source } from '../pages.ts'
import type { Problem } from '../problems.ts'

/** What readers may have linked to: for each page, without its language, the ids of its headings. */
export type Ledger = Record<string, string[]>

/**
 * Published links that a change has broken: a page that is gone without a redirect, or a heading
 * whose id no element of its page has any more.
 *
 * @param ledgerFile Path of the ledger, and its text: problems are reported at its lines.
 */
export function checkPublishedIds(
  pages: readonly Page[],
  sources: readonly Source[],
  ledgerFile: { file: string; text: string },
): Problem[] {
  const ledger = JSON.parse(ledgerFile.text) as Ledger
  const languages = [...new Set(sources.map(({ language }) => language))].sort()

  return Object.entries(ledger).flatMap(([slug, published]) =>
    languages.flatMap((language) => {
      const path = pathOf(language, slug)
      const page = pages.find((candidate) => candidate.path === path)
      if (!page) {
        const message = `the published page ${path} is gone: keep it, or redirect it in astro.config.mjs`
        return [{ file: ledgerFile.file, line: lineOf(ledgerFile.text, `"${slug}"`), message }]
      }
      if (!page.source) return [] // a redirect, which leads to the top of another page
      const present = idsOf(page)
      return published
        .filter((id) => !present.has(id))
        .map((id) => ({
          file: page.source?.file ?? page.file,
          line: 1,
          message: `the published link ${path}#${id} leads nowhere now: put <span id="${id}"></span> where its readers should land`,
        }))
    }),
  )
}

/** The ledger with all headings of today added to it; nothing is ever taken out. */
export function withCurrentIds(ledger: Ledger, pages: readonly Page[]): Ledger {
  const next = new Map(Object.entries(ledger))
  for (const page of pages) {
    if (!page.source) continue
    const { slug } = page.source
    next.set(slug, [...new Set([...(next.get(slug) ?? []), ...headingIds(page)])])
  }
  return Object.fromEntries([...next].sort(([a], [b]) => a.localeCompare(b)))
}

function lineOf(text: string, needle: string): number {
  return text.slice(0, Math.max(0, text.indexOf(needle))).split('\n').length
}
