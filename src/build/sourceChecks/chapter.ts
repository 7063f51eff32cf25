import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { challenges } from '../../markdown/challenges.ts'
import { chapterComponents } from '../../markdown/chapterComponents.ts'
import { codeCells } from '../../markdown/codeCells.ts'
import { headingRules } from '../../markdown/headingRules.ts'
import { componentsIn } from '../../markdown/componentsIn.ts'
import { partIds } from '../../markdown/partIds.ts'
import { filesIn } from '../contentChecks/pages.ts'
import { ContentError, displayPath, type Problem } from '../../markdown/problems.ts'
import { keepingTrees, parse } from './parse.ts'

/** The source of a page, parsed but not rendered. */
export interface Chapter {
  /** Path from the root of the project. */
  file: string
  language: string
  /** Path of the page without its language: `l1`, or `` for the home page. */
  slug: string
  /** The whole file. */
  text: string
  /** The text between the two lines `---` at the start. */
  frontmatter: string
  /** The syntax tree of the rest; its positions refer to the whole file. */
  tree: Root
  /** Problems found while reading. */
  problems: readonly Problem[]
  /** False for a page that is not valid MDX, or was not read: its tree is empty, and what it holds is not known. */
  isReadable: boolean
}

const FRONTMATTER = /^---\n([^]*?)^---$/m

const rules = [
  headingRules,
  partIds,
  challenges,
  codeCells,
  () => chapterComponents(componentsIn('chapter')),
].map((rule) => unified().use(rule))

/** Reads the chapters in the folder `content`, and the interview questions, which are pages too. */
export async function readChapters(content: string): Promise<Chapter[]> {
  const parse = keepingTrees('node_modules/.cache/chapters')
  return Promise.all(
    (await chapterFiles(content)).map(async ({ path, name }) =>
      readChapter(path, name, await readFile(path, 'utf8'), parse),
    ),
  )
}

/** The files of all pages: their paths, and their names as the site has them, such as `en/l1.mdx` or `en/q/why-zeros.mdx`. */
export async function chapterFiles(content: string): Promise<{ path: string; name: string }[]> {
  const [docs, questions] = ['docs', 'questions'].map((folder) => join(content, folder))
  const [chapters, answers] = await Promise.all([
    filesIn(docs),
    existsSync(questions) ? filesIn(questions) : [],
  ])
  return [
    ...chapters.map((name) => ({ path: join(docs, name), name })),
    ...answers.map((name) => ({ path: join(questions, name), name: name.replace('/', '/q/') })),
  ].filter(({ name }) => name.endsWith('.mdx'))
}

/** Language and slug of a page from its name, such as `en/l1.mdx`. */
export function placeOf(name: string): { language: string; slug: string } {
  const [language, ...rest] = name.replace(/(\/index)?\.mdx$/, '').split('/')
  return { language, slug: rest.join('/') }
}

/**
 * Parses one chapter as the build does, without rendering it.
 *
 * @param path path of the file
 * @param name its path in the folder of the chapters, such as `en/l1.mdx`
 * @param text its content
 * @param parseSource makes its syntax tree
 */
export function readChapter(
  path: string,
  name: string,
  text: string,
  parseSource: typeof parse = parse,
): Chapter {
  const unread = unreadChapter(path, name, text)
  const { file } = unread
  const source = new VFile({
    path,
    // Blank lines in its place preserve the line numbers of the file.
    value: text.replace(FRONTMATTER, (head) => head.replace(/[^\n]/g, '')),
  })
  const problems: Problem[] = []
  const tree = collect(problems, file, () => parseSource(source))
  if (!tree) return { ...unread, problems }
  for (const rule of rules) collect(problems, file, () => rule.runSync(tree, source))
  return { ...unread, tree, problems, isReadable: true }
}

/** A chapter of which no more is known than where it stands; the parameters are the first of `readChapter`. */
export function unreadChapter(path: string, name: string, text: string): Chapter {
  return {
    file: displayPath(path),
    ...placeOf(name),
    text,
    frontmatter: FRONTMATTER.exec(text)?.[1] ?? '',
    tree: { type: 'root', children: [] },
    problems: [],
    isReadable: false,
  }
}

/** Runs a step of parsing, and turns the errors that it throws into problems. */
function collect<T>(problems: Problem[], file: string, step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    if (error instanceof ContentError) problems.push(...error.problems)
    else if (error instanceof VFileMessage)
      problems.push({
        file,
        line: error.line ?? lineNamedIn(error.reason),
        rule: 'mdx-syntax',
        message: `this is not valid MDX: ${error.reason}`,
      })
    else throw error
    return undefined
  }
}

/** The line of an unclosed tag, of which the message alone tells the place: `(38:1-38:25)`. */
function lineNamedIn(reason: string): number {
  return Number(/\((\d+):\d+/.exec(reason)?.[1] ?? 1)
}
