import { idsOf, locate, type Page } from './pages.ts'
import { lineOf, type Tag } from './tags.ts'
import type { Problem } from '../../markdown/problems.ts'

/** The site that links are checked against. */
export interface Site {
  /** Origin and base path of the site, with a slash at the end: `https://example.org/course/`. */
  root: URL
  /** Paths of all files of the built site, such as `en/l1/index.html`. */
  files: ReadonlySet<string>
}

/** Broken links of all kinds: to pages, headings, pictures, scripts and styles. */
export function checkLinks(pages: readonly Page[], site: Site): Problem[] {
  const ids = new Map(pages.map((page) => [page.path, idsOf(page)]))

  return pages.flatMap((page) => {
    const here = new URL(`.${page.path}`, site.root)
    return page.tags.flatMap((tag) =>
      targetsOf(page, tag).flatMap((target) => {
        const reason = whyBroken(target, here, site, ids)
        if (!reason) return []
        const message = `the link “${target}” is broken: ${reason}`
        const place = locate(page, needlesFor(target, site.root), lineOf(tag, page.html))
        return [{ ...place, rule: 'broken-link', message }]
      }),
    )
  })
}

function targetsOf(page: Page, { name, attributes }: Tag): string[] {
  const { href, src, content, rel } = attributes
  // Starlight declares addresses and translations for search engines even on pages that have none.
  const isForEngines = name === 'link' && /canonical|alternate/.test(rel)
  if (page.path === '/404.html' && isForEngines) return []
  // Redirects are written as <meta http-equiv="refresh" content="0;url=…">.
  const refresh = name === 'meta' && /^\d+;\s*url=(.*)$/i.exec(content)?.[1]
  return [href, src, refresh].filter((value): value is string => typeof value === 'string')
}

function whyBroken(
  target: string,
  here: URL,
  { root, files }: Site,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (!URL.canParse(target, here)) return 'it is not a valid address'
  const url = new URL(target, here)
  if (url.origin !== root.origin) return undefined
  if (!url.pathname.startsWith(root.pathname)) {
    return `it leaves the base path “${root.pathname}”`
  }

  const file = decodeURIComponent(url.pathname.slice(root.pathname.length))
  const isFolder = file === '' || file.endsWith('/')
  if (!files.has(isFolder ? `${file}index.html` : file)) {
    return files.has(`${file}/index.html`)
      ? 'add a slash to its end'
      : `there is no page or file “/${file}”`
  }

  const id = decodeURIComponent(url.hash.slice(1))
  if (id === '' || id === 'top') return undefined
  const known = ids.get(`/${file}`)
  return known && !known.has(id) ? `nothing on “/${file}” has the id “${id}”` : undefined
}

/** Forms in which the author may have written the link: as it is, without the base path, or only its end. */
function needlesFor(target: string, root: URL): string[] {
  const withoutBase = target.startsWith(root.pathname)
    ? `/${target.slice(root.pathname.length)}`
    : ''
  const hash = target.includes('#') ? target.slice(target.indexOf('#')) : ''
  return [target, withoutBase, hash].flatMap((link) =>
    link === '' ? [] : [`(${link})`, `"${link}"`, `'${link}'`, link],
  )
}
