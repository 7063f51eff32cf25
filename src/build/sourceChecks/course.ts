import { parse } from 'yaml'
import { closest } from 'fastest-levenshtein'
import { visit } from 'unist-util-visit'
import type { Problem } from '../../markdown/problems.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/** The place of a page in the course, as its frontmatter has it. */
interface Part {
  /** Such as `2` or `1b`; undefined for a page that is no chapter. */
  number?: string
  /** Position in the list of pages. */
  order: number
  /** The pages that it builds on. */
  buildsOn: readonly string[]
}

/** The number of lines of a recap. */
const LINES = 4

/** The place of a page in the course. A frontmatter that cannot be read, which another rule tells, has none. */
export function partOf({ frontmatter }: Pick<Chapter, 'frontmatter'>): Part {
  try {
    const { number, sidebar, buildsOn } = (parse(frontmatter) ?? {}) as Record<string, unknown>
    const { order } = (sidebar ?? {}) as { order?: unknown }
    return {
      ...(number !== undefined && { number: String(number) }),
      order: typeof order === 'number' ? order : Infinity,
      buildsOn: Array.isArray(buildsOn) ? buildsOn.map(String) : [],
    }
  } catch {
    return { order: Infinity, buildsOn: [] }
  }
}

/**
 * Chapters whose numbers do not rise, or are not those of their formulas; chapters that build on what does not come
 * before them; chapters without a recap of four lines.
 *
 * @param asked the chapters to check
 * @param chapters these, and the others that are known
 */
export function checkCourse(asked: readonly Chapter[], chapters: readonly Chapter[]): Problem[] {
  const parts = chapters.map(({ language, slug, ...chapter }) => ({
    language,
    slug,
    ...partOf(chapter),
  }))
  return asked.flatMap((chapter) => {
    const { number, order, buildsOn } = partOf(chapter)
    const others = parts.filter(
      ({ language, slug }) => language === chapter.language && slug !== chapter.slug,
    )
    const inHead = (key: string) => ({ file: chapter.file, line: lineOf(chapter, key) })
    const ahead = others.find(
      (other) =>
        number !== undefined &&
        other.number !== undefined &&
        other.order < order !== compareNumbers(other.number, number) < 0,
    )
    const misplaced: Problem[] = ahead
      ? [
          {
            ...inHead('number'),
            rule: 'chapter-number',
            message: `the chapter “${ahead.slug}” with the order ${ahead.order} has the number ${ahead.number}, this one with the order ${order} the number ${number}: expected numbers that rise with the order`,
          },
        ]
      : []
    const unfounded = buildsOn.flatMap((slug): Problem[] => {
      const base = others.find((other) => other.slug === slug)
      if (base?.number !== undefined && base.order < order) return []
      const slugs = others.filter((other) => other.number !== undefined).map((other) => other.slug)
      const reason =
        base?.number !== undefined
          ? 'it comes later in the course'
          : base
            ? 'that page has no number'
            : `there is no such page; did you mean “${closest(slug, slugs)}”?`
      return [
        {
          ...inHead('buildsOn'),
          rule: 'builds-on',
          message: `this chapter cannot build on “${slug}”: ${reason}`,
        },
      ]
    })
    return number === undefined || !chapter.isReadable
      ? [...misplaced, ...unfounded]
      : [...misplaced, ...foreignTags(chapter, number), ...unfounded, ...faultyRecap(chapter)]
  })
}

/** Numbered formulas that do not begin with the number of their chapter, without its letter. */
function foreignTags(chapter: Chapter, number: string): Problem[] {
  const problems: Problem[] = []
  const part = String(parseInt(number))
  visit(chapter.tree, 'math', ({ value, position }) => {
    const tag = /\\tag\{([^}]*)\}/.exec(value)?.[1]
    if (tag === undefined || tag.split('.')[0] === part) return
    problems.push({
      file: chapter.file,
      line: position?.end.line ?? 1,
      rule: 'chapter-number',
      message: `the formula (${tag}) stands in chapter ${number}: expected \\tag{${part}.…}`,
    })
  })
  return problems
}

function faultyRecap(chapter: Chapter): Problem[] {
  const recaps = usesOf(chapter, 'Recap')
  const lines = recaps.flatMap(({ element }) =>
    element.children.flatMap((node) => (node.type === 'list' ? node.children : [])),
  )
  if (recaps.length === 1 && lines.length === LINES) return []
  const found =
    recaps.length === 1 ? `a list of ${lines.length}` : `${recaps.length || 'no'} <Recap>`
  return [
    {
      file: chapter.file,
      line: recaps[0]?.line ?? 1,
      rule: 'recap',
      message: `this chapter has ${found}: expected one <Recap> with a list of ${LINES} lines`,
    },
  ]
}

/** Below zero where the first of two numbers comes first: 1, 1a, 1b, 2. */
function compareNumbers(a: string, b: string): number {
  return parseInt(a) - parseInt(b) || a.localeCompare(b)
}

function lineOf({ frontmatter }: Chapter, key: string): number {
  return frontmatter.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 2
}
