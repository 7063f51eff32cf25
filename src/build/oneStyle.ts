import { createHash } from 'node:crypto'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** A style sheet for the screen, as Astro writes it into the head of a page. */
const SHEET = /<link rel="stylesheet" href="([^"]*)">/g

/** The pages of figures alone, which are many, and have a sheet of their own to be light. */
const ALONE = /[\\/]embed[\\/]/

/** Pages of the course, three in each language: what more than these load is for many. */
const FEW = 6

/**
 * Astro integration: makes one style sheet of those that many pages load. Ten small ones take a sixth more bytes, and each
 * of them holds up the first paint. The next page has it already.
 */
export function oneStyle(): AstroIntegration {
  let base = '/'
  return {
    name: 'one-style',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const pages = new Map<string, string>()
        for await (const page of glob('**/*.html', { cwd: site })) {
          pages.set(page, await readFile(join(site, page), 'utf8'))
        }
        const shared = sharedSheets(
          [...pages].filter(([page]) => !ALONE.test(page)).map(([, html]) => sheetsOf(html)),
        )
        const pathOf = (address: string) => join(site, address.slice(base.length))
        const parts = await Promise.all(
          shared.sheets.map((address) => readFile(pathOf(address), 'utf8')),
        )
        const style = parts.join('')
        const hash = createHash('sha256').update(style).digest('hex').slice(0, 8)
        const name = `_astro/course.${hash}.css`
        await writeFile(join(site, name), style)

        const left = new Set<string>()
        for (const [page, html] of pages) {
          const lean = withOneStyle(html, shared, base + name)
          if (lean !== html) await writeFile(join(site, page), lean)
          for (const address of sheetsOf(lean)) left.add(address)
        }
        for (const address of shared.sheets) if (!left.has(address)) await rm(pathOf(address))
        logger.info(`One style sheet in place of ${shared.sheets.length}`)
      },
    },
  }
}

/** The sheets that pages share. */
export interface Shared {
  /** What nine in ten pages load. */
  common: string[]
  /** What more than a few pages load, in the order in which it is loaded, what is common first. */
  sheets: string[]
}

/**
 * Tells which sheets pages share.
 *
 * @param pages the sheets of each page
 */
export function sharedSheets(pages: readonly (readonly string[])[]): Shared {
  const counts = new Map<string, number>()
  for (const sheet of pages.flat()) counts.set(sheet, (counts.get(sheet) ?? 0) + 1)
  const loadedBy = (least: number) =>
    [...counts].filter(([, n]) => n > least).map(([sheet]) => sheet)
  const common = loadedBy(0.9 * pages.length)
  return { common, sheets: [...new Set([...common, ...loadedBy(FEW)])] }
}

/**
 * Puts the shared sheet in the place of its parts. A page that does without some of what is common, such as the choice of
 * a language, is left as it is: the rest could change its looks.
 *
 * @param html a built page
 * @param address the address of the shared sheet
 */
export function withOneStyle(html: string, { common, sheets }: Shared, address: string): string {
  const own = sheetsOf(html)
  if (!common.every((sheet) => own.includes(sheet))) return html
  const [first] = own.filter((sheet) => sheets.includes(sheet))
  return html.replace(SHEET, (link, sheet: string) => {
    if (sheet === first) return link.replace(sheet, address)
    return sheets.includes(sheet) ? '' : link
  })
}

function sheetsOf(html: string): string[] {
  return Array.from(html.matchAll(SHEET), ([, sheet]) => sheet)
}
