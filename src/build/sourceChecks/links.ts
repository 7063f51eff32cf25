import { visit } from 'unist-util-visit'
import { closest } from 'fastest-levenshtein'
import { pathOf } from '../contentChecks/pages.ts'
import { PRINTED } from '../printed/printedCourse.ts'
import type { Problem, Rule } from '../../markdown/problems.ts'
import { linkTargets } from './anchors.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/**
 * Links between chapters that lead nowhere, or into the other language. The check of the built site finds the rest:
 * those that components make.
 *
 * @param asked the chapters that are checked
 * @param chapters these, and those to which they link
 */
export function checkLinks(asked: readonly Chapter[], chapters: readonly Chapter[]): Problem[] {
  const targets: Targets = new Map(
    chapters.map((chapter) => [
      pathOf(chapter.language, chapter.slug),
      chapter.isReadable ? linkTargets(chapter) : undefined,
    ]),
  )
  return asked.flatMap((chapter) =>
    linksOf(chapter).flatMap(({ target, line }) => {
      const reason = whyBroken(target, chapter, targets)
      return reason ? [{ file: chapter.file, line, ...reason }] : []
    }),
  )
}

/** The ids on each page by its path; undefined where the page could not be read. */
type Targets = ReadonlyMap<string, ReadonlySet<string> | undefined>

function linksOf(chapter: Chapter): { target: string; line: number }[] {
  const links = usesOf(chapter, 'a').flatMap(({ attributes: { href }, line }) =>
    typeof href === 'string' ? [{ target: href, line }] : [],
  )
  visit(chapter.tree, (node) => {
    if (node.type === 'link' || node.type === 'definition')
      links.push({ target: node.url, line: node.position?.start.line ?? 1 })
  })
  return links
}

function whyBroken(
  target: string,
  { language, slug }: Chapter,
  targets: Targets,
): { rule: Rule; message: string } | undefined {
  const here = new URL(pathOf(language, slug), 'https://course.invalid')
  if (!URL.canParse(target, here)) return broken(target, 'it is not a valid address')
  const url = new URL(target, here)
  if (url.origin !== here.origin) return undefined
  const path = decodeURIComponent(url.pathname)
  const pages = [...targets.keys()]
  const isOfCourse = pages.some((page) => page.slice(0, 4) === path.slice(0, 4))
  if (isOfCourse && !path.startsWith(`/${language}/`)) {
    return {
      rule: 'link-to-other-language',
      message: `the link “${target}” leads into another language: link to /${language}/…`,
    }
  }
  if (!targets.has(path)) {
    if (targets.has(`${path}/`)) return broken(target, 'add a slash to its end')
    // Files of public/ and of the build are for the check of the built site.
    if (/\.\w+$/.test(path) || path === pathOf(language, PRINTED)) return undefined
    return broken(target, `there is no page ${path}; did you mean ${closest(path, pages)}?`)
  }
  const id = decodeURIComponent(url.hash.slice(1))
  const ids = targets.get(path)
  if (id === '' || !ids || ids.has(id)) return undefined
  return broken(
    target,
    `${path} has nothing with the id “${id}”; did you mean “${closest(id, [...ids])}”?`,
  )
}

const broken = (target: string, reason: string) => ({
  rule: 'broken-link' as const,
  message: `the link “${target}” is broken: ${reason}`,
})
