import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Figure } from '../../figures/kit/figure.ts'
import { displayPath, type Problem } from '../../markdown/problems.ts'
import { checkAssertions, type ClaimModules } from './assertions.ts'
import { chineseCopyProblems } from './chineseCopy.ts'
import { placeOf, readChapters, type Chapter } from './chapter.ts'
import { checkEmphasis } from './emphasis.ts'
import { checkFigureUses, type FigureModules } from './figureUses.ts'
import { checkFormulas } from './formulas.ts'
import { checkFrontmatter } from './frontmatter.ts'
import { glossaryProblems } from './glossary.ts'
import { checkLedger, type LedgerFile } from './ledger.ts'
import { checkLinks } from './links.ts'
import { checkParity } from './parity.ts'
import type { SourceFile } from './prose.ts'
import { checkReferences, type Known } from './references.ts'
import { readTexts } from './texts.ts'

/** Where the ledger of what is published lies, relative to the root of the project. */
export const LEDGER = 'content/published.json'

/** The modules of the site that the checks run: its figures, as chapters ask for them. */
export interface SiteModules extends FigureModules, ClaimModules {
  figures: Readonly<Record<string, () => Promise<Figure>>>
}

/** What the chapters of a course are checked against. */
export interface Course extends Known, FigureModules, ClaimModules {
  /** The figures whose published parameters are checked. */
  figures: Readonly<Record<string, Figure>>
  ledger: LedgerFile
  /** The glossary, and all files with texts for readers that are not chapters. */
  texts: readonly SourceFile[]
}

/**
 * Every fault of the content that can be told without building the site.
 *
 * @param root the root of the project
 * @param open gives the figures of the site; called while the chapters are being read
 * @param only path of the one chapter whose faults are asked for; of others, only what it names is read
 */
export async function checkSources(
  root: string,
  open: () => Promise<SiteModules>,
  only?: string,
): Promise<Problem[]> {
  const docs = join(root, 'content/docs')
  const isWanted = only === undefined ? undefined : await neighboursOf(only, docs)
  const [{ figures, ...modules }, chapters, claims, programs, text, texts] = await Promise.all([
    open(),
    readChapters(docs, isWanted),
    readFile(join(root, 'content/data/claims.json'), 'utf8'),
    readdir(join(root, 'content/programs'), { withFileTypes: true }),
    readFile(join(root, LEDGER), 'utf8'),
    readTexts(root),
  ])
  const problems = await checkChapters(chapters, {
    ...modules,
    figures: only === undefined ? await allFigures(figures) : {},
    claims: (JSON.parse(claims) as { id: string }[]).map(({ id }) => id),
    programs: programs.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    ledger: { file: displayPath(join(root, LEDGER)), text },
    texts,
  })
  return only === undefined ? problems : problems.filter(({ file }) => file === displayPath(only))
}

/** Every fault of some chapters. */
export async function checkChapters(
  chapters: readonly Chapter[],
  course: Course,
): Promise<Problem[]> {
  const texts = [...course.texts, ...chapters]
  return [
    ...glossaryProblems(texts),
    ...chineseCopyProblems(texts),
    ...chapters.flatMap((chapter) => [
      ...chapter.problems,
      ...checkFrontmatter(chapter),
      ...checkFormulas(chapter),
      ...checkEmphasis(chapter),
    ]),
    ...checkParity(chapters),
    ...checkLinks(chapters),
    ...checkReferences(chapters, course),
    ...(await checkFigureUses(chapters, course)),
    ...(await checkAssertions(chapters, course)),
    ...checkLedger(chapters, course.figures, course.ledger),
  ]
}

/** Tells the chapters that a check of one chapter needs: its versions, and the pages that it links to. */
async function neighboursOf(file: string, docs: string): Promise<(name: string) => boolean> {
  const text = await readFile(file, 'utf8')
  const links = text.matchAll(/\/(?:[a-z]{2})\/([\w-]*)|\bto="([\w-]+)"/g)
  const slugs = new Set([...links].map(([, link, to]) => to ?? link))
  slugs.add(placeOf(relative(docs, file).split(sep).join('/')).slug)
  return (name) => slugs.has(placeOf(name).slug)
}

/** Every figure by its name. */
export async function allFigures(figures: SiteModules['figures']): Promise<Record<string, Figure>> {
  const entries = Object.entries(figures).map(async ([name, load]) => [name, await load()] as const)
  return Object.fromEntries(await Promise.all(entries))
}
