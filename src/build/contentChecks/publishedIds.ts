import { authoredIds, figureParameters, idsOf, pathOf, type Page, type Source } from './pages.ts'
import type { Problem } from '../problems.ts'

/** What readers may have linked to. */
export interface Ledger {
  /** The ids of headings, figures and cells of each page; a page is named without its language. */
  pages: Record<string, string[]>
  /** The parameters of each figure, which links to its states name. */
  figures: Record<string, string[]>
}

/** The ledger as a file, at whose lines problems are reported. */
export interface LedgerFile {
  file: string
  text: string
}

/**
 * Published links that a change has broken: a page that is gone without a redirect, an id that no
 * element of its page has any more, a figure or a parameter of it that is gone.
 */
export function checkPublishedIds(
  pages: readonly Page[],
  sources: readonly Source[],
  ledgerFile: LedgerFile,
): Problem[] {
  const ledger = JSON.parse(ledgerFile.text) as Ledger
  const languages = [...new Set(sources.map(({ language }) => language))].sort()
  return [
    ...Object.entries(ledger.pages).flatMap(([slug, ids]) =>
      languages.flatMap((language) => checkPage(pathOf(language, slug), ids, pages, ledgerFile)),
    ),
    ...checkFigures(ledger, pages, ledgerFile),
  ]
}

function checkPage(
  path: string,
  published: readonly string[],
  pages: readonly Page[],
  ledgerFile: LedgerFile,
): Problem[] {
  const page = pages.find((candidate) => candidate.path === path)
  if (!page) {
    const slug = path.split('/').slice(2, -1).join('/')
    return [
      {
        ...lineIn(ledgerFile, slug),
        message: `the published page ${path} is gone: keep it, or redirect it in astro.config.mjs`,
      },
    ]
  }
  if (!page.source) return [] // a redirect, which leads to the top of another page
  const { file } = page.source
  const present = idsOf(page)
  return published
    .filter((id) => !present.has(id))
    .map((id) => ({
      file,
      line: 1,
      message: `the published link ${path}#${id} leads nowhere now: put <span id="${id}"></span> where its readers should land`,
    }))
}

function checkFigures(
  { figures }: Ledger,
  pages: readonly Page[],
  ledgerFile: LedgerFile,
): Problem[] {
  const present = figureParameters(pages)
  return Object.entries(figures).flatMap(([name, parameters]) => {
    const where = lineIn(ledgerFile, name)
    const known = present.get(name)
    if (!known) return [{ ...where, message: `the published figure “${name}” is on no page now` }]
    return parameters
      .filter((parameter) => !known.includes(parameter))
      .map((parameter) => ({
        ...where,
        message: `the figure “${name}” has lost the parameter “${parameter}”, which published links name`,
      }))
  })
}

/** The ledger with everything of today added to it; nothing is ever taken out. */
export function withCurrentIds(ledger: Ledger, pages: readonly Page[]): Ledger {
  const ids = pages.flatMap((page): [string, string[]][] =>
    page.source ? [[page.source.slug, authoredIds(page)]] : [],
  )
  return {
    pages: withMore(ledger.pages, ids),
    figures: withMore(ledger.figures, [...figureParameters(pages)]),
  }
}

function withMore(record: Record<string, string[]>, more: [key: string, names: string[]][]) {
  const next = new Map(Object.entries(record))
  for (const [key, names] of more) {
    next.set(key, [...new Set([...(next.get(key) ?? []), ...names])])
  }
  return Object.fromEntries([...next].sort(([a], [b]) => a.localeCompare(b)))
}

function lineIn({ file, text }: LedgerFile, key: string): { file: string; line: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(`"${key}": [`)))
  return { file, line: before.split('\n').length }
}
