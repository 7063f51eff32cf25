import { globSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { closest } from 'fastest-levenshtein'
import type { Figure } from '../../figures/kit/figure.ts'
import { equationsIn, type Equations } from '../../markdown/equations.ts'
import { GLOSSARY } from '../../markdown/glossary.ts'
import { displayPath, type Problem } from '../../markdown/problems.ts'
import { checkAssertions, type ClaimModules } from './assertions.ts'
import { chineseCopyProblems } from './chineseCopy.ts'
import {
  chapterFiles,
  placeOf,
  readChapter,
  readChapters,
  unreadChapter,
  type Chapter,
} from './chapter.ts'
import { checkCourse, partOf } from './course.ts'
import { checkCrossReferences } from './crossReferences.ts'
import { checkEmphasis } from './emphasis.ts'
import { checkControls } from './controls.ts'
import { checkFigureUses, type FigureModules } from './figureUses.ts'
import { checkFormulas } from './formulas.ts'
import { checkFrontmatter } from './frontmatter.ts'
import { glossaryProblems } from './glossary.ts'
import { checkGuesses, type GuessModules } from './guesses.ts'
import { checkImports } from './imports.ts'
import { checkLedger, type LedgerFile } from './ledger.ts'
import { checkLinks } from './links.ts'
import { checkParity } from './parity.ts'
import type { SourceFile } from './prose.ts'
import { checkQuestions } from './questions.ts'
import { checkProseLength } from './proseLength.ts'
import { checkReferences, type Known } from './references.ts'
import { readText, readTexts } from './texts.ts'

/** Path of the ledger of published ids, relative to the root of the project. */
export const LEDGER = 'content/published.json'

/** The modules of the site that the checks run: its figures, as chapters use them. */
export interface SiteModules extends FigureModules, ClaimModules, GuessModules {
  figures: Readonly<Record<string, () => Promise<Figure>>>
}

/** The context in which chapters are checked. */
export interface Course extends Known, FigureModules, ClaimModules, GuessModules {
  /** The figures, for the check of their published parameters. */
  figures: Readonly<Record<string, Figure>>
  /** The names of figures that cannot be loaded. */
  broken: readonly string[]
  ledger: LedgerFile
  /** The numbered equations of pages that were not read. */
  equations: Equations
  /** The glossary, and all files with texts for readers other than chapters. */
  texts: readonly SourceFile[]
}

/**
 * Every fault of the content that can be found without building the site.
 *
 * @param root the root of the project
 * @param open gives the figures of the site; called when they are needed, as it takes time
 * @param only path of the one chapter whose faults are asked for; of others, only what it names is read
 */
export async function checkSources(
  root: string,
  open: () => Promise<SiteModules>,
  only?: string,
): Promise<Problem[]> {
  const content = join(root, 'content')
  const file = only === undefined ? undefined : displayPath(only)
  const [chapters, claims, solver, ledger, texts] = await Promise.all([
    only === undefined ? readChapters(content) : chaptersAround(only, content),
    readFile(join(root, 'content/data/claims.json'), 'utf8'),
    readdir(join(root, 'src/solver'), { recursive: true }),
    readFile(join(root, LEDGER), 'utf8'),
    file === undefined ? readTexts(root) : [await readText(root, GLOSSARY)],
  ])
  const { problems, figures, broken } = file === undefined ? await loaded(open) : NO_FIGURES
  const found = await checkChapters(
    chapters,
    {
      figureAt: async (...args) => (await open()).figureAt(...args),
      numberOf: async (...args) => (await open()).numberOf(...args),
      holds: async (claim) => (await open()).holds(claim),
      guessAt: async (...args) => (await open()).guessAt(...args),
      figures,
      broken,
      claims: (JSON.parse(claims) as { id: string }[]).map(({ id }) => id),
      programs: globSync('*/shrinkage.ts', { cwd: join(root, 'content/programs') }).map(dirname),
      solverFiles: solver
        .map((path) => path.split(sep).join('/'))
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')),
      ledger: { file: displayPath(join(root, LEDGER)), text: ledger },
      equations: equationsIn(join(content, 'docs')),
      texts,
    },
    file,
  )
  return file === undefined
    ? [...problems, ...found]
    : found.filter((problem) => problem.file === file)
}

/**
 * Every fault of some chapters.
 *
 * @param only the path of the one that is checked; the others are there for what it names
 */
export async function checkChapters(
  chapters: readonly Chapter[],
  course: Course,
  only?: string,
): Promise<Problem[]> {
  const asked = only === undefined ? chapters : chapters.filter(({ file }) => file === only)
  const texts = [...course.texts, ...asked]
  const unreadable = chapters.filter(({ isReadable }) => !isReadable).map(({ slug }) => slug)
  const slugs = asked.map(({ slug }) => slug).filter((slug) => !unreadable.includes(slug))
  const compared = chapters.filter(({ slug }) => slugs.includes(slug))
  return [
    ...glossaryProblems(texts),
    ...chineseCopyProblems(texts),
    ...asked.flatMap((chapter) => [
      ...chapter.problems,
      ...checkFrontmatter(chapter),
      ...checkFormulas(chapter),
      ...checkEmphasis(chapter),
    ]),
    ...checkCourse(asked, chapters),
    ...checkParity(compared),
    ...checkLinks(asked, chapters),
    ...checkReferences(asked, course),
    ...(await checkQuestions(asked, chapters, course)),
    ...checkCrossReferences(asked, course.equations),
    ...(await checkFigureUses(asked, chapters, course)),
    ...(await checkControls(asked, course)),
    ...checkProseLength(asked),
    ...(await checkAssertions(compared, course)),
    ...(await checkGuesses(compared, course)),
    ...checkImports(course.texts),
    // What cannot be read is not gone.
    ...(course.broken.length > 0 || asked.some(({ isReadable }) => !isReadable)
      ? []
      : checkLedger(asked, course.figures, course.ledger, chapters)),
  ]
}

/** A link of a chapter: the page, and the id on it where it names a heading. */
const LINK = /\/(?<language>[a-z]{2})\/(?<page>[\w-]*)\/?(?:#(?<id>[\w-]+))?|\bto="(?<to>[\w-]+)"/g

/**
 * The chapters that a check of one chapter needs: its versions, those that it builds on, and the pages that it links to,
 * or in place of one that there is not, the page with the nearest name. A page whose headings show what the links name is
 * not read further.
 */
async function chaptersAround(file: string, content: string): Promise<Chapter[]> {
  const [text, files] = await Promise.all([readFile(file, 'utf8'), chapterFiles(content)])
  const name = files.find(({ path }) => relative(path, file) === '')?.name ?? basename(file)
  const own = placeOf(name)
  const slugs = [...new Set(files.map(({ name }) => placeOf(name).slug))]
  const ids = new Map<string, string[]>()
  for (const slug of partOf(unreadChapter(file, name, text)).buildsOn) {
    ids.set(slug, [])
  }
  for (const { groups } of text.matchAll(LINK)) {
    const { page, id, to } = groups!
    const slug = slugs.includes(to ?? page) ? (to ?? page) : closest(to ?? page, slugs)
    // A figure that a link names by `to` is no heading.
    ids.set(slug, [...(ids.get(slug) ?? []), ...(to ? ['figure of a link'] : id ? [id] : [])])
  }
  const read = await Promise.all(
    files.map(async ({ path, name }) => {
      const { language, slug } = placeOf(name)
      const named = ids.get(slug)
      if (slug !== own.slug && (language !== own.language || !named)) return []
      const text = await readFile(path, 'utf8')
      const isSeen = slug !== own.slug && named!.every((id) => text.includes(`{#${id}}`))
      return [isSeen ? unreadChapter(path, name, text) : readChapter(path, name, text)]
    }),
  )
  return read.flat()
}

const NO_FIGURES = { problems: [], figures: {}, broken: [] }

/** The figures of the site, and those that cannot be loaded, because a module is missing or throws. */
async function loaded(
  open: () => Promise<SiteModules>,
): Promise<{ problems: Problem[]; figures: Record<string, Figure>; broken: string[] }> {
  const names = Object.entries((await open()).figures)
  const problems: Problem[] = []
  const figures: Record<string, Figure> = {}
  const broken: string[] = []
  for (const [name, load] of names) {
    try {
      figures[name] = await load()
    } catch (error) {
      const [reason] = (error as Error).message.split('\n')
      broken.push(name)
      problems.push({
        file: `src/figures/${name}/index.ts`,
        line: 1,
        rule: 'figure-state',
        message: `this figure cannot be loaded: ${reason.replaceAll(`${process.cwd()}${sep}`, '')}`,
      })
    }
  }
  return { problems, figures, broken }
}

/** Every figure by name. */
export async function allFigures(figures: SiteModules['figures']): Promise<Record<string, Figure>> {
  const entries = Object.entries(figures).map(async ([name, load]) => [name, await load()] as const)
  return Object.fromEntries(await Promise.all(entries))
}
