import type { Figure, Parameter } from '../../figures/kit/figure.ts'
import type { Problem } from '../../markdown/problems.ts'
import { linkTargets, publishedAnchors } from './anchors.ts'
import { usesOf } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/** The ledger: everything that readers may have linked to or that their progress refers to, which must keep working. */
export interface Ledger {
  /** The ids of each page to which links may lead; pages are named without their language. */
  pages: Record<string, string[]>
  /** What has left a page: the page that has each of these ids now. The old page keeps a signpost to it. */
  moved?: Record<string, Record<string, string>>
  /** The values of each figure that links to its states rely on, by parameter. */
  figures: Record<string, Record<string, Promised>>
  /** Challenges, which readers' progress refers to. */
  challenges: string[]
  /** Questions for self-assessment. */
  questions: string[]
}

/**
 * The published part of a parameter: its default, and at least these options, names of sets of points or this range.
 */
export interface Promised {
  default: unknown
  options?: string[]
  min?: number
  max?: number
  most?: number
}

/** The file of the ledger, for the lines of problems. */
export interface LedgerFile {
  file: string
  text: string
}

/**
 * The ledger with everything current added; nothing is ever removed. An id that has left its page is noted as moved to the
 * page that has it now and had not before. Where more than one has, the author names it.
 */
export function withCurrent(
  ledger: Ledger,
  chapters: readonly Chapter[],
  figures: Readonly<Record<string, Figure>>,
): Ledger {
  const current = currentLedger(chapters, figures)
  const moved = withMoved(ledger, current, chapters)
  return {
    pages: sorted({
      ...ledger.pages,
      ...mapValues(current.pages, (ids, slug) => union(ledger.pages[slug], ids)),
    }),
    ...(Object.keys(moved).length > 0 && { moved: sorted(moved) }),
    figures: sorted({
      ...ledger.figures,
      ...mapValues(current.figures, (parameters, name) => ({
        ...ledger.figures[name],
        ...mapValues(parameters, (promise, key) => widened(ledger.figures[name]?.[key], promise)),
      })),
    }),
    challenges: union(ledger.challenges, current.challenges).sort(),
    questions: union(ledger.questions, current.questions).sort(),
  }
}

/** The moved ids, old and new: those of a page that another page has gained. */
function withMoved(
  ledger: Ledger,
  current: Ledger,
  chapters: readonly Chapter[],
): NonNullable<Ledger['moved']> {
  const present = new Map(chapters.map((chapter) => [chapter.slug, linkTargets(chapter)]))
  const gained = Object.entries(current.pages).map(([slug, ids]) => ({
    slug,
    ids: new Set(ids.filter((id) => !ledger.pages[slug]?.includes(id))),
  }))
  const found = mapValues(ledger.pages, (ids, slug) => {
    const gone = ids.filter((id) => !present.get(slug)?.has(id))
    const places = gone.flatMap((id) => {
      const homes = gained.filter((page) => page.ids.has(id)).map((page) => page.slug)
      return homes.length === 1 ? [[id, homes[0]] as const] : []
    })
    return { ...Object.fromEntries(places), ...ledger.moved?.[slug] }
  })
  return Object.fromEntries(
    Object.entries(found).filter(([, places]) => Object.keys(places).length > 0),
  )
}

/** The current state of the sources. */
function currentLedger(
  chapters: readonly Chapter[],
  figures: Readonly<Record<string, Figure>>,
): Ledger {
  const idsOf = (component: string) =>
    chapters.flatMap((chapter) =>
      usesOf(chapter, component).map(({ attributes }) => String(attributes['id'])),
    )
  return {
    pages: Object.fromEntries(
      chapters.map((chapter) => [chapter.slug, publishedAnchors(chapter).map(({ id }) => id)]),
    ),
    figures: mapValues(figures, ({ parameters }) => mapValues(parameters, promiseOf)),
    challenges: idsOf('Challenge'),
    questions: idsOf('Quiz'),
  }
}

function promiseOf(parameter: Parameter): Promised {
  const { default: value } = parameter
  switch (parameter.kind) {
    case 'choice':
      return { default: value, options: parameter.options.map((option) => option.value) }
    case 'toggle':
      return { default: value }
    case 'points':
      return {
        default: value,
        ...(parameter.named && { options: Object.keys(parameter.named) }),
        min: parameter.min,
        max: parameter.max,
        most: parameter.most,
      }
    default:
      return { default: value, min: parameter.min, max: parameter.max }
  }
}

/** A published parameter, extended by the values that its current version allows. */
function widened(old: Promised | undefined, now: Promised): Promised {
  if (!old) return now
  return {
    ...old,
    ...((old.options ?? now.options) && { options: union(old.options, now.options ?? []) }),
    ...(old.min !== undefined && { min: Math.min(old.min, now.min ?? old.min) }),
    ...(old.max !== undefined && { max: Math.max(old.max, now.max ?? old.max) }),
    ...(old.most !== undefined && { most: Math.max(old.most, now.most ?? old.most) }),
  }
}

/**
 * Published entries that are missing, and current ones that are not published yet.
 *
 * @param asked the chapters to check
 * @param chapters these, and the others that are known
 */
export function checkLedger(
  asked: readonly Chapter[],
  figures: Readonly<Record<string, Figure>>,
  ledgerFile: LedgerFile,
  chapters: readonly Chapter[] = asked,
): Problem[] {
  const ledger = JSON.parse(ledgerFile.text) as Ledger
  return [
    ...brokenPromises(ledger, currentLedger(asked, figures), asked, chapters, ledgerFile),
    ...unpublished(ledger, asked, figures, ledgerFile),
  ]
}

/** One problem for each page and figure, because one command fixes them all. */
function unpublished(
  ledger: Ledger,
  chapters: readonly Chapter[],
  figures: Readonly<Record<string, Figure>>,
  { file }: LedgerFile,
): Problem[] {
  const remind = (where: { file: string; line: number }, names: readonly string[]): Problem => ({
    ...where,
    rule: 'unpublished',
    message: `${[...new Set(names)].map((name) => `“${name}”`).join(', ')} cannot be found in ${file}: run npm run publish, once names are final`,
  })
  const slugs = [...new Set(chapters.map(({ slug }) => slug))]
  const pages = slugs.flatMap((slug) => {
    // All languages have the same ids, which another rule checks.
    const chapter = chapters.find((version) => version.slug === slug)!
    const ids = usesOf(chapter, 'Challenge', 'Quiz').map(({ element, attributes, line }) => ({
      id: String(attributes['id']),
      line,
      known: element.name === 'Quiz' ? ledger.questions : ledger.challenges,
    }))
    const anchors = publishedAnchors(chapter).map((anchor) => ({
      ...anchor,
      known: ledger.pages[slug] ?? [],
    }))
    const missing = [...anchors, ...ids].filter(({ id, known }) => !known.includes(id))
    if (missing.length === 0) return []
    const names = new Set(missing.map(({ id }) => id))
    return [remind({ file: chapter.file, line: missing[0].line }, [...names])]
  })
  const declarations = Object.entries(figures).flatMap(([name, figure]) => {
    const missing = Object.keys(figure.parameters).filter((key) => !ledger.figures[name]?.[key])
    if (missing.length === 0) return []
    const names = name in ledger.figures ? missing.map((key) => `${name}.${key}`) : [name]
    return [remind({ file: `src/figures/${name}/index.ts`, line: 1 }, names)]
  })
  return [...pages, ...declarations]
}

function brokenPromises(
  ledger: Ledger,
  current: Ledger,
  asked: readonly Chapter[],
  chapters: readonly Chapter[],
  ledgerFile: LedgerFile,
): Problem[] {
  const at = (key: string) => ({ ...lineIn(ledgerFile, key), rule: 'broken-promise' as const })
  // The check of one chapter knows only the pages that it names.
  const isWhole = asked.length === chapters.length
  const pages = Object.entries(ledger.pages).flatMap(([slug, ids]) => {
    const versions = asked.filter((chapter) => chapter.slug === slug)
    if (versions.length === 0)
      return [
        {
          ...at(slug),
          message: `the published page “${slug}” is gone: keep it, or write one that leads on`,
        },
      ]
    return versions.flatMap((chapter) => {
      const present = linkTargets(chapter)
      return ids.flatMap((id) => {
        const home = ledger.moved?.[slug]?.[id]
        const isKept = home === undefined ? present.has(id) : hasMoved(id, home, chapter)
        if (isKept) return []
        const mend =
          home === undefined
            ? `put <span id="${id}"></span> where its readers should land, or run npm run publish if it has moved to another page`
            : `“moved” in ${ledgerFile.file} says that “${home}” has it, which is not so`
        return [
          {
            file: chapter.file,
            line: 1,
            rule: 'broken-promise' as const,
            message: `the published link /${chapter.language}/${slug}/#${id} leads nowhere now: ${mend}`,
          },
        ]
      })
    })
  })
  /** Whether the page `home`, as far as it is known, has what has left a chapter, or leads on to it. */
  function hasMoved(id: string, home: string, { language }: Chapter): boolean {
    const target = chapters.find((page) => page.slug === home && page.language === language)
    if (!target) return !isWhole
    return !target.isReadable || linkTargets(target).has(id) || !!ledger.moved?.[home]?.[id]
  }
  const figures = Object.entries(ledger.figures).flatMap(([name, promises]) => {
    const parameters = current.figures[name]
    if (!parameters) return [{ ...at(name), message: `the published figure “${name}” is gone` }]
    return Object.entries(promises).flatMap(([key, promise]) => {
      const reason = whyBroken(promise, parameters[key])
      return reason
        ? [
            {
              ...at(name),
              message: `the parameter “${key}” of the figure “${name}” ${reason}, which published links rely on`,
            },
          ]
        : []
    })
  })
  const ids = (
    [
      ['challenge', 'challenges'],
      ['question', 'questions'],
    ] as const
  ).flatMap(([what, list]) =>
    ledger[list]
      .filter((id) => !current[list].includes(id))
      .map((id) => ({
        ...at(id),
        message: `the published ${what} “${id}” is gone, which readers’ progress names`,
      })),
  )
  return [...pages, ...figures, ...ids]
}

function whyBroken(promise: Promised, now: Promised | undefined): string | undefined {
  if (!now) return 'is gone'
  if (JSON.stringify(now.default) !== JSON.stringify(promise.default))
    return `has another default than ${JSON.stringify(promise.default)}`
  const lost = promise.options?.filter((option) => !now.options?.includes(option)) ?? []
  if (lost.length > 0) return `has lost the option ${lost.join(', ')}`
  const isNarrower =
    (promise.min !== undefined && (now.min ?? Infinity) > promise.min) ||
    (promise.max !== undefined && (now.max ?? -Infinity) < promise.max) ||
    (promise.most !== undefined && (now.most ?? -Infinity) < promise.most)
  return isNarrower ? 'has a narrower range' : undefined
}

function lineIn({ file, text }: LedgerFile, key: string): { file: string; line: number } {
  const at = Math.max(text.indexOf(`"${key}": `), text.indexOf(`"${key}"`))
  return { file, line: text.slice(0, Math.max(0, at)).split('\n').length }
}

function union(old: readonly string[] = [], more: readonly string[]): string[] {
  return [...new Set([...old, ...more])]
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)))
}
